/**
 * Driving licences and identity cards of the United States and Canada: the PDF417 of the AAMVA DL/ID card design standard, versions 1 to 10
 * (https://www.aamva.org/identity/driver-license-identification-card-design-standard). Pure.
 */
import { labelledLines, type Payload } from './labelled-lines.ts';

/** Where the name of the file type stands: behind `@` and three control characters. */
const MAX_HEAD_UNITS = 16;
/** Issuer, versions and count, then type, offset and length of each part of the file. */
const HEADER = /^(?:ANSI |AAMVA)\d{8,12}((?:[A-Z]{2}\d{8}){1,12})/;
/** The type of a part stands before its first element. */
const ELEMENT = /^(?:DL|ID|EN|Z[A-Z])?(D[A-Z]{2}|Z[A-Z]{2})(.*)$/;

export function readAamva(text: string): Payload | undefined {
  const at = ['ANSI ', 'AAMVA']
    .map((type) => text.slice(0, MAX_HEAD_UNITS + 5).indexOf(type))
    .find((place) => place >= 0);
  if (!text.startsWith('@') || at === undefined) return undefined;
  const [header = '', parts = ''] = HEADER.exec(text.slice(at, at + 160)) ?? [];
  const values = new Map<string, string>();
  for (const line of text.slice(at + header.length).split(/[\r\n]/)) {
    const [, element, value = ''] = ELEMENT.exec(line) ?? [];
    // Elements that a card does not have are written as NONE.
    if (element !== undefined && value.trim() !== 'NONE' && !values.has(element)) values.set(element, value.trim());
  }
  return values.size === 0 ? undefined : payloadOf(values, parts.startsWith('ID'));
}

function payloadOf(values: Map<string, string>, isIdentityCard: boolean): Payload {
  const take = (element: string): string => {
    const value = values.get(element) ?? '';
    values.delete(element);
    return value;
  };
  const joined = (elements: readonly string[], between: string): string =>
    elements
      .map(take)
      .filter((value) => value !== '')
      .join(between);
  const card = labelledLines('aamva');
  card.add('Licence number', take('DAQ'), isIdentityCard ? 'national-id' : 'drivers-licence');
  card.add('Name', joined(['DAC', 'DCT', 'DAD', 'DCS', 'DAB', 'DCU'], ' ').replaceAll(',', ' '), 'person');
  // The whole name in one, family name first, in version 1.
  card.add('Name', take('DAA').split(',').toReversed().join(' '), 'person');
  const place = joined(['DAI', 'DAJ', 'DAK'], ' ');
  card.add('Address', [joined(['DAG', 'DAH'], ', '), place].filter((part) => part !== '').join(', '), 'address');
  card.add('Date of birth', birthDate(take('DBB')), 'date-of-birth');
  for (const [element, value] of values) card.add(element, value);
  return card.payload();
}

/** Month first in the United States, the year first in Canada and in version 1. */
function birthDate(digits: string): string {
  if (!/^\d{8}$/.test(digits)) return digits;
  const isYearFirst = Number(digits.slice(0, 2)) > 12;
  return isYearFirst
    ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
    : `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
}
