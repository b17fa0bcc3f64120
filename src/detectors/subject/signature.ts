/** Whether a value stands in the block under a mail's closing words, and whether the mail above it is the user's own. Bounded, pure. */
import { matchesOf } from '../matches-of.ts';
import { isPasted } from './spoken-by-other.ts';

const MAX_BLOCK_UNITS = 200;
const MAX_BLOCK_LINES = 7;
const MAX_LINE_UNITS = 70;
const MAX_MAIL_UNITS = 500;

const CLOSING =
  /(?:^|\n)[ \t]*(?:(?:with\s)?(?:best|kind|warm|kindest|warmest)(?:\s(?:regards|wishes))?|regards|best|cheers|sincerely|yours\s(?:sincerely|faithfully|truly)|(?:many\s)?thanks|thank\syou|love|mit\s(?:freundlichen|besten|herzlichen|lieben)\sgrüßen|(?:viele|liebe|beste|schöne|herzliche|freundliche)\sgrüße|mfg|lg|vg|gruß|hochachtungsvoll|cordialement|bien\sà\svous|(?:bien\s)?sincèrement|salutations|(?:mes\s)?sincères\ssalutations|amicalement|bonne\sjournée|(?:un\s(?:cordial\s)?)?saludos?|(?:un\s)?abrazo|atentamente|cordialmente|gracias|с\s(?:наилучшими\s)?(?:уважением|пожеланиями|любовью)|всего\s(?:доброго|хорошего)|спасибо|პატივისცემით|საუკეთესო\sსურვილებით|მადლობა)[,.!]?[ \t]*\n(?![\s\S]*\n[ \t]*\n[ \t]*\n)/giu;
const FIRST_PERSON =
  /(?<![\p{L}])(?:i|i['’](?:m|ve|d|ll)|my|me|ich|mein\p{L}{0,2}|mich|mir|je|j['’]\p{L}+|mon|ma|mes|moi|yo|mi|mis|me|llevo|quiero|soy|estoy|я|мой|моя|моё|мои|меня|мне|свои|მე|ჩემ\p{L}{0,3})(?![\p{L}])/iu;

export type Signature = 'own' | 'some' | 'none';

/** `own`: the mail above speaks in the first person and was not pasted from somebody else. */
export function signatureOf(text: string, start: number): Signature {
  const block = text.slice(Math.max(0, start - MAX_BLOCK_UNITS), start);
  const closing = block.includes('\n') ? matchesOf(block, CLOSING).at(-1) : undefined;
  if (closing === undefined) return 'none';
  const lines = block.slice(closing.index + closing[0].length).split('\n');
  if (lines.length > MAX_BLOCK_LINES || lines.some(({ length }) => length > MAX_LINE_UNITS)) return 'none';
  const closingAt = start - block.length + closing.index;
  const mail = text.slice(Math.max(0, closingAt - MAX_MAIL_UNITS), closingAt);
  const isReply = /^\s?>/m.test(mail) || isPasted(text, start);
  return FIRST_PERSON.test(mail) && !isReply ? 'own' : 'some';
}
