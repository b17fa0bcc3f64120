/** Replaces found places of a text by a mask that does not identify anybody. Pure; changes nothing else. */
import { createHmac } from 'node:crypto';
import { normaliseValue } from '../core/normalise-value.ts';
import { type FindingType, typeName } from '../core/types.ts';
import { ConfigError, UncleanableError } from '../errors.ts';
import { partialMask } from './partial-mask.ts';

/** A place to mask: the part of a finding that is needed, offsets in UTF-16 units into the text as given. */
export interface MaskedFinding {
  readonly id: string;
  readonly type: FindingType;
  readonly start: number;
  readonly end: number;
}

export interface MaskOptions {
  /** `[email]`, a hint as `a•••@•••.com`, or a stable `[email-3fa2c1]` that needs `key`. */
  readonly style: 'label' | 'partial' | 'pseudonym';
  /** 32 bytes; the same key gives the same value the same pseudonym. */
  readonly key?: Uint8Array | undefined;
}

interface TextChange {
  readonly kind: 'masked';
  /** The finding's id. */
  readonly finding: string;
  readonly type: FindingType;
  /** Offsets into the text as given, as in the finding. */
  readonly start: number;
  readonly end: number;
}

export interface MaskedText {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  /** Of the finding that gives the type. */
  readonly length: number;
}

const PSEUDONYM_HEX_DIGITS = 6;

/**
 * Masks the findings; overlapping ones become one mask, named after the longest. A place that already holds its mask stays.
 * Throws `CONFIG_INVALID` for pseudonyms without a key, `UNCLEANABLE` for a place outside of the text.
 */
export function maskText(text: string, findings: readonly MaskedFinding[], { style, key }: MaskOptions): MaskedText {
  if (style === 'pseudonym' && key === undefined) {
    throw new ConfigError([{ path: 'redaction.mask', expected: 'a key for pseudonyms' }]);
  }
  let masked = '';
  let from = 0;
  for (const place of mergedPlaces(text, findings)) {
    masked += text.slice(from, place.start) + maskOf(place.type, text.slice(place.start, place.end), { style, key });
    from = place.end;
  }
  const changes = findings.map(
    ({ id, type, start, end }): TextChange => ({ kind: 'masked', finding: id, type, start, end }),
  );
  return { text: masked + text.slice(from), changes };
}

function maskOf(type: FindingType, value: string, { style, key }: MaskOptions): string {
  const name = typeName(type);
  const label = `[${name}]`;
  const isMask = value === label || new RegExp(`^\\[${name}-[0-9a-f]{${PSEUDONYM_HEX_DIGITS}}\\]$`).test(value);
  if (isMask) return value;
  if (style === 'partial') return partialMask(type, value) ?? label;
  if (style === 'label' || key === undefined) return label;
  const digest = createHmac('sha256', key)
    .update(`${type}\0${normaliseValue(type, value)}`)
    .digest('hex');
  return `[${name}-${digest.slice(0, PSEUDONYM_HEX_DIGITS)}]`;
}

/** In the order of the text, none touching the inside of another, no surrogate pair cut in two. */
function mergedPlaces(text: string, findings: readonly MaskedFinding[]): Place[] {
  const merged: Place[] = [];
  for (const place of findings.map((finding) => placeOf(text, finding)).sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before === undefined || place.start >= before.end) {
      merged.push(place);
      continue;
    }
    const longest = place.length > before.length ? place : before;
    merged[merged.length - 1] = { ...longest, start: before.start, end: Math.max(before.end, place.end) };
  }
  return merged;
}

function placeOf(text: string, { start, end, type }: MaskedFinding): Place {
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  if (!isPlace) throw new UncleanableError('failed', `a place of type ${type} is outside of the text`);
  const first = isInsidePair(text, start) ? start - 1 : start;
  const last = isInsidePair(text, end) ? end + 1 : end;
  return { start: first, end: last, type, length: last - first };
}

function isInsidePair(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}
