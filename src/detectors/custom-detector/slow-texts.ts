/** Texts on which a pattern is slow if it can be: what its repetitions match, again and again, and then something that it does not expect. */
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** UTF-16 units of each text. */
const TEXT_UNITS = 100_000;
/** Repetitions and alternatives of one pattern that are tried; a longer pattern is tried in part. */
const MAX_PARTS = 40;
/** What a part that matches one letter may match, besides the letters that the pattern names. */
const LETTERS: readonly string[] = [...'a0A -_.@:/é', '\n', 'я', 'ა', '中', '😀'];
const UNEXPECTED = '\u0001';
/** Some bounded repetitions are slow only on texts that are shorter than what they may match. */
const STEPS = 64;

export function slowTexts(pattern: RegExp): readonly string[] {
  const whole = parsedPattern(pattern);
  const sample = sampler(whole, pattern.flags);
  const parts: AST.Node[] = [whole];
  visitRegExpAST(whole, {
    onQuantifierEnter: (node) => parts.push(node.element),
    onCharacterClassEnter: (node) => parts.push(node),
    onAlternativeEnter: (node) => parts.push(node),
  });
  const texts = parts.slice(0, MAX_PARTS).flatMap((part) => {
    const piece = sample(part);
    if (piece === '') return [];
    const before = sample(whole, part.start);
    const steps = Array.from({ length: STEPS }, (_, count) => before + piece.repeat(count) + UNEXPECTED).join('');
    const repeated = [filled(piece), before + filled(piece), filled(before + piece)];
    return [...repeated.map((text) => text + UNEXPECTED), steps.slice(0, TEXT_UNITS)];
  });
  return [...new Set(texts)];
}

/** The highest upper bound of any repetition that has one. */
export function longestRepetition(pattern: RegExp): number {
  const bounds: number[] = [0];
  visitRegExpAST(parsedPattern(pattern), {
    onQuantifierEnter: ({ min, max }) => bounds.push(Number.isFinite(max) ? max : min),
  });
  return Math.max(...bounds);
}

export function parsedPattern({ source, flags }: RegExp): AST.Pattern {
  return new RegExpParser().parseLiteral(`/${source}/${flags}`).pattern;
}

type Sampler = (node: AST.Node, before?: number) => string;

/** A text that a part matches, as short as it can be; only what stands `before` a place of the pattern, if that is given. */
function sampler(whole: AST.Pattern, flags: string): Sampler {
  const own = [...whole.raw].filter((letter) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter));
  const letters = [...new Set([...own, ...LETTERS])];
  const letterOf = (source: string): string => {
    const part = new RegExp(`^(?:${source})$`, flags.replace('m', ''));
    return letters.find((letter) => part.test(letter)) ?? '';
  };
  const sample: Sampler = (node, before = Number.POSITIVE_INFINITY) => {
    if (node.start >= before) return '';
    switch (node.type) {
      case 'Character':
        return String.fromCodePoint(node.value);
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        return letterOf(node.raw);
      case 'Quantifier':
        return sample(node.element, before).repeat(Math.min(Math.max(node.min, 1), TEXT_UNITS));
      case 'Alternative':
        return node.elements.map((element) => sample(element, before)).join('');
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup': {
        const holding = node.alternatives.find(({ end }) => end >= before) ?? node.alternatives[0];
        return holding === undefined ? '' : sample(holding, before);
      }
      default:
        // Assertions match no letter; what a backreference repeats was tried before.
        return '';
    }
  };
  return sample;
}

function filled(piece: string): string {
  return piece.repeat(Math.ceil(TEXT_UNITS / piece.length)).slice(0, TEXT_UNITS);
}
