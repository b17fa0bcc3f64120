/** Digits and the letters and signs that readers of pictures take for them. Own list, from the faults of two readers on printed numbers. */

/** What looks like the digit in most typefaces, Cyrillic letters among them. */
const IN_MOST: ReadonlyMap<string, string> = signsOf('0:OoОо 1:lI| 2:Z 3:Зз 5:S 8:B');
/** In some: trusted only where check digits or a word speak for the number. */
const IN_SOME: ReadonlyMap<string, string> = signsOf('0:QDU 1:i!][ 2:z 4:A 5:s 6:Gb 7:T? 9:qg');
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B', '|': 'I' }),
);

/** The digit that a sign may be; undefined for one that looks like none. */
export function digitFor(sign: string): string | undefined {
  return IN_MOST.get(sign) ?? IN_SOME.get(sign);
}

/** The capital letter that a digit may be. */
export function letterFor(sign: string): string | undefined {
  return LETTERS.get(sign);
}

/** Whether a sign looks like a digit in some typefaces only. */
export function isFaint(sign: string): boolean {
  return IN_SOME.has(sign);
}

function signsOf(table: string): ReadonlyMap<string, string> {
  return new Map(
    table.split(' ').flatMap((row) => [...row.slice(2)].map((sign): [string, string] => [sign, row.charAt(0)])),
  );
}
