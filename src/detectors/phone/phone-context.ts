/** What stands around digits: whether the nearest telling word makes them a phone number or something else. Bounded, pure. */
import { isCallWord, type PhoneWord, phoneWord } from './phone-words.ts';

/** `for`: a phone word; `number`: only "number"; `against`: a word for another thing. */
export type PhoneContext = 'for' | 'number' | 'against' | 'none';

const MAX_BEFORE_UNITS = 60;
const MAX_BEFORE_WORDS = 8;
/** Fewer digits than `FULL_DIGITS` need their phone word this near. */
const MAX_WORDS_TO_SHORT = 3;
const FULL_DIGITS = 7;
const MAX_AFTER_UNITS = 32;
const MAX_AFTER_WORDS = 5;

const WORD = /[\p{L}\p{M}]+/gu;
/** `T:`, `M.`, `(F)` right before, the signs for telephones, and links that dial. */
const LABEL =
  /(?:(?:^|[\s|,;(/])(?:[TMPFHCтмф][.:]|(?<=\()[TMPFHтмф]\)) ?|[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}\u{1f4f2}\u{1f4e0}]\ufe0f?\s?|wa\.me\/|phone=|(?:tel|sms|callto):)$/iu;
/** `number:`, `number?`, `my number`. */
const OWNED_OR_ASKED =
  /[:=?]\s{0,3}$|(?<!\p{L})(?:my|her|his|their|our|your|mein|meine|ihre|seine|unsere|mon|son|leur|mi|su|mio|suo|meu|seu|mijn|haar|mój|jego|jej|мой|твой|его|её|ее|их|наш|мій|його|її|ჩემი|მისი)\s{1,3}\p{L}{1,12}\.?\s{0,3}$/iu;
/** Of tax, customers and goods, as German papers shorten them: `St.-Nr. 06/412/08817`. */
const OTHER_LABEL = /(?<!\p{L})(?:St|USt|Steuer|Kd|Art|Best|Rg|Lief)\.?[- ]?Nr\.?:?\s{0,2}$/iu;
/** `No. 1234-5678`, `Nr 2025/08/8440`: short for the number of any thing, unless it is somebody's. */
const ABBREVIATED = /(?<!\p{L})(?:no|nr|num)\.?\s{0,2}$/iu;
/** A hash sign or currency right before, a unit or currency right after. */
const COUNTED_BEFORE = /[#$€£¥₹₽₾₴₺]\s?$/u;
const COUNTED_AFTER = /^\s?(?:[%‰$€£¥₹₽₾₴₺°]|,\d{1,2}(?!\d))/u;

/** The context of the digits from `start` to `end`; the word nearest before them decides, then those behind them. */
export function phoneContext(text: string, start: number, end: number): PhoneContext {
  const digits = text.slice(start, end).replace(/\D/g, '').length;
  const before = text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start);
  const after = text.slice(end, end + MAX_AFTER_UNITS);
  if (LABEL.test(before)) return 'for';
  if (OTHER_LABEL.test(before) || COUNTED_BEFORE.test(before) || COUNTED_AFTER.test(after)) return 'against';
  const behind = contextAfter(after);
  if (behind === 'against') return behind;
  const ahead = contextBefore(before, { digits, isGrouped: /\D/.test(text.slice(start, end)) });
  return ahead === 'none' || ahead === 'number' ? (behind === 'for' ? behind : ahead) : ahead;
}

/** Whether a field's name says that it holds phone numbers: `phone`, `contactPhone`, `tel_no`. */
export function isPhoneField(fieldName: string | undefined): boolean {
  if (fieldName === undefined) return false;
  const parts = fieldName.slice(0, MAX_BEFORE_UNITS).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return (parts.match(WORD) ?? []).some((word) => phoneWord(word) === 'phone');
}

/** The words of the digits' own line from the nearest on; of the line before only if that is a label with a colon. */
function contextBefore(
  before: string,
  { digits, isGrouped }: { readonly digits: number; readonly isGrouped: boolean },
): PhoneContext {
  const ownLine = before.slice((/:\s*$/.test(before) ? before.trimEnd() : before).lastIndexOf('\n') + 1);
  const words = (ownLine.match(WORD) ?? []).reverse().map((word) => phoneWord(word));
  if (words[0] === 'place') return 'number';
  const near = words.slice(0, MAX_BEFORE_WORDS);
  const isOther = (kind: PhoneWord | undefined, at: number): boolean =>
    kind === 'other' ||
    (kind === 'holder' && [near[at - 1], near[at - 2], near[at + 1], near[at + 2]].includes('number'));
  const telling = near.findIndex((kind, at) => kind === 'phone' || isOther(kind, at));
  if (telling !== -1 && near[telling] !== 'phone') return 'against';
  if (telling !== -1 && (digits >= FULL_DIGITS || telling < MAX_WORDS_TO_SHORT)) return 'for';
  // "Her number is 599123456", "my number 599123456", "number: 599123456", but not "number 12345678 has won".
  const isCounted = near[0] === 'number' && (!isGrouped || ABBREVIATED.test(ownLine)) && !OWNED_OR_ASKED.test(ownLine);
  return near.includes('number') && !isCounted ? 'number' : 'none';
}

/** `555 0123 office`, `555 0123-Fax`, `555 0123 is my number`; a comma, a full stop, a line or more digits end it. */
function contextAfter(after: string): PhoneContext {
  const clause = /^[^\S\n]?[-–(:|]?[^\S\n]?[^,.;:|\n\d]*/u.exec(after)?.[0] ?? '';
  const words = (clause.match(WORD) ?? []).slice(0, MAX_AFTER_WORDS);
  const [nearest, ...others] = words.map((word) => phoneWord(word));
  const kinds = [nearest, ...others.filter((_, at) => !isCallWord(words[at + 1] ?? ''))];
  if (nearest === 'other') return 'against';
  if (nearest === 'place' || nearest === 'phone') return 'for';
  // `no`, a word of English before all, is a number's only before it.
  const isNumber = words.some((word) => phoneWord(word) === 'number' && word.length > 2);
  return isNumber || kinds.includes('phone') ? 'for' : 'none';
}
