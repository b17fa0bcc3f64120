/** A piece of text as words, numbers and marks. Pure, one pass. */
import { matchesOf } from '../matches-of.ts';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** Of a word in lower case. */
  readonly text: string;
  /** UTF-16 offsets into the whole text. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter and goes on in lower case. */
  readonly isCapital: boolean;
}

/** Words end at apostrophes and hyphens: `she's` and `l'élève` are three tokens each. */
const TOKEN = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]/gu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** The tokens of the text between two offsets. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index } of matchesOf(text.slice(start, end), TOKEN)) {
    const kind = kindOf(piece);
    tokens.push({
      kind,
      text: kind === 'word' ? piece.toLowerCase() : piece,
      start: start + index,
      end: start + index + piece.length,
      isCapital: kind === 'word' && CAPITAL.test(piece),
    });
  }
  return tokens;
}

function kindOf(piece: string): Token['kind'] {
  if (/^\d/.test(piece)) return 'number';
  return /^[\p{L}\p{M}]/u.test(piece) ? 'word' : 'mark';
}
