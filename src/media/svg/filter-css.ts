/**
 * Styles: only known properties with known values, under selectors of elements, ids and classes. Nothing that loads, nothing with a
 * backslash, no other at-rule than `@media` and `@keyframes`. Read rule by rule in one pass. Source: CSS Syntax 3. Misses: braces inside
 * strings, attribute selectors and custom properties; such rules go.
 */
import { ELEMENTS, PROPERTIES } from './allowed.ts';
import { filterFont, filterPath, filterValue } from './filter-value.ts';
import type { Losses } from './losses.ts';
import { mark } from './marks.ts';
import { ANIMATION_WORDS } from './words.ts';

/** Rules inside `@media` inside `@media`. */
const MAX_NESTING = 4;
/** Of one stylesheet; the rest goes. */
const MAX_RULES = 20_000;
const SELECTOR_TOKEN =
  /(\s+|[>+~,*])|([.#])(-?[a-z_\u00a0-\ufffd][\w\u00a0-\ufffd-]{0,255})|:{1,2}(?:first-child|last-child|only-child|first-of-type|last-of-type|root|hover|focus|active|empty|nth-child\([\dn +-]{1,16}\)|nth-of-type\([\dn +-]{1,16}\))(?![\w-])|([a-z][a-z\d]{0,31})(?![\w-])/iy;
/** What a condition of `@media` may say, between its brackets, colons, commas and blanks. */
const MEDIA_WORD =
  /^(?:all|screen|print|not|only|and|or|(?:min|max)-(?:width|height)|prefers-color-scheme|prefers-reduced-motion|dark|light|reduce|no-preference|orientation|portrait|landscape|\d{1,6}(?:\.\d{1,3})?(?:px|em|rem)?)?$/;
const KEYFRAME = /^\s*(?:from|to|\d{1,3}(?:\.\d{1,3})?%)(?:\s*,\s*(?:from|to|\d{1,3}(?:\.\d{1,3})?%)){0,32}\s*$/;

interface Rule {
  readonly prelude: string;
  /** Undefined for a statement that ends with a semicolon. */
  readonly body: string | undefined;
}

/** Where rules stand. */
interface Place {
  readonly losses: Losses;
  /** Inside `@keyframes`, where selectors are times. */
  readonly isKeyframes: boolean;
  readonly depth: number;
  /** What is left of `MAX_RULES`, for the whole stylesheet. */
  readonly budget: { rules: number };
}

/** The text of a `style` element; empty when nothing of it may stay. */
export function filterStylesheet(css: string, losses: Losses): string {
  return filterRules(withoutComments(css, losses), {
    losses,
    isKeyframes: false,
    depth: 0,
    budget: { rules: MAX_RULES },
  });
}

/** The value of a `style` attribute, or what stands between the braces of a rule. */
export function filterDeclarations(css: string, losses: Losses): string {
  const kept: string[] = [];
  for (const declaration of withoutComments(css, losses).split(';')) {
    if (declaration.trim() === '') continue;
    const safe = filterDeclaration(declaration);
    if (safe === undefined) losses.add('unknown', nameOf(declaration), declaration);
    else kept.push(safe);
  }
  return kept.join(';');
}

/** One property with its value; undefined when one of them is not known. */
function filterProperty(property: string, value: string): string | undefined {
  switch (property) {
    case 'font':
    case 'font-family':
      return filterFont(value);
    case 'animation':
    case 'animation-name':
      return filterValue(value, { words: ANIMATION_WORDS, names: 'k' });
    case 'd':
      return filterPath(value);
    default:
      return PROPERTIES.has(property) || /^animation-[a-z-]{1,32}$/.test(property) ? filterValue(value) : undefined;
  }
}

function filterDeclaration(declaration: string): string | undefined {
  const at = declaration.indexOf(':');
  if (at === -1) return undefined;
  const property = declaration.slice(0, at).trim().toLowerCase();
  const [value = '', important, ...more] = declaration.slice(at + 1).split('!');
  if (more.length > 0 || (important !== undefined && important.trim().toLowerCase() !== 'important')) return undefined;
  const safe = filterProperty(property, value);
  return safe === undefined || safe === ''
    ? undefined
    : `${property}:${safe}${important === undefined ? '' : '!important'}`;
}

function filterRules(css: string, place: Place): string {
  const { losses, budget } = place;
  let kept = '';
  for (const { prelude, body } of rulesOf(css)) {
    budget.rules--;
    if (budget.rules < 0) {
      losses.add('unknown', 'SVG:Style', css);
      break;
    }
    const safe = filterRule({ prelude, body }, place);
    if (safe === undefined) losses.add('unknown', nameOf(`${prelude}{${body ?? ''}`), `${prelude} ${body ?? ''}`);
    else kept += safe;
  }
  return kept;
}

function filterRule({ prelude, body }: Rule, place: Place): string | undefined {
  const { losses, isKeyframes, depth } = place;
  const given = prelude.trim();
  if (body === undefined) return undefined;
  if (isKeyframes) return KEYFRAME.test(given) ? ruleOf(given, filterDeclarations(body, losses)) : undefined;
  if (!given.startsWith('@')) {
    const selector = filterSelector(given);
    return selector === undefined ? undefined : ruleOf(selector, filterDeclarations(body, losses));
  }
  if (depth >= MAX_NESTING) return undefined;
  const [, name, rest = ''] = /^@([a-z-]{1,32})\s*((?!\s)[\s\S]*)/i.exec(given) ?? [];
  if (name?.toLowerCase() === 'media')
    return isMedia(rest)
      ? ruleOf(`@media ${blanks(rest)}`, filterRules(body, { ...place, depth: depth + 1 }))
      : undefined;
  const isNamed = name?.toLowerCase() === 'keyframes' && /^-?[a-z_][\w-]{0,127}$/i.test(rest);
  if (!isNamed || ANIMATION_WORDS.has(rest.toLowerCase())) return undefined;
  return ruleOf(`@keyframes ${mark('k', rest)}`, filterRules(body, { ...place, isKeyframes: true, depth: depth + 1 }));
}

function isMedia(condition: string): boolean {
  return condition.split(/[\s(),:]/).every((word) => MEDIA_WORD.test(word));
}

/** A rule without anything in it is nothing. */
function ruleOf(prelude: string, body: string): string {
  return body === '' ? '' : `${prelude}{${body}}`;
}

function filterSelector(selector: string): string | undefined {
  let kept = '';
  SELECTOR_TOKEN.lastIndex = 0;
  while (SELECTOR_TOKEN.lastIndex < selector.length) {
    const token = SELECTOR_TOKEN.exec(selector);
    if (token === null) return undefined;
    const [all, between, sign, name, element] = token;
    if (element !== undefined && !ELEMENTS.has(element)) return undefined;
    if (sign !== undefined) kept += sign + mark(sign === '.' ? 'c' : 'i', name ?? '');
    else kept += between === undefined ? all : blanks(between);
  }
  return kept === '' ? undefined : kept;
}

/** Cuts at the braces and semicolons of the outer level. */
function* rulesOf(css: string): Generator<Rule> {
  let from = 0;
  let bodyAt = 0;
  let depth = 0;
  let prelude = '';
  for (const { 0: sign, index } of css.matchAll(/[{};]/g)) {
    if (sign === '{') {
      if (depth === 0) [prelude, bodyAt] = [css.slice(from, index), index + 1];
      depth++;
    } else if (depth === 0) {
      yield { prelude: css.slice(from, index), body: undefined };
      from = index + 1;
    } else if (sign === '}') {
      depth--;
      if (depth === 0) {
        yield { prelude, body: css.slice(bodyAt, index) };
        from = index + 1;
      }
    }
  }
  const isOpen = depth > 0;
  const rest = isOpen ? css.slice(bodyAt) : css.slice(from);
  if (isOpen) yield { prelude, body: rest };
  else if (rest.trim() !== '') yield { prelude: rest, body: undefined };
}

function withoutComments(css: string, losses: Losses): string {
  let kept = '';
  let from = 0;
  for (let at = css.indexOf('/*'); at !== -1; at = css.indexOf('/*', from)) {
    const end = css.indexOf('*/', at + 2);
    losses.add('text', 'SVG:Comment', css.slice(at + 2, end === -1 ? undefined : end));
    kept += `${css.slice(from, at)} `;
    from = end === -1 ? css.length : end + 2;
  }
  return kept + css.slice(from);
}

/** What was taken out, by what it would have done. */
function nameOf(css: string): string {
  if (/^\s*@font-face/i.test(css)) return 'SVG:EmbeddedFont';
  if (/@import|url\s*\(|https?:|\/\//i.test(css)) return 'SVG:ExternalReference';
  if (/expression\s*\(|javascript:|behavior\s*:|-moz-binding/i.test(css)) return 'SVG:Script';
  return /^\s*-/.test(css) ? 'SVG:VendorStyle' : 'SVG:Style';
}

function blanks(text: string): string {
  return text.replace(/\s+/g, ' ');
}
