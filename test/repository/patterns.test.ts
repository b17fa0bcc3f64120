import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { checkSync, type VulnerableDiagnostics } from 'recheck';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/**
 * Patterns that are not linear, but are only ever given so few UTF-16 units: the longest text that their callers pass. That their
 * worst case is short at that length is measured below.
 */
const BOUNDED: Readonly<Record<string, number>> = {
  // A label of a domain.
  '-+$': 255,
  // The part of an address before its `@`, and what stands before a value.
  '\\+.*$': 64,
  // The clause, and the line, before a value.
  '(?:(?<!\\p{L})(?:an?|ein|eine|einen|einem|einer|une?|un|una)\\s(?:\\p{L}+\\s){1,3}(?:named|called|namens|nommée?|appelée?|prénommée?|llamad[oa]|de\\snombre)|(?:is|are)\\s(?:named|called)|heißt|s[\'’]appelle|se\\sllama|зовут|ჰქვია|\\p{L}+\\sпо\\sимени|\\p{L}+\\s(?:სახელად|სახელით))\\s["“«„]?$': 160,
  '["“„«‘](?=[^"”»“’\\n]*$)': 160,
  // The line before a break.
  '(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]+[._+\\d-][\\p{L}\\p{N}._+-]*$': 100,
};

/** For the worst case of one of them; without it the pattern's own letters are measured. */
const CHECK_MS = 3000;
/** What a worst case may take on a busy machine; a quadratic walk over the long text takes far longer. */
const MAX_MS = 100;
const SHORT_UNITS = 8192;
const GROWTH = 4;
const MAX_SLOWDOWN = GROWTH * 2;

const built = fileURLToPath(new URL('../../dist', import.meta.url));

describe('the regular expressions', () => {
  it('take linear time, or are given short texts only', { timeout: 300_000 }, async () => {
    const patterns = [...new Map([...literals(), ...(await constructed())].map((one) => [keyOf(one), one])).values()];
    expect(patterns.length).toBeGreaterThan(200);
    expect(patterns.filter((pattern) => !isFast(pattern)).map(keyOf)).toEqual([]);
    const sources = new Set(patterns.map(({ source }) => source));
    expect(Object.keys(BOUNDED).filter((source) => !sources.has(source))).toEqual([]);
  });
});

/** Those written in the code. */
function literals(): Pattern[] {
  const found: Pattern[] = [];
  for (const file of modules(built)) {
    const program = parse(readFileSync(file, 'utf8'), {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowHashBang: true,
    });
    JSON.stringify(program, (key, value) => {
      if (key === 'regex' && value) found.push({ source: value.pattern, flags: value.flags });
      return typeof value === 'bigint' ? undefined : value;
    });
  }
  return found;
}

/** Those that the detectors put together from tables when they are loaded. */
async function constructed(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args) {
      const made = Reflect.construct(target, args);
      if (isOurs(new Error().stack)) found.push({ source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    const loaded = modules(join(built, 'detectors')).filter((file) => !file.endsWith('-worker.js'));
    for (const file of loaded) await import(file);
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

/** Whether the third line of a trace, behind this file's own, is in what was built: packages make patterns of their own. */
function isOurs(stack = ''): boolean {
  return stack.split('\n')[2]?.includes(built) ?? false;
}

function modules(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.js')).map((file) => join(folder, file));
}

/**
 * scslre proves that no repetition without end is read twice, as of the hosts' own patterns. Repetitions that have an end take bounded time
 * from each start: how much is measured.
 */
function isFast(pattern: Pattern): boolean {
  const units = BOUNDED[pattern.source];
  if (units !== undefined) return worstCases(pattern, units).every((text) => timeOf(pattern, text) < MAX_MS);
  return analyse(pattern).reports.length === 0 && triggersOf(pattern).every((trigger) => isLinearOn(pattern, trigger));
}

/** Texts of so many units: what recheck builds, and the pattern's own letters. */
function worstCases(pattern: Pattern, units: number): string[] {
  const verdict = checkSync(pattern.source, pattern.flags, { timeout: CHECK_MS });
  const attack = verdict.status === 'vulnerable' ? [scaled(verdict.attack, units)] : [];
  return [...attack, ...triggersOf(pattern).map((trigger) => filled(trigger, units))];
}

function scaled({ pumps, suffix }: VulnerableDiagnostics['attack'], units: number): string {
  const pumped = pumps.map(({ prefix, pump }) => prefix + filled(pump, Math.floor(units / pumps.length)));
  return pumped.join('') + suffix;
}

/** The pattern's own letters and signs, one by one and together, as they make careless patterns slow. */
function triggersOf({ source }: Pattern): string[] {
  const plain = source.replace(/\\[pPu]\{[^}]*\}|\\./g, '');
  return [...new Set([...plain, plain || 'a', ' ', '\n', 'a', 'A', '1', '1 ', 'a ', 'é', '"'])];
}

function isLinearOn(pattern: Pattern, trigger: string): boolean {
  const long = timeOf(pattern, filled(trigger, SHORT_UNITS * GROWTH));
  return long < MAX_MS || long < timeOf(pattern, filled(trigger, SHORT_UNITS)) * MAX_SLOWDOWN;
}

/** Of this process, which others on the machine do not lengthen. */
function timeOf({ source, flags }: Pattern, text: string): number {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags.replace('y', '')}g`);
  const before = process.cpuUsage();
  for (const _ of text.matchAll(pattern));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function filled(piece: string, units: number): string {
  return piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
}

function keyOf({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}
