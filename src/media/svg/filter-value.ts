/**
 * Values of attributes and properties, token by token: numbers, colours, known words and functions, references to this document.
 * Anything else is undefined, and so is everything with a backslash or another address. Source: CSS Syntax 3, SVG 2. Misses: digits
 * that mean something else, and words made of path commands.
 */
import { mark, type NameKind } from './marks.ts';
import { FUNCTIONS, UNITS, WORDS } from './words.ts';

interface ValueRules {
  readonly words?: ReadonlySet<string>;
  /** What any other word is a name of; without it there may be none. */
  readonly names?: NameKind;
}

/** One of: white space or a separator; a number with its unit; a colour; a local reference; a function or word; an end. */
const TOKEN =
  /([\s,/;]+)|([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]{1,4})?|(#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\w-]))|url\(\s{0,16}(?:#([^\s"'()<>\\]{1,1024})|"#([^"()<>\\]{1,1024})"|'#([^'()<>\\]{1,1024})')\s{0,16}\)|(-?[a-z_][\w-]{0,63})(\()?|(\))/iy;
/** Long lists of points, ten times as fast as token by token. */
const NUMBERS = /^[\d\s.,+-]*$/;
const PATH = /^[\sMLHVCSQTAZmlhvcsqtaz\d.,eE+;-]*$/;
/** Two commands side by side without a number: only a path's end may stand so. */
const WORD_IN_PATH = /[a-df-y][\s,]*[a-df-z]/i;
/** Language, script, region; longer parts could be words of anybody's own. */
const LANGUAGES =
  /^\s*[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:\s*,\s*[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?){0,7}\s*$/i;
const FONT_TOKEN =
  /([\s,/]+)|([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:%|[a-z]{1,4})?)|('[\p{L}\p{M}\d _.-]{1,64}'|"[\p{L}\p{M}\d _.-]{1,64}")|(-?[\p{L}_][\p{L}\p{M}\d_-]{0,63})/uy;
const CLOCK = String.raw`(?:\d{1,9}(?::\d\d){0,2}(?:\.\d{1,9})?|\.\d{1,9})(?:h|min|s|ms)?`;
const EVENTS =
  'begin|end|repeat|click|mousedown|mouseup|mouseover|mousemove|mouseout|mouseenter|mouseleave|focusin|focusout|activate|DOMActivate';
const TIMING = new RegExp(
  String.raw`^(?:indefinite|[+-]?${CLOCK}|(?:([\w-]{1,128})\.)?(${EVENTS})(?:\((\d{1,4})\))?([+-]${CLOCK})?)$`,
);
const MAX_TIMES = 100;

/** Undefined when anything in it is not known. White space is made one blank. */
export function filterValue(value: string, { words = WORDS, names }: ValueRules = {}): string | undefined {
  if (NUMBERS.test(value)) return value.replace(/\s+/g, ' ').trim();
  let kept = '';
  let depth = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < value.length) {
    const token = TOKEN.exec(value);
    if (token === null) return undefined;
    const [all, space, number, unit, colour, bare, inDouble, inSingle, word, opens, closes] = token;
    const id = bare ?? inDouble ?? inSingle;
    if (space !== undefined) kept += space.replace(/\s+/g, ' ');
    else if (id !== undefined) kept += `url(#${mark('i', id)})`;
    else if (word !== undefined && opens === undefined) {
      if (words.has(word.toLowerCase())) kept += word;
      else if (names === undefined) return undefined;
      else kept += mark(names, word);
    } else {
      const isKnown =
        colour !== undefined ||
        closes !== undefined ||
        (number !== undefined && (unit === undefined || UNITS.has(unit.toLowerCase()))) ||
        (word !== undefined && FUNCTIONS.has(word.toLowerCase()));
      if (!isKnown) return undefined;
      depth += opens === undefined ? 0 : 1;
      depth -= closes === undefined ? 0 : 1;
      if (depth < 0) return undefined;
      kept += all;
    }
  }
  return depth === 0 ? kept.trim() : undefined;
}

/** Path data; in an animation several of them. */
export function filterPath(value: string): string | undefined {
  if (!PATH.test(value) || WORD_IN_PATH.test(value)) return undefined;
  return value.replace(/\s+/g, ' ').trim();
}

/** Names of font families may be anybody's: they stay, in letters, digits and blanks, and are looked at as text. */
export function filterFont(value: string): string | undefined {
  FONT_TOKEN.lastIndex = 0;
  while (FONT_TOKEN.lastIndex < value.length) if (!FONT_TOKEN.test(value)) return undefined;
  return value.replace(/\s+/g, ' ').trim();
}

export function filterLanguage(value: string): string | undefined {
  return LANGUAGES.test(value) ? value.trim() : undefined;
}

/** When an animation begins or ends; dates and keys are none of the drawing's business. */
export function filterTiming(value: string): string | undefined {
  const times = value.split(';');
  if (times.length > MAX_TIMES) return undefined;
  const kept = times.map((time) => {
    const match = TIMING.exec(time.replace(/\s+/g, ''));
    if (match === null) return undefined;
    const [all, id, event, count, offset] = match;
    if (event === undefined || id === undefined) return all;
    return `${mark('i', id)}.${event}${count === undefined ? '' : `(${count})`}${offset ?? ''}`;
  });
  return kept.includes(undefined) ? undefined : kept.join(';');
}

/** The fragment of a reference into this document. */
export function localId(href: string): string | undefined {
  const id = /^\s*#([^\s"'()<>\\]{1,1024})\s*$/.exec(href)?.[1];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    // Not an escape: browsers take it as it stands.
    return id;
  }
}
