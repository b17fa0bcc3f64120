import { describe, expect, test } from 'vitest';
import { uncleanable } from '../../src/scanner/clean/uncleanable.ts';

describe('the error of a step that could not clean', () => {
  const failure = { reason: 'failed', code: 'UNCLEANABLE', uncleanable: 'unsupported' } as const;

  test('says what our own error said', () => {
    expect(uncleanable({ ...failure, message: 'HEIC cannot be encoded again' })).toMatchObject({
      code: 'UNCLEANABLE',
      reason: 'unsupported',
      message: 'HEIC cannot be encoded again',
    });
  });

  test.each(['', 'Anna <anna@firma.se>', 'two\nlines', 'x'.repeat(201)])(
    'passes on no other words, as %j',
    (message) => {
      expect(uncleanable({ ...failure, message }).message).toBe('the input could not be cleaned (unsupported)');
    },
  );

  test('without an answer is a failure or a timeout', () => {
    expect(uncleanable(undefined)).toMatchObject({ reason: 'failed' });
    expect(uncleanable({ reason: 'timeout' })).toMatchObject({ reason: 'timeout' });
  });
});
