/**
 * Names of people, in two tiers: likely (0.6 and over) and possible (0.4 and over). A model of our own tags the words: a linear-chain
 * conditional random field over the form of words, their use in English, German and Spanish, lists of first names and surnames of
 * about 60 locales and case endings of Russian, Ukrainian and Georgian. Data, licences and measured scores: `models/person-names.md`.
 *
 * Misses: names in scripts without blanks (Chinese, Japanese, Thai), names in lower case that are on no list or are mostly words, single
 * Georgian names on no list. Handles, hashtags and names within addresses and URLs are no names here.
 */
import { detectNames } from './person/detect-names.ts';
import { loadNameModel } from './person/load-name-model.ts';
import type { TextDetector } from './text-detector.ts';

export const person: TextDetector = {
  id: 'person',
  types: ['person'],
  example: 'My neighbour Anna Berger asked for it.',
  load: () => loadNameModel(),
  detect: (text) => detectNames(text, loadNameModel().tag),
};
