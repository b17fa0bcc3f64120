import { describe, expect, test } from 'vitest';
import { decide } from '../../src/core/decide.ts';
import { createPolicy } from '../../src/core/policy.ts';
import type { Detection } from '../../src/core/types.ts';

const policy = createPolicy('balanced');
const email = { type: 'email', score: 0.9, detector: 'email' } as const;
const actionOf = (detection: Detection) => decide([detection], [], policy).findings[0]?.action;

describe('what is found within metadata', () => {
  test('is stripped with its field, and nobody is asked about it', () => {
    expect(actionOf({ ...email, field: 'PNG:Comment' })).toBe('strip');
    expect(actionOf({ ...email, start: 0, end: 9 })).toBe('confirm');
  });

  test('stays where the policy allows it', () => {
    const lenient = createPolicy('observe');
    expect(decide([{ ...email, field: 'PNG:Comment' }], [], lenient).findings[0]?.action).toBe('allow');
  });
});

test('a verdict is given over any number of findings', () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({ ...email, start: index, end: index + 1 }));
  expect(decide(many, [], policy).verdict).toBe('hold');
});
