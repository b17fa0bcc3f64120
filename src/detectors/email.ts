/**
 * E-mail addresses, from `@` outwards: RFC 5321 lengths (local part 64, domain 253), RFC 6531 letters of any script in both,
 * punycode, and only those symbols in the local part that people's addresses have.
 *
 * Misses: quoted local parts (`"anna b"@…`), addresses at an IP literal, a line break or blank inside, disguises as
 * `anna (at) …`. Reported under the usual threshold: hosts without a top-level domain, handles of the fediverse, clone URLs.
 */
import type { ScoreStep } from '../core/types.ts';
import { isFileEnding, isKnownTopLevel } from './email/top-level-domains.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const MAX_LOCAL_UNITS = 64;
const MAX_DOMAIN_UNITS = 253;
/** How far before an address the scheme of a URL with a password is looked for. */
const MAX_CREDENTIAL_UNITS = 80;

/** `user@server` may be an intranet's address, mostly it is code; `@anna@social.example` is a handle, `git@host:path` a clone URL. */
const BASE: ScoreStep = { signal: 'base', weight: 0.3 };
const TOP_LEVEL_DOMAIN: ScoreStep = { signal: 'top-level-domain', weight: 0.4 };
const KNOWN_TOP_LEVEL_DOMAIN: ScoreStep = { signal: 'known-top-level-domain', weight: 0.28 };

const LOCAL = /[\p{L}\p{M}\p{N}._+\-']/u;
const DOMAIN = /[\p{L}\p{M}\p{N}.-]/u;
/** Scripts that are written without blanks: an ASCII address may stand right between their letters. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;
const EDGES = /^[.+\-']+/;
const RETINA = /^\d(?:\.\d)?x(?:[.-]|$)/i;
const VERSION = /^v?\d+\.\d/i;
const ASCII = /[\x21-\x7e]/;

export const email: TextDetector = {
  id: 'email',
  types: ['email'],
  example: 'Write to anna.berger@example.org.',
  detect(text) {
    const found: TextDetection[] = [];
    let from = 0;
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const detection = addressAt(text, at, from);
      if (detection === undefined) continue;
      found.push(detection);
      from = detection.end;
    }
    return found;
  },
};

function addressAt(text: string, at: number, from: number): TextDetection | undefined {
  const start = localStart(text, at, from);
  if (start === undefined || isCredential(text, start)) return undefined;
  const domain = domainAfter(text, at);
  if (domain === undefined) return undefined;
  const end = at + 1 + domain.length;
  return { type: 'email', detector: 'email', start, end, ...weigh(stepsOf(text, start, at, domain)) };
}

function stepsOf(text: string, start: number, at: number, domain: string): ScoreStep[] {
  const isCloneUrl =
    /^(?:git|hg|svn)$/i.test(text.slice(start, at)) && /[:/]/.test(text.charAt(at + 1 + domain.length));
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  // `package@l8.2.0`: no domain ends with digits or with one letter.
  const isVersion = !/\p{L}{2}|\p{Lo}/u.test(last);
  if (isCloneUrl || isVersion || text.charAt(start - 1) === '@' || labels.length === 1) return [BASE];
  const isKnown = isKnownTopLevel(last);
  return isKnown ? [BASE, TOP_LEVEL_DOMAIN, KNOWN_TOP_LEVEL_DOMAIN] : [BASE, TOP_LEVEL_DOMAIN];
}

/** Where the local part begins; undefined where there is none, or one that is longer than addresses are. */
function localStart(text: string, at: number, from: number): number | undefined {
  const isAscii = ASCII.test(text.charAt(at - 1));
  let start = at;
  while (start > from && at - start <= MAX_LOCAL_UNITS) {
    const letter = letterBefore(text, start);
    if (!LOCAL.test(letter) || (isAscii && UNSPACED.test(letter))) break;
    start -= letter.length;
  }
  if (at - start > MAX_LOCAL_UNITS) return undefined;
  const local = text.slice(start, at);
  const sinceDots = local.slice(local.lastIndexOf('..') + 1).replace(EDGES, '');
  return /[\p{L}\p{N}]/u.test(sinceDots) ? at - sinceDots.length : undefined;
}

/** `scheme://user:password@host` is a secret of another kind, and `user@host` within it no address. */
function isCredential(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (before !== ':' && before !== '/') return false;
  const window = text.slice(Math.max(0, start - MAX_CREDENTIAL_UNITS), start);
  return /:\/\/[^\s/@]*$/.test(window);
}

/** The domain right of `@` without what follows it in the sentence; undefined where none is plausible. */
function domainAfter(text: string, at: number): string | undefined {
  let end = at + 1;
  while (end < text.length && end - at <= MAX_DOMAIN_UNITS && DOMAIN.test(letterAt(text, end))) {
    end += letterAt(text, end).length;
  }
  if (end - at > MAX_DOMAIN_UNITS) return undefined;
  const labels = wholeLabels(text.slice(at + 1, end));
  const host = labels.join('.');
  if (labels.length === 0 || RETINA.test(host) || VERSION.test(host)) return undefined;
  if (labels.length > 1 && isFileEnding(labels.at(-1) ?? '')) return undefined;
  return host;
}

/** Labels up to the first broken one, the last being a top-level domain; `com.Then`, `com-office` and `jpです` lose their tail. */
function wholeLabels(run: string): string[] {
  const labels: string[] = [];
  for (const label of run.split('.')) {
    if (label === '' || label.startsWith('-')) break;
    labels.push(label.replace(/-+$/, ''));
    if (label.endsWith('-')) break;
  }
  if (labels.length < 2) return labels;
  const last = topLevelOf(labels.pop() ?? '');
  if (last !== undefined) labels.push(last);
  return beginsSentence(labels) ? labels.slice(0, -1) : labels;
}

/** `example.com.Then` and `example.com.It`: no blank after a full stop. */
function beginsSentence(labels: readonly string[]): boolean {
  const [before = '', last = ''] = labels.slice(-2);
  if (labels.length < 3 || !isKnownTopLevel(before)) return false;
  return !isKnownTopLevel(last) || (/^\p{Lu}\p{Ll}/u.test(last) && before === before.toLowerCase());
}

function topLevelOf(label: string): string | undefined {
  const punycode = /^xn--[a-z0-9-]*[a-z0-9]/i.exec(label);
  if (punycode) return punycode[0];
  const letters = (/^[a-z]/i.test(label) ? /^[a-z]+/i : /^[\p{L}\p{M}]+/u).exec(label)?.[0] ?? '';
  const isCutByDigit = /^\p{N}/u.test(label.slice(letters.length));
  return letters.length >= 2 && !isCutByDigit ? letters : undefined;
}

/** The code point that begins at `index`. */
function letterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

/** The code point that ends before `index`. */
function letterBefore(text: string, index: number): string {
  const isPair = index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xffff;
  return isPair ? text.slice(index - 2, index) : text.charAt(index - 1);
}
