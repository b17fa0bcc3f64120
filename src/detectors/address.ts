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
import { ADDRESS_WORDS, addressSteps, contextStep, unspacedSteps } from './address/address-score.ts';
import { boxAt } from './address/boxes.ts';
import { type Street, streetAt } from './address/find-street.ts';
import { growBlock } from './address/grow-block.ts';
import { postcodeBlockAt } from './address/postcode-block.ts';
import { type Island, islandsOf, type Token } from './address/tokens.ts';
import { type Unspaced, unspacedAt } from './address/unspaced.ts';
import { type Context, contextOf } from './context-words.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

/** What stands right before an address that has no street's word: "live at", "send it to", "address:", a line break. */
const LEAD_IN = /(?:[:,\n(>]|(?<!\p{L})(?:at|to|is|in|with|on|an|nach|ist|est|es|en|в|на|по|адресу))\s*$/iu;

/** `shippingAddress`, `street`, `zip_code`: not `emailAddress` or `ip_address`. */
const ADDRESS_FIELD =
  /(?<!e-?mail.?|ip.?|mac.?|web.?|url.?)addr|street|straße|strasse|zip|postal|postcode|plz|адрес|მისამართ|adres|direcci|indirizzo|endere/iu;

/** How long the line with the name before an address may be. */
const MAX_NAME_LINE_UNITS = 60;

/** From here on what a number belongs to is settled. */
const SURE = 0.5;
const MAX_LEAD_IN_UNITS = 12;

/** Less is no address by any preset. */
const MIN_SCORE = 0.3;
/** What a word before an address adds at most: a block that stays under the rest is not looked at again. */
const MIN_SCORE_WITHOUT_CONTEXT = 0.2;

export const address: TextDetector = {
  id: 'address',
  types: ['address'],
  example: 'She lives at 12 Examplar Street, Springfield.',
  detect(text, { fieldName } = {}) {
    const found: TextDetection[] = [];
    for (const island of islandsOf(text)) {
      let from = 0;
      for (let at = 0; at < island.tokens.length; at++) {
        const token = island.tokens[at];
        if (at < from || token === undefined || token.kind === 'word' || token.kind === 'mark') continue;
        const candidate = candidateAt(island, at, fieldName);
        if (candidate === undefined) continue;
        const { detection, last } = candidate;
        const rival = found.at(-1);
        if (rival !== undefined && rival.end > detection.start) {
          if (rival.score >= detection.score) continue;
          found.pop();
        }
        found.push(detection);
        from = detection.score >= SURE ? last + 1 : from;
      }
    }
    return found;
  },
};

interface Candidate {
  readonly detection: TextDetection;
  readonly last: number;
}

function candidateAt(island: Island, at: number, fieldName: string | undefined): Candidate | undefined {
  const box = boxAt(island, at);
  if (box !== undefined) {
    const block = growBlock(island, box);
    return scored(island, block, box.steps, fieldName);
  }
  const unspaced = unspacedAt(island.text, firstDigit(island.text, island.tokens[at]));
  if (unspaced !== undefined) return unspacedCandidate(island, at, unspaced);
  const street = streetAt(island, at);
  const ofStreet = street && streetCandidate(island, street, fieldName);
  if (ofStreet !== undefined && ofStreet.detection.score >= SURE) return ofStreet;
  const ofCode = postcodeBlockAt(island, at);
  return (ofCode && scored(island, ofCode, ofCode.steps, fieldName)) ?? ofStreet;
}

/** Where the digits of a number or of a `code` begin: without blanks they stand right behind the street. */
function firstDigit(text: string, token: Token | undefined): number {
  if (token?.kind !== 'code') return token?.start ?? 0;
  return token.start + Math.max(0, text.slice(token.start, token.end).search(/\p{Nd}/u));
}

function streetCandidate(island: Island, street: Street, fieldName: string | undefined): Candidate | undefined {
  const block = growBlock(island, street);
  return scored(island, block, addressSteps(street, block), fieldName, street.words === 'none');
}

function unspacedCandidate({ tokens }: Island, at: number, { start, end, hasPlace }: Unspaced): Candidate {
  const { score, trace } = weigh(unspacedSteps(hasPlace));
  let last = at;
  while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) last++;
  return { detection: { type: 'address', detector: 'address', start, end, score, trace }, last };
}

function scored(
  island: Island,
  { first, last }: { readonly first: number; readonly last: number },
  steps: readonly ScoreStep[],
  fieldName: string | undefined,
  needsLeadIn = false,
): Candidate | undefined {
  const sum = steps.reduce((total, { weight }) => total + weight, 0);
  if (sum < MIN_SCORE_WITHOUT_CONTEXT) return undefined;
  const start = island.tokens[first]?.start ?? 0;
  const end = island.tokens[last]?.end ?? start;
  const mayCount =
    !needsLeadIn || sum >= SURE || LEAD_IN.test(island.text.slice(Math.max(0, start - MAX_LEAD_IN_UNITS), start));
  const context = mayCount ? contextBefore(island.text, start, fieldName) : 'none';
  const { score, trace } = weigh([...steps, contextStep(context)]);
  if (score < MIN_SCORE) return undefined;
  return { detection: { type: 'address', detector: 'address', start, end, score, trace }, last };
}

/** On the line of the address, or over the line before it, where a name stands: `Deliver to:`. Only what is before counts. */
function contextBefore(text: string, start: number, fieldName: string | undefined): Context {
  const before = text.slice(0, start);
  if (fieldName !== undefined && ADDRESS_FIELD.test(fieldName.slice(0, MAX_NAME_LINE_UNITS))) return 'for';
  const context = contextOf(before, { start, end: start }, ADDRESS_WORDS, fieldName);
  if (context !== 'none') return context;
  const window = before.slice(-MAX_NAME_LINE_UNITS);
  const lines = /\n[^\n]*\n[\s>?|]*$/.exec(window);
  if (lines === null) return 'none';
  const lineStart = start - window.length + lines.index + 1;
  return before.charAt(lineStart - 2) === ':'
    ? contextOf(before.slice(0, lineStart), { start: lineStart, end: lineStart }, ADDRESS_WORDS)
    : 'none';
}
