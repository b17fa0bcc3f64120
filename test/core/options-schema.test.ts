import { describe, expect, it } from 'vitest';
import type { ScannerOptions } from '../../src/core/options.ts';
import {
  optionsJsonSchema,
  parseAccount,
  parseGuardOptions,
  parseScannerOptions,
} from '../../src/core/options-schema.ts';
import { ConfigError } from '../../src/errors.ts';

function problemsOf(call: () => unknown): { path: string; expected: string }[] {
  try {
    call();
  } catch (error) {
    if (error instanceof ConfigError) return [...error.problems];
    throw error;
  }
  throw new Error('no ConfigError was thrown');
}

describe('the options', () => {
  it('have a default each in development', () => {
    const options = parseGuardOptions(undefined, { production: false });
    expect(options).toMatchObject({
      preset: 'balanced',
      routerPath: '/privacy',
      anonymous: false,
      audience: 'consumer',
      acceptSvg: false,
    });
    expect(options.limits).toMatchObject({
      queue: 100,
      deadlineMs: 30_000,
      holdsPerSubject: 20,
      heldBytes: 10_000_000_000,
    });
  });

  it('name every unknown key and every value out of range at once, with its path', () => {
    const wrong = { detectors: { face: { treshold: 0.7, threshold: 7 }, fase: {} }, limts: {} };
    const paths = problemsOf(() => parseScannerOptions(wrong)).map(({ path }) => path);
    expect(paths.sort()).toEqual(['detectors.face.threshold', 'detectors.face.treshold', 'detectors.fase', 'limts']);
  });

  it('say what is wrong with a custom type in words of its own', () => {
    const customDetectors = [
      { type: 'member', pattern: 'MB-[' },
      { type: 'badge', label: {}, pattern: /a/, action: 'strip' },
    ];
    const wrong = { customDetectors, detectors: { 'custom:member': {} } } as unknown as ScannerOptions;
    const problems = problemsOf(() => parseScannerOptions(wrong)).map(({ path, expected }) => `${path}: ${expected}`);
    expect(problems.sort()).toEqual([
      'customDetectors[0].label: expected what people call it, up to 60 characters: a text, or texts by language as { en, de }',
      'customDetectors[0].pattern: expected a RegExp, or the source of one that is valid with the flag `u`',
      'customDetectors[1].action: expected allow, redact, confirm or block: only metadata is stripped',
      'customDetectors[1].label: expected what people call it, up to 60 characters: a text, or texts by language as { en, de }',
      'detectors.custom:member: no such option: what holds for a custom type stands in its entry of customDetectors',
    ]);
  });

  it('refuse to strip what is no metadata: it would pass as it is', () => {
    const wrong = { detectors: { email: { action: 'strip' }, gps: { action: 'strip' } } } as const;
    expect(problemsOf(() => parseScannerOptions(wrong)).map(({ path }) => path)).toEqual(['detectors.email.action']);
  });

  it('take of an account what they know, and refuse what is none', () => {
    expect(parseAccount({ id: 7, names: ['Anna Kvist'] })).toEqual({ names: ['Anna Kvist'] });
    expect([parseAccount(undefined), parseAccount(null)]).toEqual([{}, {}]);
    const wrong = { names: 'Anna Kvist', emails: [null] };
    expect(problemsOf(() => parseAccount(wrong)).map(({ path }) => path)).toEqual([
      'account.emails[0]',
      'account.names',
    ]);
  });

  it('name all that production lacks at once', () => {
    const paths = problemsOf(() => parseGuardOptions({}, { production: true })).map(({ path }) => path);
    expect(paths.sort()).toEqual(['controller', 'keys', 'processing', 'retention.evidence', 'subject']);
  });

  it('never repeat the value of a key in the error', () => {
    const secret = 'c2hvcnQ-but-secret';
    const problems = problemsOf(() => parseGuardOptions({ keys: [{ id: 'a', secret }] }, { production: false }));
    expect(problems.map(({ path }) => path)).toEqual(['keys[0].secret']);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });

  it('accept a complete production configuration', () => {
    const options = parseGuardOptions(
      {
        subject: () => 'user-1',
        keys: [{ id: 'k1', secret: Buffer.alloc(32, 1).toString('base64') }],
        controller: { name: 'Example', contact: 'privacy@example.com', privacyUrl: 'https://example.com/privacy' },
        processing: { purposes: ['generate pictures'], operatorBasis: 'contract' },
        retention: { evidence: { days: 1825 } },
      },
      { production: true },
    );
    expect(options.processing).toMatchObject({ recipients: [], training: false });
  });

  it('have a JSON Schema that forbids unknown keys', () => {
    expect(optionsJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
