/** Whether a word for a child means one child, and by what: whose it is, its name, a definite article. Pure. */
import type { Language } from '../statement/people-words.ts';
import { articleBefore, isName, ownerBefore, type Reading } from '../statement/reading.ts';
import type { MinorRole } from './minor-words.ts';

export interface Anchor {
  readonly signal: 'owner' | 'definite' | 'none';
  readonly isNamed: boolean;
  /** Indexes of the first and the last token of the mention. */
  readonly first: number;
  readonly last: number;
}

/** "Дочь учится в школе": kin without an owner is the speaker's. */
const BARE_KIN: readonly Language[] = ['ru', 'ka'];
const GENITIVE = /^(?:de|d|del|du|der|des|von)$/;

export function anchorOf(reading: Reading<MinorRole>, head: number): Anchor {
  const named = nameOf(reading, head);
  const last = named ?? head;
  const owner = ownerBefore(reading, head) ?? genitiveBefore(reading, head);
  const isNamed = named !== undefined;
  if (owner !== undefined) return { signal: 'owner', isNamed, first: owner, last };
  const behind = genitiveBehind(reading, head);
  if (behind !== undefined) return { signal: 'owner', isNamed, first: head, last: behind };
  const article = articleBefore(reading, head);
  if (article !== undefined && reading.is(article, 'indefinite')) {
    const isOwn = reading.is(article - 1, 'have') && reading.tokens[article - 1]?.kind === 'word';
    return { signal: isOwn ? 'owner' : 'none', isNamed, first: isOwn ? article - 1 : article, last };
  }
  const isShared = reading.is(head, 'owned');
  if (article !== undefined) return { signal: isShared ? 'none' : 'definite', isNamed, first: article, last };
  if (reading.is(head - 1, 'have')) return { signal: 'owner', isNamed, first: head - 1, last };
  const isBareKin = BARE_KIN.includes(reading.language) && reading.is(head, 'kin') && !reading.is(head, 'owned');
  return { signal: isBareKin ? 'definite' : 'none', isNamed, first: head, last };
}

/** The index of a name right behind the child: "my son Luka", "a girl named Mia", "the pupil, Mia,". */
function nameOf(reading: Reading<MinorRole>, head: number): number | undefined {
  const { tokens, language } = reading;
  const isNameAt = (at: number): boolean =>
    isName(reading, at) || (language !== 'ka' && tokens[at]?.isCapital === true && !reading.isKnown(at));
  return [head + 1, head + 2].find((at) => isNameAt(at) && (at === head + 1 || isNaming(tokens[head + 1]?.text)));
}

function isNaming(text = ''): boolean {
  return /^(?:named|called|namens|nommé|nommée|appelé|appelée|llamado|llamada|по|სახელად|,)$/.test(text);
}

/** Georgian and German put whose child it is before it: "გიორგის შვილი", "Annas Tochter". */
function genitiveBefore(reading: Reading<MinorRole>, head: number): number | undefined {
  if (reading.language === 'de') return isGermanGenitive(reading, head - 1) ? head - 1 : undefined;
  if (reading.language !== 'ka') return undefined;
  return isName(reading, head - 1) || reading.is(head - 1, 'relation') ? head - 1 : undefined;
}

/** "Annas Tochter" */
function isGermanGenitive(reading: Reading<MinorRole>, index: number): boolean {
  const token = reading.tokens[index];
  return token?.isCapital === true && token.text.endsWith('s') && !reading.isKnown(index);
}

/** "le fils d'Anna", "la hija de mi vecina", "der Sohn meiner Nachbarin": the index of the owner. */
function genitiveBehind(reading: Reading<MinorRole>, head: number): number | undefined {
  const { tokens, language } = reading;
  if (language !== 'fr' && language !== 'es' && language !== 'de') return undefined;
  const isJoined = GENITIVE.test(tokens[head + 1]?.text ?? '') || (language === 'de' && reading.is(head + 1, 'owner'));
  if (!isJoined) return undefined;
  return [head + 2, head + 3, head + 4].find((at) => isName(reading, at) || reading.is(at, 'relation'));
}
