import { describe, expect, it } from 'vitest';
import type { AccountIdentity, FindingType, Subject } from '../../src/core/types.ts';
import { resolveSubjects } from '../../src/detectors/subject.ts';
import type { TextDetection } from '../../src/detectors/text-detector.ts';
import knownNames from '../fixtures/subject-traps/known-names.json' with { type: 'json' };
import others from '../fixtures/subject-traps/others.json' with { type: 'json' };
import own from '../fixtures/subject-traps/own.json' with { type: 'json' };
import realNames from '../fixtures/subject-traps/real-names.json' with { type: 'json' };

/** Values stand as `‹type:value›`; the last one counts. */
interface Marked {
  readonly text: string;
  readonly account?: AccountIdentity;
}

const MARK = /‹([a-z-]+):([^›]*)›/;

function lastSubject({ text: marked, account }: Marked): Subject {
  const detections: TextDetection[] = [];
  let text = marked;
  for (let mark = MARK.exec(text); mark !== null; mark = MARK.exec(text)) {
    const [whole, type = '', value = ''] = mark;
    text = text.replace(whole, value);
    const { index: start } = mark;
    detections.push({ type: type as FindingType, detector: type, score: 0.99, start, end: start + value.length });
  }
  return resolveSubjects(text, detections, account).at(-1)?.subject ?? 'unknown';
}

function wrongOf(texts: readonly Marked[], right: readonly Subject[]): number[] {
  return texts.flatMap((one, at) => (right.includes(lastSubject(one)) ? [] : [at]));
}

describe('texts that look like the user’s own', () => {
  it('are somebody else’s when they say so, and are asked about', () => {
    expect(wrongOf(others, ['third-party', 'unknown', 'fictional', 'public'])).toEqual([]);
  });

  it('are the user’s own or their business’s when they say that', () => {
    expect(wrongOf(own, ['self', 'organisation'])).toEqual([]);
  });
});

describe('names among stories and works', () => {
  it('stay somebody’s when the story is not about them', () => {
    expect(wrongOf(realNames, ['third-party', 'unknown'])).toEqual([]);
  });

  it('are a character’s or a public figure’s when the text says so', () => {
    expect(wrongOf(knownNames, ['fictional', 'public'])).toEqual([]);
  });
});
