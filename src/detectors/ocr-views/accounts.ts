/**
 * IBANs with letters for digits or digits for letters: each country prints either at a known place (ISO 13616), and the check digits
 * decide. What is no account stays as it was read.
 */
import { hasValidCheckDigits, ibanForm } from '../iban/registry.ts';
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from '../text-views/rewritten.ts';
import { digitFor, letterFor } from './look-alikes.ts';

const ANCHOR =
  /(?<![\p{L}\p{N}])(?:[1Il]BAN:?[ ]?)?([A-Z0568]{2} ?[\dOoQDIli|!SBZGszbgqAT]{2})(?=[ .-]{0,3}[A-Za-z\d])/gu;
const SEPARATOR = /[ .\-\u00a0]/;
const MAX_SEPARATORS = 3;
export const accounts: Rewriting = (text) => {
  const edits: Edit[] = [];
  for (const { 0: anchor, 1: head = '', index } of matchesOf(text, ANCHOR)) {
    const edit = accountAt(text, index + anchor.length - head.length);
    if (edit !== undefined && edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
  }
  return edits;
};

function accountAt(text: string, start: number): Edit | undefined {
  const [first, second] = [text.charAt(start), text.charAt(start + 1)];
  for (const letter of first === '0' ? ['D', 'O'] : [asLetter(first)]) {
    const edit = accountOf(text, start, letter + asLetter(second));
    if (edit !== undefined) return edit;
  }
  return undefined;
}

function accountOf(text: string, start: number, country: string): Edit | undefined {
  const form = ibanForm(country);
  if (form === undefined) return undefined;
  const places = placesFrom(text, start, form.length);
  if (places === undefined) return undefined;
  for (const read of [asWritten, asDigit]) {
    const account = places.signs.slice(2).map((sign, at) => signAt(sign, form.places.charAt(at + 2), read));
    const bare = country + account.join('');
    if (!form.pattern.test(bare) || !hasValidCheckDigits(bare)) continue;
    const isAsRead = bare === places.signs.join('') && text.slice(start, places.end) === grouped(bare);
    // In groups, so that what follows stands apart as before.
    return isAsRead
      ? undefined
      : { start, end: places.end, text: grouped(bare), placeOf: () => ({ start: 0, end: places.end - start }) };
  }
  return undefined;
}

/** As many letters, digits and look-alikes as the country's accounts have. */
function placesFrom(
  text: string,
  start: number,
  length: number,
): { readonly signs: readonly string[]; readonly end: number } | undefined {
  const signs: string[] = [];
  let separators = 0;
  let at = start;
  for (; signs.length < length; at++) {
    const sign = text.charAt(at);
    if (/[A-Za-z\d|!]/.test(sign)) {
      signs.push(sign);
      separators = 0;
    } else if (!SEPARATOR.test(sign) || ++separators > MAX_SEPARATORS) return undefined;
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(at)) ? undefined : { signs, end: at };
}

/** `place`: `n` a digit, `a` a letter, `c` either, as the registry has it. */
function signAt(sign: string, place: string, read: (sign: string) => string): string {
  if (place === 'n') return asDigit(sign);
  return place === 'a' ? asLetter(sign) : read(sign);
}

function asWritten(sign: string): string {
  return sign.toUpperCase();
}

function asDigit(sign: string): string {
  return digitFor(sign) ?? sign.toUpperCase();
}

function asLetter(sign: string): string {
  return letterFor(sign) ?? sign.toUpperCase();
}

function grouped(bare: string): string {
  return bare.match(/.{1,4}/g)?.join(' ') ?? bare;
}
