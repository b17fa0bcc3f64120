/** `@name` and `@name@host` in text, and what tells them from code, e-mail and tools. Driven by `@`; linear. */
import type { ScoreStep } from '../../core/types.ts';
import { isFileEnding, isKnownTopLevel } from '../email/top-level-domains.ts';
import type { Account } from './account.ts';
import { isNoHandle } from './not-handles.ts';

const WEIGHT = {
  base: 0.65,
  /** `@anna@social.example` */
  fediverse: 0.25,
  /** `@anna.de` may be a handle or the end of addresses. */
  domain: -0.25,
  file: -0.5,
  code: -0.4,
  short: -0.2,
};

/** Telegram allows 32 units, Instagram 30, TikTok 24, X 15. */
const NAME = /^@([A-Za-z\d_](?:[A-Za-z\d_.-]{0,30}[A-Za-z\d_])?)/;
const HOST = /^@((?:[a-z\d](?:[a-z\d-]{0,30}[a-z\d])?\.){1,4}[a-z]{2,20})(?![\w-])/i;
/** Accounts of Bluesky are domains: https://atproto.com/specs/handle. */
const BLUESKY = /\.bsky\.social$/i;
const MAX_UNITS = 110;
const MAX_LINE_UNITS = 80;
const MAX_COMMENT_UNITS = 300;
const IN_WORD_BEFORE = /[\p{L}\p{N}_.+\-@/\\$%&~`{]/u;
/** `@types/node`, `@Component(`, `@a = 1`, `@a[0]`, `@media (…) {`; `@anna/@bob` are two people. */
const CODE_BEHIND = /^(?:\/(?!@)|[({[=\\`]|::|->|\s?(?:[-+*|&]?=(?!\))|<<|\{))/;
/** `= @name`, `f('@name`, `DECLARE @id` */
const CODE_BEFORE = /(?:[=<!]\s?|&&\s?|\|\|\s?|\b(?:DECLARE|SET|SELECT|WHERE|EXEC|VALUES)\s|\w\(['"]?)$/;
/** What people do not write around a name. */
const CODE_LINE =
  /=>|<%|\bdef \w+[(:]|\bdo \||\bfunction\s?\w*\(|\b(?:const|let|var)\s[\w${[]+\s?[=:;]|\bclass\s\w+\s?[({:]|\b(?:public|private|protected)\s(?:static|void|class|final|async|readonly)\s/;
/** `@name` alone or with arguments on a line, as decorators stand. */
const ALONE = /^[ \t]*@[\w.]+(?:\([^\n]{0,80})?[ \t]*\r?$/;
/** ` * @option options`, `// @factory`: a tag of a comment whose beginning is out of sight. A list's star stands at the line's beginning. */
const COMMENT_TAG = /^(?:[ \t]+\*[ \t]+|[ \t]*\/\/[ \t]*)@/;
const DECLARATION =
  /^[ \t]*(?:(?:async )?def \w+\s?\(|(?:(?:public|private|protected|internal|static|final|abstract|export|default|async|open|override|readonly) ){0,4}(?:class|interface|struct|enum|object|fun|func|function|void|val|var|const|let) [\w${[]+|(?:public|private|protected|readonly) [\w<]+|[\w<>[\]]+ \w+(?:\s?[=;]|\())/;

/** Modules whose decorators everybody uses: `@pytest.fixture`, `@app.route`. */
const CODE_ROOT =
  /^(?:pytest|cython|app|router|blueprint|bp|click|torch|tf|functools|celery|unittest|mock|jax|numba|hydra|strawberry|typing|abc|attr|attrs|bot|client|dp|loader|jest|vitest|nestjs|angular|gtk|rx|redux)\./i;

export function* mentions(text: string): Generator<Account> {
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const mention = mentionAt(text, at, from);
    if (mention === undefined) continue;
    yield mention;
    from = mention.end;
    at = from - 1;
  }
}

/** `from` is where the mention before ended: in `@anna/@bob` the slash divides two. */
function mentionAt(text: string, at: number, from: number): Account | undefined {
  const isSecond = from > 0 && at === from + 1 && text.charAt(from) === '/';
  if (at > 0 && !isSecond && IN_WORD_BEFORE.test(text.charAt(at - 1))) return undefined;
  const window = text.slice(at, at + MAX_UNITS);
  const name = NAME.exec(window)?.[1];
  if (name === undefined || !/[A-Za-z]/.test(name) || isNoHandle(name) || CODE_ROOT.test(name)) return undefined;
  const behind = window.slice(name.length + 1);
  const host = HOST.exec(behind)?.[1];
  if (host === undefined && /^[\p{L}\p{N}_@]/u.test(behind)) return undefined;
  const end = at + 1 + name.length + (host === undefined ? 0 : host.length + 1);
  return { start: at, end, steps: stepsOf(text, at, end, { name, isFediverse: host !== undefined }) };
}

function stepsOf(
  text: string,
  start: number,
  end: number,
  { name, isFediverse }: { readonly name: string; readonly isFediverse: boolean },
): readonly ScoreStep[] {
  const ending = BLUESKY.test(name) ? '' : (/\.([a-z]{2,})$/i.exec(name)?.[1] ?? '');
  return [
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'host', weight: isFediverse ? WEIGHT.fediverse : 0 },
    { signal: 'domain', weight: isKnownTopLevel(ending) ? WEIGHT.domain : 0 },
    { signal: 'file', weight: isFileEnding(ending) ? WEIGHT.file : 0 },
    { signal: 'short', weight: name.length < 3 ? WEIGHT.short : 0 },
    { signal: 'code', weight: !isFediverse && isCode(text, start, end) ? WEIGHT.code : 0 },
  ];
}

function isCode(text: string, start: number, end: number): boolean {
  if (CODE_BEHIND.test(text.slice(end, end + 8)) || CODE_BEFORE.test(text.slice(Math.max(0, start - 12), start)))
    return true;
  const before = text.slice(Math.max(0, start - MAX_COMMENT_UNITS), start);
  // A tag of a comment in code.
  if (before.lastIndexOf('/*') > before.lastIndexOf('*/')) return true;
  const ahead = text.slice(end, end + MAX_LINE_UNITS * 2);
  const [rest = '', ...below] = ahead.split('\n');
  const line =
    before.slice(before.lastIndexOf('\n') + 1).slice(-MAX_LINE_UNITS) +
    text.slice(start, end) +
    rest.slice(0, MAX_LINE_UNITS);
  const isStatement = /^\s*@/.test(line) && /[;{}]\s*$/.test(line);
  return (
    isStatement ||
    COMMENT_TAG.test(line) ||
    CODE_LINE.test(line) ||
    (ALONE.test(line) && DECLARATION.test(below.find(isOther) ?? ''))
  );
}

/** Not one more decorator. */
function isOther(line: string): boolean {
  return !/^\s*@/.test(line);
}
