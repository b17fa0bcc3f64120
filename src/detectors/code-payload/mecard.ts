/**
 * `KEY:value;` formats of mobile phones, with backslashes before `;`, `:` and `,`: MECARD (NTT DOCOMO), BIZCARD, MATMSG and WIFI.
 * Source: https://github.com/zxing/zxing/wiki/Barcode-Contents. Of a network the name is read, which often is a family's, and who signs in: its
 * password is no type of finding. Pure.
 */
import type { BuiltInType } from '../../core/types.ts';
import { partsOf } from './content-lines.ts';
import { labelledLines, type Payload } from './labelled-lines.ts';
import { writtenDate } from './vcard.ts';

interface Field {
  readonly label: string;
  readonly type?: BuiltInType;
}

const CONTACT: Readonly<Record<string, Field>> = {
  N: { label: 'Name', type: 'person' },
  SOUND: { label: 'Name' },
  NICKNAME: { label: 'Nickname' },
  TEL: { label: 'Phone', type: 'phone' },
  'TEL-AV': { label: 'Phone', type: 'phone' },
  EMAIL: { label: 'E-mail', type: 'email' },
  ADR: { label: 'Address', type: 'address' },
  BDAY: { label: 'Date of birth', type: 'date-of-birth' },
};

const FORMATS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  MECARD: CONTACT,
  BIZCARD: {
    N: { label: 'Name', type: 'person' },
    X: { label: 'Surname', type: 'person' },
    T: { label: 'Title' },
    C: { label: 'Company' },
    A: { label: 'Address', type: 'address' },
    B: { label: 'Phone', type: 'phone' },
    M: { label: 'Phone', type: 'phone' },
    F: { label: 'Fax', type: 'phone' },
    E: { label: 'E-mail', type: 'email' },
  },
  MATMSG: { TO: { label: 'E-mail', type: 'email' }, SUB: { label: 'Subject' }, BODY: { label: 'Message' } },
  WIFI: { S: { label: 'Network' }, I: { label: 'Identity' }, A: { label: 'Identity' } },
};
/** Passwords and how one signs in. */
const UNREAD: Readonly<Record<string, readonly string[]>> = { WIFI: ['P', 'T', 'H', 'R', 'E', 'PH2'] };

export function readMecard(text: string): Payload | undefined {
  const [, name = '', body = ''] = /^\s{0,8}(MECARD|BIZCARD|MATMSG|WIFI):([\s\S]*)$/i.exec(text) ?? [];
  const format = name.toUpperCase();
  const fields = FORMATS[format];
  if (fields === undefined) return undefined;
  const card = labelledLines(format.toLowerCase());
  for (const { key, value } of keyedValues(body)) {
    if (UNREAD[format]?.includes(key)) continue;
    const { label, type } = fields[key] ?? { label: key };
    card.add(label, written(value, type), type);
  }
  return card.payload();
}

interface KeyedValue {
  readonly key: string;
  readonly value: string;
}

/** Fields are found before backslashes are read: an escaped colon is part of the value. */
function keyedValues(body: string): readonly KeyedValue[] {
  return body.split(/(?<!\\);/).flatMap((field) => {
    const colon = field.indexOf(':');
    return colon === -1 ? [] : [{ key: field.slice(0, colon).trim().toUpperCase(), value: field.slice(colon + 1) }];
  });
}

function written(value: string, type: BuiltInType | undefined): string {
  const parts = partsOf(value, ',');
  // `Berger,Anna`
  if (type === 'person') return parts.toReversed().join(' ').trim();
  if (type === 'date-of-birth') return writtenDate(value);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}
