/** Cleaning: look, change, look again. Gives a result that was read again, or throws `UNCLEANABLE` and leaves nothing behind. */
import { verdictOf } from '../../core/decide.ts';
import { COVER_STYLES } from '../../core/options.ts';
import { isMetadata } from '../../core/presets.ts';
import type { Finding, FindingType, Gap, GapReason, Report } from '../../core/types.ts';
import { ConfigError, UncleanableError } from '../../errors.ts';
import type { LookCall } from '../look/find-in-texts.ts';
import { lookAt, type Rooms } from '../look/look-at.ts';
import type { BytesLook } from '../look/look-at-bytes.ts';
import { reportOf } from '../look/report-of.ts';
import { findableTypes, identifyOnly, type Plan } from '../plan.ts';
import type { CleanCall, Cleaned, ScanInput } from '../types.ts';
import { cleanPictureFile } from './clean-picture-file.ts';
import { cleanText, cleanTextFile } from './clean-text.ts';
import { formatName } from './format-names.ts';

export interface CleanRooms extends Rooms {
  readonly pseudonymKey: Uint8Array;
}

/** What is to be done, after the call was checked and the input was looked at. */
export interface Cleaning {
  readonly report: Report;
  readonly places: readonly Finding[];
  readonly style: Plan['redaction'];
  readonly call: CleanCall & LookCall;
}

/** Types that exist as boxes only: asking for them in a text asks for nothing. */
const NEVER_IN_TEXT: readonly FindingType[] = ['face', 'region'];

export async function cleanInput(input: ScanInput, call: CleanCall & LookCall, rooms: CleanRooms): Promise<Cleaned> {
  const { plan } = rooms;
  const redact = call.redact === 'all' ? findableTypes(plan).filter((type) => !isMetadata(type)) : call.redact;
  checkTypes(redact, call, plan);
  checkCover(call);
  const look = await lookAt(input, call.places === undefined ? rooms : { ...rooms, plan: identifyOnly(plan) }, call);
  if (!('text' in input) && look.text === undefined && look.input.kind !== 'image') throw outOfScope(look);
  if (redact !== undefined) refuseUnseen(look, redact);
  const { places, gaps = [] } = call;
  const report = places === undefined ? reportOf(look, plan) : reportOfPlaces(look, { findings: places, gaps }, plan);
  const redacted = report.findings.filter(({ type }) => redact?.includes(type));
  const cleaning = { report, places: places ?? redacted, style: { ...plan.redaction, ...call.redaction }, call };
  if ('text' in input) return cleanText(input.text, cleaning, rooms);
  if (look.text !== undefined) return cleanTextFile(input, look.text, cleaning, rooms);
  return cleanPictureFile(input, cleaning, rooms);
}

/** Names the format, so that whoever sent it knows what to send instead. */
function outOfScope({ input, refusal, gaps }: BytesLook): UncleanableError {
  const name = formatName(input.mediaType);
  const isTooLarge = refusal === 'TOO_LARGE';
  const what = name === undefined ? 'the input is neither a picture nor a text' : `${name} cannot be cleaned`;
  return new UncleanableError(reasonOf(gaps[0]?.reason), isTooLarge ? 'the input is over `limits.bytes`' : what);
}

function checkTypes(redact: readonly FindingType[] | undefined, { places }: CleanCall, plan: Plan): void {
  if (redact === undefined) return;
  if (places !== undefined) throw new ConfigError([{ path: 'places', expected: 'not together with `redact`' }]);
  const findable = findableTypes(plan);
  const unknown = redact.filter((type) => !findable.includes(type));
  const expected = 'types that a detector in use can find';
  if (unknown.length > 0) throw new ConfigError(unknown.map((type) => ({ path: `redact.${type}`, expected })));
}

/** Any other word would be drawn as one of them. */
function checkCover({ redaction }: CleanCall): void {
  const cover = redaction?.cover;
  if (cover !== undefined && !COVER_STYLES.includes(cover))
    throw new ConfigError([{ path: 'redaction.cover', expected: COVER_STYLES.join(' | ') }]);
}

/** A type that was not looked for everywhere cannot be promised to be gone. */
function refuseUnseen({ input, complete, gaps }: BytesLook, redact: readonly FindingType[]): void {
  const missing = redact.filter((type) => {
    if (isMetadata(type) || complete.includes(type)) return false;
    return input.kind !== 'text' || !NEVER_IN_TEXT.includes(type);
  });
  if (missing.length === 0) return;
  const why = gaps.map(({ detector, reason }) => `${detector} ${reason}`).join(', ');
  const what = [...new Set(missing)].join(', ');
  throw new UncleanableError(
    reasonOf(gaps[0]?.reason),
    `not looked for in all of the input${why && ` (${why})`}: ${what}`,
  );
}

function reasonOf(gap: GapReason | undefined): UncleanableError['reason'] {
  return gap === 'timeout' || gap === 'failed' ? gap : 'unsupported';
}

/** Nothing was scanned: the report repeats the places that were given, and their gaps. */
function reportOfPlaces(look: BytesLook, earlier: Pick<Report, 'findings' | 'gaps'>, plan: Plan): Report {
  const report = reportOf(look, plan);
  const { findings: places } = earlier;
  const isKnown = ({ detector, reason }: Gap): boolean =>
    earlier.gaps.some((gap) => gap.detector === detector && gap.reason === reason);
  const gaps = [...earlier.gaps, ...report.gaps.filter((gap) => !isKnown(gap))];
  const found = Object.fromEntries(places.filter(({ type }) => type !== 'region').map(({ type }) => [type, 'found']));
  return {
    ...report,
    findings: places,
    gaps,
    verdict: verdictOf(places, gaps, plan.policy),
    assessed: { ...report.assessed, ...found },
  };
}
