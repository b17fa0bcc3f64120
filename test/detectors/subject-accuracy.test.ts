import { describe, expect, it } from 'vitest';
import type { AccountIdentity, FindingType, Subject } from '../../src/core/types.ts';
import { resolveSubjects } from '../../src/detectors/subject.ts';
import de from '../fixtures/subject/de.json' with { type: 'json' };
import en from '../fixtures/subject/en.json' with { type: 'json' };
import es from '../fixtures/subject/es.json' with { type: 'json' };
import fr from '../fixtures/subject/fr.json' with { type: 'json' };
import ka from '../fixtures/subject/ka.json' with { type: 'json' };
import ru from '../fixtures/subject/ru.json' with { type: 'json' };

interface Labelled {
  readonly text: string;
  readonly values: readonly { readonly value: string; readonly type: string; readonly subject: string }[];
  readonly account?: AccountIdentity;
}

interface Resolved {
  readonly gold: string;
  readonly subject: Subject;
}

/** Measured on the development half: .97 and over in each language. */
const MIN_ACCURACY = 0.93;
const RELAXED: readonly string[] = ['self', 'organisation'];

const languages: Record<string, { development: readonly Labelled[]; test: readonly Labelled[] }> = {
  de,
  en,
  es,
  fr,
  ka,
  ru,
};

function resolve({ text, values, account }: Labelled): Resolved[] {
  let end = 0;
  const detections = values.map(({ value, type }) => {
    const start = text.indexOf(value, end);
    end = start + value.length;
    return { type: type as FindingType, detector: type, score: 0.99, start, end };
  });
  const found = resolveSubjects(text, detections, account);
  return values.map(({ subject: gold }, at) => ({ gold, subject: found[at]?.subject ?? 'unknown' }));
}

describe.each(Object.entries(languages))('the labelled texts in %s', (_, { development, test }) => {
  it('are resolved as a reader would in the development half', () => {
    const results = development.flatMap(resolve);
    const right = results.filter(({ gold, subject }) => gold === subject);
    expect(right.length / results.length).toBeGreaterThanOrEqual(MIN_ACCURACY);
  });

  it('never give somebody else’s data to the user or an office, in either half', () => {
    const results = [...development, ...test].flatMap(resolve);
    expect(results.filter(({ gold, subject }) => gold === 'third-party' && RELAXED.includes(subject))).toEqual([]);
  });
});
