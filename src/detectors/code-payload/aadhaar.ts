/** The QR code of identity cards of India before 2018: one XML element with an attribute for each field (UIDAI). Pure. */
import type { BuiltInType } from '../../core/types.ts';
import { matchesOf } from '../matches-of.ts';
import { labelledLines, type Payload } from './labelled-lines.ts';

const ATTRIBUTE = /(?<![a-z])([a-z]{1,12})="([^"<>]{0,200})"/gi;
const NAMED: Readonly<Record<string, { readonly label: string; readonly type?: BuiltInType }>> = {
  uid: { label: 'Aadhaar', type: 'national-id' },
  name: { label: 'Name', type: 'person' },
  co: { label: 'Care of' },
  dob: { label: 'Date of birth', type: 'date-of-birth' },
  yob: { label: 'Date of birth', type: 'date-of-birth' },
};
const ADDRESS = ['house', 'street', 'lm', 'loc', 'vtc', 'po', 'dist', 'state', 'pc'];

export function readAadhaar(text: string): Payload | undefined {
  if (!text.slice(0, 200).includes('<PrintLetterBarcodeData')) return undefined;
  const values = new Map<string, string>();
  for (const { 1: name = '', 2: value = '' } of matchesOf(text, ATTRIBUTE)) values.set(name.toLowerCase(), value);
  const card = labelledLines('aadhaar');
  for (const [name, { label, type }] of Object.entries(NAMED)) card.add(label, values.get(name), type);
  const address = ADDRESS.map((name) => values.get(name) ?? '').filter((part) => part !== '');
  card.add('Address', address.join(', '), 'address');
  return card.payload();
}
