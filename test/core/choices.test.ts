import { describe, expect, it } from 'vitest';
import { choicesFor, choicesForGap } from '../../src/core/choices.ts';

const consumer = { audience: 'consumer', unscanned: 'ask', isMinor: false } as const;

describe('choicesFor', () => {
  it('offers a consumer no legal bases', () => {
    expect(choicesFor({ type: 'phone', action: 'confirm' }, consumer)).toEqual([
      'redact',
      'remove',
      'self',
      'ours',
      'consent',
      'not-personal',
    ]);
  });

  it('takes no face for a business’s', () => {
    expect(choicesFor({ type: 'face', action: 'confirm' }, { ...consumer, audience: 'business' })).toEqual([
      'redact',
      'remove',
      'self',
      'consent',
      'other-basis',
      'not-personal',
    ]);
  });

  it('offers a business another basis', () => {
    expect(choicesFor({ type: 'phone', action: 'confirm' }, { ...consumer, audience: 'business' })).toContain(
      'other-basis',
    );
  });

  it('offers a minor redact and remove only', () => {
    expect(choicesFor({ type: 'face', action: 'confirm' }, { ...consumer, isMinor: true })).toEqual([
      'redact',
      'remove',
    ]);
  });

  it('leaves no business claim and no "not personal" for documents and special categories', () => {
    for (const type of ['passport', 'national-id', 'drivers-licence', 'minor', 'special-category'] as const) {
      expect(choicesFor({ type, action: 'confirm' }, { ...consumer, audience: 'business' })).toEqual([
        'redact',
        'remove',
        'self',
        'consent',
      ]);
    }
  });

  it('asks nothing about findings that policy already settled', () => {
    for (const action of ['allow', 'strip', 'redact', 'block'] as const) {
      expect(choicesFor({ type: 'gps', action }, consumer)).toEqual([]);
    }
  });
});

describe('choicesFor text that a drawing shows', () => {
  it('leaves out covering, which would need pixels', () => {
    const shown = { type: 'phone', action: 'confirm', field: 'SVG:Text' } as const;
    expect(choicesFor(shown, consumer)).toEqual(['remove', 'self', 'ours', 'consent', 'not-personal']);
    expect(choicesFor({ ...shown, field: 'EXIF:UserComment' }, consumer)).toContain('redact');
  });
});

describe('choicesForGap', () => {
  it('adds "I looked" only where the operator allows it and the user is no minor', () => {
    const late = { reason: 'timeout' } as const;
    expect(choicesForGap(late, consumer)).toEqual(['retry', 'remove']);
    expect(choicesForGap(late, { ...consumer, unscanned: 'attest' })).toEqual(['retry', 'remove', 'looked']);
    expect(choicesForGap(late, { ...consumer, unscanned: 'attest', isMinor: true })).toEqual(['retry', 'remove']);
  });

  it('does not offer to try again what would come out the same', () => {
    for (const reason of ['unsupported', 'truncated'] as const) {
      expect(choicesForGap({ reason }, consumer)).toEqual(['remove']);
      expect(choicesForGap({ reason }, { ...consumer, unscanned: 'attest' })).toEqual(['remove', 'looked']);
    }
  });
});
