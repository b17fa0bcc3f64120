/** vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): the contact card of most address books. Pure. */
import { type ContentLine, contentLines, partsOf, plainValue } from './content-lines.ts';
import { labelledLines, type Payload } from './labelled-lines.ts';

/** What holds no words: pictures, sounds and keys, and how the card is made. */
const WORDLESS = /^(?:BEGIN|END|VERSION|PRODID|REV|UID|PHOTO|LOGO|SOUND|KEY|KIND|CLASS|LANG|TZ|AGENT)$/;

export function readVcard(text: string): Payload | undefined {
  if (!/^\s{0,8}BEGIN:VCARD/i.test(text)) return undefined;
  const lines = contentLines(text);
  const card = labelledLines('vcard');
  const isPerson = isOfPerson(lines);
  for (const { name, value } of lines) {
    switch (name) {
      case 'FN':
        card.add('Name', plainValue(value), isPerson ? 'person' : undefined);
        break;
      case 'N':
        card.add('Name', fullName(value), isPerson ? 'person' : undefined);
        break;
      case 'TEL':
        card.add('Phone', plainValue(value).replace(/^tel:/i, ''), 'phone');
        break;
      case 'EMAIL':
        card.add('E-mail', plainValue(value).replace(/^mailto:/i, ''), 'email');
        break;
      case 'ADR':
        card.add('Address', addressOf(value), 'address');
        break;
      case 'LABEL':
        card.add('Address', plainValue(value), 'address');
        break;
      case 'BDAY':
        card.add('Date of birth', writtenDate(plainValue(value)), 'date-of-birth');
        break;
      case 'GEO':
        card.add('Position', plainValue(value), 'address');
        break;
      default:
        if (!WORDLESS.test(name)) card.add(readableName(name), partsOf(value, ';').filter(Boolean).join(', '));
    }
  }
  return card.payload();
}

/** A card without a name of its own, or named as its organisation, is a business's. */
function isOfPerson(lines: readonly ContentLine[]): boolean {
  const firstOf = (wanted: string): string => lines.find(({ name }) => name === wanted)?.value.trim() ?? '';
  if (/^(?:org|location|group)$/i.test(firstOf('KIND'))) return false;
  const organisation = partsOf(firstOf('ORG'), ';')[0]?.trim() ?? '';
  return organisation === '' || plainValue(firstOf('FN')) !== organisation;
}

/** Family name; given name; further names; titles before and behind. */
function fullName(value: string): string {
  const [family = '', given = '', further = '', before = '', behind = ''] = partsOf(value, ';');
  return [before, given, further, family, behind].filter((part) => part.trim() !== '').join(' ');
}

/** Box; further; street; town; region; postcode; country. */
function addressOf(value: string): string {
  const [box = '', further = '', street = '', town = '', region = '', postcode = '', country = ''] = partsOf(
    value,
    ';',
  );
  const place = [postcode, town].filter((part) => part.trim() !== '').join(' ');
  return [box, further, street, place, region, country].filter((part) => part.trim() !== '').join(', ');
}

/** `19900312` as `1990-03-12`; whatever is written otherwise stays. */
export function writtenDate(value: string): string {
  return value.trim().replace(/^(\d{4})(\d{2})(\d{2})(?!\d).{0,24}$/, '$1-$2-$3');
}

/** `X-SOCIALPROFILE` as `Socialprofile`. */
function readableName(name: string): string {
  const plain = name.replace(/^X-/, '').replaceAll('-', ' ');
  return plain.charAt(0) + plain.slice(1).toLowerCase();
}
