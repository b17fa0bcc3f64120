// One picture of the set by its number: which kind, how large its letters are, what happened to it on its way. The same seed, half and number
// give the same picture.
import { createRandom } from '../random.mjs';
import { table } from './grounds.mjs';
import { KINDS } from './kinds.mjs';
import { createInventor } from './people.mjs';
import { photograph } from './photograph.mjs';

export const HALVES = ['tuned', 'held-out'];

/** Of fifty pictures in a row, this many of each group: what they hold decides, not chance. */
const GROUPS = { latin: 33, cyrillic: 2, georgian: 2, 'text without data': 7, 'no text': 6 };
const ORDER = shuffled(Object.entries(GROUPS).flatMap(([group, count]) => Array.from({ length: count }, () => group)));
const MAX_PIXELS = 4_000_000;
const MAX_LETTER = 40;

/** `{ kind, group, traits, bytes, width, height, labels, lines }`: labels and lines as of a sheet, in the picture's pixels. */
export async function generatePicture(index, { seed, half }) {
  const forms = HALVES.indexOf(half);
  const random = createRandom(seed + 7919 * index + 104729 * forms);
  const group = ORDER[index % ORDER.length];
  const isScript = group === 'cyrillic' || group === 'georgian';
  const inventor = createInventor(random, { forms, script: isScript ? group : 'latin' });
  const kinds = KINDS[half].filter(({ groups }) => groups.includes(group));
  const kind = kinds[placeInGroup(index, group) % kinds.length];
  const traits = traitsOf(inventor, kind, half);
  const letter = kind.minLetter + (MAX_LETTER - kind.minLetter) * random() ** 1.4;
  const sheet = kind.draw(inventor, letter / traits.shrink);
  const pixels = sheet.width * sheet.height * traits.shrink ** 2;
  if (pixels > MAX_PIXELS) traits.shrink *= Math.sqrt(MAX_PIXELS / pixels);
  const picture = await photograph(sheet, traits, { random, table: (...place) => table(...place, inventor) });
  return { index, kind: kind.name, group, traits, ...picture };
}

/** How many of the group come before, so that its kinds take turns. */
function placeInGroup(index, group) {
  const inRound = ORDER.slice(0, index % ORDER.length).filter((one) => one === group).length;
  return Math.floor(index / ORDER.length) * GROUPS[group] + inRound;
}

/** Screenshots are rarely askew and never grainy; what is photographed is. */
function traitsOf({ pick, between, chance }, { isPhotographed }, half) {
  const way = chance(0.7) ? 'upright' : chance(0.5) ? 'turned' : 'skewed';
  const skew = way === 'skewed' || (isPhotographed && chance(0.3)) ? between(-100, 100) / 10 : 0;
  const format = pick(['jpeg', 'jpeg', 'jpeg', 'png', 'webp']);
  return {
    turns: way === 'turned' ? between(1, 3) : 0,
    skew,
    shear: half === 'held-out' && skew !== 0 ? between(-6, 6) / 100 : 0,
    shrink: pick([1, 1, 0.8, 0.65, 0.5]),
    blur: chance(isPhotographed ? 0.5 : 0.15) ? between(3, 9) / 10 : 0,
    grain: isPhotographed && chance(0.6) ? between(6, 34) : 0,
    shade: isPhotographed && chance(0.5) ? between(10, 45) / 100 : 0,
    format,
    quality: format === 'jpeg' ? between(40, 95) : between(60, 90),
  };
}

/** Always the same order, the groups mixed. */
function shuffled(list) {
  const random = createRandom(50);
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
