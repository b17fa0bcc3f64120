/** Words and clauses of the short pieces of text around a value. Pure; every input is a bounded slice. */
export interface Word {
  readonly raw: string;
  readonly lower: string;
}

const TOKEN = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|[,|•·]/gu;
const DIVIDERS: readonly string[] = ['|', '•', '·'];
/** `l'adresse`, `d'Anna`. */
const ELISION = /^[ld]['’](?=\p{L}{2})/iu;
/** `S.L.`, `e.V.` */
const DOTTED = /(?<!\p{L})(\p{L})\.\s?(\p{L})\.(?!\p{L})/gu;
/** A full stop behind these ends no sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `tel тел tél tlf ტელ nr no num núm ext mob моб მობ ул ქ გამზ st str dr mr mrs ms sra sr srta mme mlle г гг ltd inc co corp prof кв эл
  email mail ca geb z stk s.l`.split(/\s+/),
);
/** And some more, so that the end of a longer word is none. */
const MAX_ABBREVIATION_UNITS = 8;
/** A price ends what was said before it, too. */
const ENDS: readonly string[] = ['!', '?', ';', '…', '€', '$', '£', '₽', '₾', '₴'];
/** Before a full stop, and behind one that ends something. */
const LAST_WORD = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]*$/u;
const BEHIND_END = /^["”»)\s]?$/;

/** Words and commas in their order; every mark that divides a list is a comma. */
export function wordsOf(text: string): Word[] {
  const plain = text.includes('.') ? text.replace(DOTTED, '$1$2') : text;
  let end = 0;
  return (plain.match(TOKEN) ?? []).map((token) => {
    end = plain.indexOf(token, end) + token.length;
    const raw = DIVIDERS.includes(token) ? ',' : withoutElision(token);
    const lower = raw.toLowerCase();
    // `AB12` is a code: neither a name nor what companies in Sweden are called.
    return { raw: /\p{N}/u.test(plain.charAt(end)) ? lower : raw, lower };
  });
}

function withoutElision(token: string): string {
  const mark = token.charAt(1);
  return mark === "'" || mark === '’' ? token.replace(ELISION, '') : token;
}

/** Whether a word may be part of a name: a capital, or Georgian, which has none. */
export function isName(raw: string): boolean {
  return /^\p{Lu}|^\p{sc=Georgian}/u.test(raw);
}

/** The end of `before` that belongs to the clause of what follows: its own line, or the line before when that ends with a colon. */
export function clauseBefore(before: string): string {
  const line = before.slice((/:\s*$/.test(before) ? before.trimEnd() : before).lastIndexOf('\n') + 1);
  const clause = line.slice(Math.max(...ENDS.map((end) => line.lastIndexOf(end))) + 1);
  let stop = clause.lastIndexOf('.');
  while (stop !== -1 && !isEnd(clause, stop)) stop = stop === 0 ? -1 : clause.lastIndexOf('.', stop - 1);
  return clause.slice(stop + 1);
}

function isEnd(clause: string, stop: number): boolean {
  if (!BEHIND_END.test(clause.charAt(stop + 1))) return false;
  const word = LAST_WORD.exec(clause.slice(Math.max(0, stop - MAX_ABBREVIATION_UNITS), stop))?.[0] ?? '';
  return [...word].length !== 1 && !ABBREVIATIONS.has(word.toLowerCase());
}
