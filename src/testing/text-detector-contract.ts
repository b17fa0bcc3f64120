/** What every text detector promises, as cases that any test runner can run: `for (const { name, run } of …) test(name, run)`. */
import assert from 'node:assert/strict';
import { createPolicy, ruleOf } from '../core/policy.ts';
import type { ScoreStep } from '../core/types.ts';
import type { TextDetection, TextDetector } from '../detectors/text-detector.ts';

/** A text with the values that must be found in it, as they stand there. */
interface HitFixture {
  readonly text: string;
  readonly values: readonly string[];
  readonly fieldName?: string;
}

/** A text in which nothing may be found. */
interface MissFixture {
  readonly text: string;
  readonly fieldName?: string;
}

export interface TextDetectorFixtures {
  readonly hit: readonly HitFixture[];
  readonly miss: readonly MissFixture[];
  /** Several values among look-alikes: exactly these are found. */
  readonly crowded: readonly HitFixture[];
}

export interface ContractCase {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

/** Strings that no detector may choke on. */
const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u200b\u200d',
  '\r\n\r\n',
  '👩‍👩‍👧',
  '٣٤٥',
  '__proto__',
];
/** Repeated, these are what makes careless patterns slow. */
const TRIGGERS: readonly string[] = [
  '@',
  'a@',
  'a.',
  'a@a.',
  '1',
  '1 ',
  '1-',
  '+1',
  '(',
  '0',
  'a',
  ' ',
  '\n',
  'Aa ',
  '\ud800',
];
const SHORT_UNITS = 4096;
const GROWTH = 8;
/** Linear growth with room for what a process does beside; quadratic growth would be 64-fold. */
const MAX_SLOWDOWN = GROWTH * 3;
/** Under this no ratio means anything: a collection of garbage takes as long. A quadratic walk over the long text takes far longer. */
const NOISE_MS = 50;
const MAX_TRIALS = 4;

/** The cases for one detector; a detection counts from the threshold of the preset `balanced` on. Fixtures hold no real data. */
export function textDetectorContract(detector: TextDetector, fixtures: TextDetectorFixtures): ContractCase[] {
  const found = (fixture: MissFixture): TextDetection[] => reported(detector, fixture);
  const all: readonly MissFixture[] = [...fixtures.hit, ...fixtures.miss, ...fixtures.crowded];
  return [
    forEach('finds every value of its hits', fixtures.hit, (hit) => assertFound(found(hit), hit)),
    forEach('finds its example', [{ text: detector.example }], (one) => assert.notEqual(found(one).length, 0)),
    forEach('finds nothing in its misses', fixtures.miss, (miss) => assert.equal(found(miss).length, 0)),
    forEach('finds exactly its values in a crowd', fixtures.crowded, (crowd) => {
      assertFound(found(crowd), crowd);
      assert.equal(found(crowd).length, crowd.values.length, 'number of detections');
    }),
    forEach('gives sound offsets, scores, types and ids', all, ({ text }) => assertSound(detector, text)),
    forEach('finds the same twice', all, (one) => assert.deepEqual(found(one), found(one))),
    forEach('finds what has digits only, where it says so', all, ({ text }) => assertNeedsDigit(detector, text)),
    forEach('never repeats a value in what it returns', all, (one) => assertNoValue(found(one), one.text)),
    forEach('takes any string', ODD_TEXTS, (text) => assertSound(detector, text)),
    forEach('takes linear time on its own triggers repeated', triggersOf(fixtures), (trigger) =>
      assertLinear(detector, trigger),
    ),
  ];
}

/** A failure names the fixture by its number, never by its text. */
function forEach<Fixture>(name: string, fixtures: readonly Fixture[], check: (fixture: Fixture) => void): ContractCase {
  const run = (): void => {
    for (const [at, fixture] of fixtures.entries()) {
      try {
        check(fixture);
      } catch (cause) {
        throw new Error(`fixture ${at} (from 0) of "${name}"`, { cause });
      }
    }
  };
  return { name, run };
}

function triggersOf({ hit }: TextDetectorFixtures): readonly string[] {
  return [...TRIGGERS, ...hit.slice(0, 3).map(({ text }) => text)];
}

function reported(detector: TextDetector, { text, fieldName }: MissFixture): TextDetection[] {
  const policy = createPolicy('balanced');
  return detector.detect(text, { fieldName }).filter(({ type, score }) => score >= ruleOf(policy, type).threshold);
}

/** Each value is a detection of its own, from its first unit to its last. */
function assertFound(detections: readonly TextDetection[], { text, values }: HitFixture): void {
  const slices = detections.map(({ start, end }) => text.slice(start, end));
  for (const [at, value] of values.entries())
    assert.ok(slices.includes(value), `value ${at} is not found as it stands`);
}

function assertSound({ id, types, detect }: TextDetector, text: string): void {
  for (const { type, detector, score, start, end, trace } of detect(text)) {
    assert.ok(types.includes(type), 'another type than declared');
    assert.equal(detector, id);
    assert.ok(score >= 0 && score <= 1, 'score out of range');
    assert.ok(trace?.every(isSharedWord) ?? true, 'a signal of words near that others name otherwise');
    const steps = trace?.reduce((sum, { weight }) => sum + weight, 0) ?? score;
    assert.ok(Math.abs(steps - score) < 1e-9, 'the steps of the trace are not the score');
    assert.ok(Number.isInteger(start) && Number.isInteger(end), 'offsets are no integers');
    assert.ok(start >= 0 && start < end && end <= text.length, 'place out of bounds');
  }
}

function assertNeedsDigit({ needsDigit, detect }: TextDetector, text: string): void {
  if (needsDigit) assert.equal(detect(text.replace(/\p{Nd}/gu, '')).length, 0, 'a text without digits has something');
}

/** Of words near a value there are two signals, those of `weigh.ts`. */
function isSharedWord({ signal }: ScoreStep): boolean {
  return !signal.startsWith('word-') || signal === 'word-for' || signal === 'word-against';
}

function assertNoValue(detections: readonly TextDetection[], text: string): void {
  for (const detection of detections) {
    const value = JSON.stringify(text.slice(detection.start, detection.end)).slice(1, -1);
    assert.ok(!JSON.stringify(detection).includes(value), 'a detection holds its value');
  }
}

/** With a `maxLength` the time is bounded anyway, and only the limit itself is tried. */
function assertLinear(detector: TextDetector, trigger: string): void {
  if (detector.maxLength !== undefined) {
    assertSound(detector, filled(trigger, detector.maxLength));
    return;
  }
  const short = filled(trigger, SHORT_UNITS);
  const long = filled(trigger, SHORT_UNITS * GROWTH);
  let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The fastest of several counts, and mostly the first long one is fast enough.
  for (let trial = 0; trial < MAX_TRIALS; trial += 1) {
    longMs = Math.min(longMs, cpuMs(detector, long));
    if (longMs < NOISE_MS) return;
    shortMs = Math.min(shortMs, cpuMs(detector, short));
    if (longMs < shortMs * MAX_SLOWDOWN) return;
  }
  assert.fail('time grows faster than the text');
}

function filled(piece: string, units: number): string {
  return piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
}

/** CPU time of this process: what else runs on the machine does not lengthen it. */
function cpuMs(detector: TextDetector, text: string): number {
  const before = process.cpuUsage();
  detector.detect(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
