import { describe, expect, test } from 'vitest';
import type { PersonModel, ScannerOptions } from '../../src/core/options.ts';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Report } from '../../src/core/types.ts';
import type { LookCall } from '../../src/scanner/look/find-in-texts.ts';
import { lookAtText } from '../../src/scanner/look/look-at-text.ts';
import { reportOf as lookReport } from '../../src/scanner/look/report-of.ts';
import { createPlan } from '../../src/scanner/plan.ts';
import { createEngine } from '../../src/scanner/scanner.ts';
import type { ScannerPool } from '../../src/scanner/scanner-pool.ts';

const TEXT = 'zork met ANNA BERGER at the mall';
const LONG = `${TEXT}${' and had fruit'.repeat(1000)}, see anna.kvist@firma.se`;

/** Finds words in capital letters. */
const CAPITALS: PersonModel['find'] = async (text) =>
  [...text.matchAll(/[A-Z]{3,20}(?: [A-Z]{3,20}){0,2}/g)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    score: 0.9,
  }));

function optionsWith(find: PersonModel['find'], limits: ScannerOptions['limits'] = {}): ScannerOptions {
  const model: PersonModel = { id: 'capitals', version: '1.2.0', find };
  return { engines: { ocr: false, person: { model } }, detectors: { face: { enabled: false } }, limits };
}

/** Without a child: a short text needs none. */
async function reportOf(options: ScannerOptions, text: string, call: Partial<LookCall> = {}): Promise<Report> {
  const { account: _, ...settings } = parseScannerOptions(options);
  const plan = createPlan(settings);
  const pool: ScannerPool = { run: () => Promise.reject(new Error('a child was asked')) };
  const given = { text, bytes: text.length, length: text.length };
  return lookReport(await lookAtText(given, { plan, pool }, { account: {}, ...call }), plan);
}

describe('a host’s model of names', () => {
  test('finds names in place of the built-in detector', async () => {
    const { findings, gaps, assessed } = await reportOf(optionsWith(CAPITALS), TEXT, { explain: true });
    expect(findings).toEqual([
      expect.objectContaining({ type: 'person', detector: 'person', start: 9, end: 20, score: 0.9 }),
    ]);
    expect(findings[0]?.trace).toEqual([{ signal: 'model', weight: 0.9 }]);
    expect({ gaps, person: assessed.person }).toEqual({ gaps: [], person: 'found' });
  });

  test('reads what a reader sees, and its places are those of the text as given', async () => {
    const disguised = 'zork\u200b\u200b\u200b met AN\u200bNA BERGER at the mall';
    const { findings } = await reportOf(optionsWith(CAPITALS), disguised);
    expect(findings.map((one) => 'start' in one && disguised.slice(one.start, one.end))).toEqual(['AN\u200bNA BERGER']);
  });

  test('obeys threshold, allow list and account like every detector', async () => {
    const options = optionsWith(CAPITALS);
    const withLists = { ...options, detectors: { ...options.detectors, person: { allow: ['anna berger'] } } };
    expect((await reportOf(withLists, TEXT)).findings).toEqual([]);
    const high = { ...options, detectors: { ...options.detectors, person: { threshold: 0.95 } } };
    expect((await reportOf(high, TEXT)).findings).toEqual([]);
    const [own] = (await reportOf(options, TEXT, { account: { names: ['Anna Berger'] } })).findings;
    expect(own).toMatchObject({ subject: 'self', action: 'allow' });
  });

  test.each<readonly [string, PersonModel['find']]>([
    ['throws', () => Promise.reject(new Error(TEXT))],
    ['throws at once', () => Reflect.get(Object(undefined), 'x').y],
    ['answers no list', async () => 'none' as never],
    ['names a place outside of the text', async () => [{ start: 0, end: 1000, score: 1 }]],
    ['names half a unit', async () => [{ start: 0.5, end: 3, score: 1 }]],
    ['names an empty place', async () => [{ start: 3, end: 3, score: 1 }]],
    ['is surer than sure', async () => [{ start: 0, end: 3, score: 1.1 }]],
    ['is of no score', async () => [{ start: 0, end: 3, score: Number.NaN }]],
    ['answers a list of nothing', async () => new Array(3)],
  ])('that %s leaves a gap', async (_, find) => {
    const report = await reportOf(optionsWith(find), TEXT);
    expect(report.gaps).toEqual([{ id: 'g1', detector: 'person', reason: 'failed' }]);
    expect(report).toMatchObject({ verdict: 'hold', findings: [], assessed: { person: 'not_assessed' } });
  });

  test('is read once, whatever its places say later', async () => {
    let reads = 0;
    const place = {
      end: 20,
      score: 0.9,
      get start() {
        return reads++ === 0 ? 9 : 9999;
      },
    };
    const { findings } = await reportOf(
      optionsWith(async () => [place]),
      TEXT,
    );
    expect(findings).toEqual([expect.objectContaining({ start: 9, end: 20 })]);
  });

  test('that does not answer in time leaves a gap, and is told to stop', async () => {
    let stopped = false;
    const find: PersonModel['find'] = (_, { signal }) => {
      signal.addEventListener('abort', () => {
        stopped = true;
      });
      return new Promise(() => undefined);
    };
    const report = await reportOf(optionsWith(find, { deadlineMs: 200 }), TEXT);
    expect(report.gaps).toEqual([{ id: 'g1', detector: 'person', reason: 'timeout' }]);
    expect(stopped).toBe(true);
  });

  test('does not keep a call that was given up', async () => {
    const controller = new AbortController();
    const options = optionsWith(() => new Promise(() => undefined));
    const looking = reportOf(options, TEXT, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(looking).rejects.toMatchObject({ code: 'ABORTED' });
  });

  test('goes with what a child finds in a long text, and is named where the detectors are', async () => {
    const { account: _, ...settings } = parseScannerOptions(optionsWith(CAPITALS));
    const engine = await createEngine(settings);
    const { findings, gaps } = await engine.scan({ text: LONG });
    expect(findings.map(({ type }) => type)).toEqual(['person', 'email']);
    expect(gaps).toEqual([]);
    expect(engine.describe().filter(({ id }) => id === 'person')).toEqual([
      { id: 'person', version: 'capitals 1.2.0' },
    ]);
    await engine.close();
  });

  test('is not asked where names are off', async () => {
    const options = optionsWith(() => Promise.reject(new Error('asked')));
    const off = { ...options, detectors: { ...options.detectors, person: { enabled: false } } };
    expect((await reportOf(off, TEXT)).gaps).toEqual([]);
  });
});
