/** What is known of words beforehand: how they are used in English, German and Spanish text, and where they stand on lists of names. Pure. */
import { hashOf, mix } from './hash.ts';

export const LANGUAGES = ['en', 'de', 'es'] as const;

/** Bits of `namesOf`: first names and surnames, each rare or frequent, and places (0b10000). */
export const NAME_BITS = { first: 0b11, last: 0b1100 } as const;

/** How a word is used. */
export interface WordUse {
  /** Number of its Brown cluster within its language, from 1 on. */
  readonly cluster: number;
  /** 1 (rare) to 15 (most frequent). */
  readonly frequency: number;
  /** 1 (nearly always in lower case) to 15 (nearly always with a capital). */
  readonly capital: number;
}

/**
 * Two tables with open addressing that keep a fingerprint in place of the word: 1 in about 10,000 unknown words is taken for a known
 * one by `words` (14 bits), 1 in about 700 by `names` (10 bits).
 */
export interface NameTables {
  /** 14 bits fingerprint, 10 cluster, 4 frequency, 4 capital. */
  readonly words: Uint32Array;
  /** 10 bits fingerprint, 6 bits as in `NAME_BITS`. */
  readonly names: Uint16Array;
}

const NAME_SALT = 77;

/**
 * The use of the word with this hash, as it is written, in the language with that index in `LANGUAGES`: 10 bits cluster, 4 frequency, 4
 * capital; 0 for a word that is not in the table.
 */
export function useOf({ words }: NameTables, hash: number, language: number): number {
  const key = mix(hash, language);
  const fingerprint = wordFingerprint(key);
  for (
    let slot = slotOf(key, words.length), tries = 0;
    tries < words.length;
    tries++, slot = next(slot, words.length)
  ) {
    const entry = words[slot] ?? 0;
    if (entry === 0) return 0;
    if (entry >>> 18 === fingerprint) return entry & 0x3ffff;
  }
  return 0;
}

/** On which lists a word in lower case stands, as bits. */
export function namesOf({ names }: NameTables, lowerCaseWord: string): number {
  const key = mix(hashOf(lowerCaseWord), NAME_SALT);
  const fingerprint = nameFingerprint(key);
  for (
    let slot = slotOf(key, names.length), tries = 0;
    tries < names.length;
    tries++, slot = next(slot, names.length)
  ) {
    const entry = names[slot] ?? 0;
    if (entry === 0) return 0;
    if (entry >>> 6 === fingerprint) return entry & 63;
  }
  return 0;
}

/** Puts a word into a table under construction; a word whose fingerprint is there already is left out. */
export function addWord({ words }: NameTables, word: string, language: number, use: WordUse): void {
  const key = mix(hashOf(word), language);
  const entry = (wordFingerprint(key) << 18) | (use.cluster << 8) | (use.frequency << 4) | use.capital;
  let slot = slotOf(key, words.length);
  while (words[slot] !== 0) {
    if ((words[slot] ?? 0) >>> 18 === wordFingerprint(key)) return;
    slot = next(slot, words.length);
  }
  words[slot] = entry;
}

/** Puts a word in lower case into a table under construction. */
export function addName({ names }: NameTables, lowerCaseWord: string, bits: number): void {
  const key = mix(hashOf(lowerCaseWord), NAME_SALT);
  let slot = slotOf(key, names.length);
  while (names[slot] !== 0) {
    if ((names[slot] ?? 0) >>> 6 === nameFingerprint(key)) return;
    slot = next(slot, names.length);
  }
  names[slot] = (nameFingerprint(key) << 6) | bits;
}

function slotOf(key: number, length: number): number {
  return Math.floor(((key >>> 0) / 2 ** 32) * length);
}

function next(slot: number, length: number): number {
  return slot + 1 === length ? 0 : slot + 1;
}

/** Never 0, so that no entry is 0. */
function wordFingerprint(key: number): number {
  return mix(key, 1) & 0x3fff || 1;
}

function nameFingerprint(key: number): number {
  return mix(key, 2) & 0x3ff || 1;
}
