// The tables of known words that go into the model.
import { addName, addWord } from '../../dist/detectors/person/name-tables.js';

/** Slots of the tables: filled to about three quarters. */
const WORD_SLOTS = 165_000;
const NAME_SLOTS = 118_000;

export function tablesOf(uses, names) {
  const made = { words: new Uint32Array(WORD_SLOTS), names: new Uint16Array(NAME_SLOTS) };
  for (const [language, list] of uses.entries())
    for (const { word, ...use } of list) addWord(made, word, language, use);
  for (const [name, value] of names) addName(made, name, value);
  return made;
}

/** Every second name only. */
export function halfOf(names) {
  return new Map([...names].filter((_, index) => index % 2 === 0));
}
