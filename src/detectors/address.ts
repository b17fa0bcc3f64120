/**
 * Street and postal addresses of many countries, as one place from the house or the flat to the country, line breaks included. An
 * address is found from its digits: a street's word beside a house number (`221B Baker Street`, `ул. Ленина, д. 5`), or a name and a
 * number that a unit, a postcode, a country or words such as "I live at" prove to be one. Also post office boxes, posts of the US
 * armed forces and postcodes that are named so. Sources of the tables stand with them.
 *
 * Misses: addresses without digits, a city or country alone, streets known only by their name and a number with nothing around
 * them, numbers in words.
 */

import type { ScoreStep } from '../core/types.ts';
import { addressContext } from './address/address-context.ts';
import { addressSteps, contextStep, unspacedSteps } from './address/address-score.ts';
import { boxAt } from './address/boxes.ts';
import { type Street, streetAt } from './address/find-street.ts';
import { growBlock } from './address/grow-block.ts';
import { postcodeBlockAt } from './address/postcode-block.ts';
import { type Island, islandsOf, isNumeric, readBehind, type Token } from './address/tokens.ts';
import { type Unspaced, unspacedAt } from './address/unspaced.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

/** From here on what a number belongs to is settled. */
const SURE = 0.5;
/** Less is no address by any preset. */
const MIN_SCORE = 0.3;
/** What the words before it cannot lift to an address is not looked at again. */
const MIN_SCORE_WITHOUT_CONTEXT = 0.2;

export const address: TextDetector = {
  id: 'address',
  types: ['address'],
  example: 'She lives at 12 Examplar Street, Springfield.',
  needsDigit: true,
  detect(text, { fieldName } = {}) {
    const found: TextDetection[] = [];
    let settledEnd = 0;
    for (const island of islandsOf(text)) {
      let from = island.tokens.findIndex(({ start }) => start >= settledEnd);
      for (let at = from; at >= 0 && (island.tokens[at]?.start ?? text.length) < island.lookEnd; at++) {
        const address =
          at >= from && isNumeric(island.tokens[at]) ? addressAt(island, { at, from, fieldName }) : undefined;
        if (address === undefined) continue;
        addUnlessWeaker(found, address.detection);
        if (address.detection.score < SURE) continue;
        from = address.last + 1;
        settledEnd = address.detection.end;
      }
    }
    return found;
  },
};

interface Look {
  /** The place of a token with digits. */
  readonly at: number;
  /** The first token that no address before has taken. */
  readonly from: number;
  readonly fieldName: string | undefined;
}

interface Address {
  readonly detection: TextDetection;
  /** The place of its last token. */
  readonly last: number;
}

/** A run of tokens, and why it may be an address. */
interface Evidence {
  readonly first: number;
  readonly last: number;
  readonly steps: readonly ScoreStep[];
  readonly needsLeadIn?: boolean;
}

/** What the digits belong to: a box, an address of East Asia, a street, or a postcode below its street. */
function addressAt(island: Island, look: Look): Address | undefined {
  const box = boxAt(island, look.at, look.fieldName);
  if (box !== undefined) {
    readBehind(island, box.last);
    return weighed(island, { ...box, ...growBlock(island, box, look.from) }, look);
  }
  const unspaced = unspacedAt(island.text, firstDigit(island.text, island.tokens[look.at]));
  if (unspaced !== undefined) return unspacedAddress(island, look.at, unspaced);
  const street = streetAt(island, look.at);
  const ofStreet = street && streetAddress(island, street, look);
  if (ofStreet !== undefined && ofStreet.detection.score >= SURE) return ofStreet;
  const code = postcodeBlockAt(island, look.at);
  return (code && weighed(island, code, look)) ?? ofStreet;
}

function streetAddress(island: Island, street: Street, look: Look): Address | undefined {
  readBehind(island, street.last);
  const block = growBlock(island, street, look.from);
  const needsLeadIn = street.words === 'none';
  return weighed(island, { ...block, steps: addressSteps(street, block), needsLeadIn }, look);
}

function unspacedAddress({ tokens }: Island, at: number, { start, end, hasPlace }: Unspaced): Address {
  let last = at;
  while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) last++;
  const detection = { type: 'address', detector: 'address', start, end, ...weigh(unspacedSteps(hasPlace)) } as const;
  return { detection, last };
}

/** Where the digits of a number or of a `code` begin: without blanks they stand right behind the street. */
function firstDigit(text: string, token: Token | undefined): number {
  if (token?.kind !== 'code') return token?.start ?? 0;
  return token.start + Math.max(0, text.slice(token.start, token.end).search(/\p{Nd}/u));
}

function weighed(
  { text, tokens }: Island,
  { first, last, steps, needsLeadIn = false }: Evidence,
  { from, fieldName }: Look,
): Address | undefined {
  const sum = steps.reduce((total, { weight }) => total + weight, 0);
  if (first < from || sum < MIN_SCORE_WITHOUT_CONTEXT) return undefined;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  const context = addressContext(text, start, { fieldName, needsLeadIn: needsLeadIn && sum < SURE });
  const { score, trace } = weigh([...steps, contextStep(context)]);
  if (score < MIN_SCORE) return undefined;
  return { detection: { type: 'address', detector: 'address', start, end, score, trace }, last };
}

/** One place is one address: of two that overlap the surer stays, the earlier one when they are alike. */
function addUnlessWeaker(found: TextDetection[], detection: TextDetection): void {
  for (let rival = found.at(-1); rival !== undefined && rival.end > detection.start; rival = found.at(-1)) {
    if (rival.score >= detection.score) return;
    found.pop();
  }
  found.push(detection);
}
