/** Business cards: a few lines with ways to reach somebody, and one line that says whom. */
import { hasWord, wordTest } from '../context-words.ts';
import type { TextDetection } from '../text-detector.ts';
import { MODEL_SURE, type NamesIn, nameLine } from './name-lines.ts';
import { below, type Placed, type Raised } from './placed.ts';

const MAX_STRETCHES = 18;
const MAX_UNITS = 480;
const WEBSITE =
  /(?:www\.|https?:\/\/)[\p{L}\d]|(?<![@\p{L}\d.-])[\p{L}\d-]{3,40}\.(?:com|net|org|de|fr|es|ru|ge|eu|co\.uk|io)(?![\p{L}\d.])/iu;
const isPost = wordTest(
  `ceo cto cfo coo md founder owner director manager engineer developer designer consultant assistant analyst architect lawyer attorney realtor
  agent broker president officer specialist coordinator accountant partner photographer editor sales marketing inhaber inhaberin leiter leiterin berater beraterin
  vertrieb geschäftsführer geschäftsführerin ingenieur ingenieurin arzt ärztin rechtsanwalt rechtsanwältin directeur directrice gérant gérante responsable
  ingénieur avocat avocate conseiller gerente ingeniero ingeniera abogado abogada directora asesor asesora директор менеджер инженер дизайнер юрист врач
  руководитель დირექტორი მენეჯერი ინჟინერი იურისტი ექიმი`,
);
const SCORE = { spelled: 0.8, known: 0.72, besidePost: 0.65 };
const MIN_PART_UNITS = 3;

/** `found` by page: what the search found, for the addresses that spell a name. */
export function businessCardNames(
  all: readonly Placed[],
  found: readonly (readonly TextDetection[])[],
  namesIn: NamesIn,
): Raised[] {
  if (all.length > MAX_STRETCHES || all.reduce((sum, { text }) => sum + text.length, 0) > MAX_UNITS) return [];
  const types = new Set(found.flat().map(({ type }) => type));
  const posts = all.filter(({ text }) => hasPost(text));
  const isReachable = types.has('email') || types.has('phone');
  const signs = [
    types.has('email'),
    types.has('phone'),
    types.has('address'),
    all.some(({ text }) => WEBSITE.test(text)),
    posts.length > 0,
  ];
  if (!isReachable || signs.filter(Boolean).length < 2) return [];
  const mailboxes = all.flatMap(({ text }) => mailboxesIn(text));
  return all.flatMap((placed) => {
    const name = nameLine(placed.text, namesIn);
    if (name === undefined || name.words < 2) return [];
    const isSpelled = partsOf(placed.text).some((part) => mailboxes.some((mailbox) => mailbox.includes(part)));
    const isBesidePost = posts.some((post) => post === below(placed, all) || placed === below(post, all));
    const score = isSpelled
      ? SCORE.spelled
      : name.model >= MODEL_SURE
        ? SCORE.known
        : isBesidePost
          ? SCORE.besidePost
          : 0;
    const { page, start, end } = placed;
    const reasons = ['document:business-card'];
    return score === 0
      ? []
      : [{ page, detection: { type: 'person', detector: 'document-kind', reasons, score, start, end } as const }];
  });
}

function hasPost(text: string): boolean {
  return text.length <= 60 && hasWord(text, isPost);
}

/** What stands before the sign of an address, in letters without accents. */
function mailboxesIn(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{N}._+-]{3,64}(?= ?@)/gu)].map(({ 0: mailbox }) => plain(mailbox));
}

function partsOf(name: string): string[] {
  return plain(name)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= MIN_PART_UNITS);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
