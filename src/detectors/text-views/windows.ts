/** The parts of a text around its places, each with what stands beside it. Pure, linear. */
import type { Place } from './rewritten.ts';

/** Kept on both sides of a place, so that words and owners beside a value still tell what it is. */
const CONTEXT_UNITS = 120;
/** A window begins and ends between words, if there is a blank this near; half a value would be another value. */
const MAX_WORD_UNITS = 80;

/** `places` in order; windows that touch are one. */
export function windowsAround(text: string, places: readonly Place[]): Place[] {
  const windows: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = windows.at(-1);
    const start = blankBefore(text, place.start - CONTEXT_UNITS);
    if (last !== undefined && start <= last.end) {
      if (place.end > last.end - CONTEXT_UNITS)
        last.end = Math.max(last.end, blankBehind(text, place.end + CONTEXT_UNITS));
    } else windows.push({ start, end: blankBehind(text, place.end + CONTEXT_UNITS) });
  }
  return windows;
}

function blankBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const word = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, at - MAX_WORD_UNITS), at))?.[0] ?? '';
  return at - (word.length < MAX_WORD_UNITS ? word.length : 0);
}

function blankBehind(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const word = /^\S*/.exec(text.slice(at, at + MAX_WORD_UNITS))?.[0] ?? '';
  return at + (word.length < MAX_WORD_UNITS ? word.length : 0);
}
