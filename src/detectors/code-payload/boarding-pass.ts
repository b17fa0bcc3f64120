/**
 * Boarding passes: bar coded boarding pass (BCBP) of IATA resolution 792, version 1 to 8; the mandatory fields of the first leg have fixed
 * places. The booking code behind the name is no finding of its own: it goes with the name. Pure.
 */
import { labelledLines, type Payload } from './labelled-lines.ts';

/** Format, legs, name, ticket mark, booking, from and to, carrier, flight, day of the year, cabin, seat, number, status, size of the rest. */
const PASS =
  /^[MS][1-9]([A-Z .'/-]{20})[E L][A-Z\d ]{7}([A-Z]{3})([A-Z]{3})[A-Z\d ]{3}[A-Z\d ]{5}[\d ]{3}[A-Z\d ][A-Z\d ]{4}[A-Z\d ]{5}[A-Z\d ]/;
/** Glued to the given name by some airlines, behind a blank by others. */
const TITLE = / ?(?:MRS|MR|MISS|MS|MSTR|DR|PROF|CHD|INF)$/;

export function readBoardingPass(text: string): Payload | undefined {
  const [pass, name = '', from, to] = PASS.exec(text) ?? [];
  if (pass === undefined) return undefined;
  const lines = labelledLines('boarding-pass');
  lines.add('Name', fullName(name), 'person');
  lines.add('Flight', `${from} - ${to}`);
  // Conditional fields: numbers of tickets and of frequent flyers, for the host's own detectors.
  lines.add('Further', text.slice(pass.length));
  return lines.payload();
}

/** `BERGER/ANNA MRS` */
function fullName(name: string): string {
  const [family = '', given = ''] = name.trim().split('/');
  return `${given.replace(TITLE, '')} ${family}`.trim();
}
