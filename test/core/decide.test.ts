import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, strictestVerdict } from '../../src/core/decide.ts';
import { createPolicy } from '../../src/core/policy.ts';
import { isMetadata, PRESETS, type Preset } from '../../src/core/presets.ts';
import { type Detection, FINDING_TYPES, type Gap, SUBJECTS } from '../../src/core/types.ts';

const face: Detection = { type: 'face', score: 0.97, detector: 'face', box: { x: 0, y: 0, width: 30, height: 40 } };
const phone: Detection = { type: 'phone', score: 0.9, detector: 'phone', start: 0, end: 9 };
const gps: Detection = { type: 'gps', score: 1, detector: 'metadata', field: 'EXIF:GPSLatitude' };
const gap: Gap = { id: 'g1', detector: 'ocr', reason: 'timeout' };

describe('decide', () => {
  it('passes what has neither findings nor gaps', () => {
    expect(decide([], [], createPolicy('balanced'))).toEqual({ verdict: 'pass', findings: [] });
  });

  it('strips GPS without asking', () => {
    const { verdict, findings } = decide([gps], [], createPolicy('balanced'));
    expect(verdict).toBe('pass');
    expect(findings).toEqual([{ ...gps, id: 'f1', action: 'strip' }]);
  });

  it('holds on any gap, even with nothing found', () => {
    expect(decide([], [gap], createPolicy('strict')).verdict).toBe('hold');
  });

  it('blocks as soon as one finding blocks, whatever the others say', () => {
    const policy = createPolicy('balanced', { phone: { action: 'block' } });
    expect(decide([gps, face, phone], [gap], policy).verdict).toBe('block');
  });

  it('redacts at once, without a hold, where the action is redact', () => {
    const policy = createPolicy('balanced', { face: { action: 'redact' } });
    expect(decide([face], [], policy).verdict).toBe('pass');
  });

  it('leaves out what is under its threshold, switched off or of the wrong size', () => {
    for (const settings of [{ threshold: 0.98 }, { enabled: false }, { minSize: 41 }, { maxSize: 39 }]) {
      expect(decide([face], [], createPolicy('balanced', { face: settings })).findings).toEqual([]);
    }
  });

  it('treats a type of the host like its own, and one that the host no longer names as one to ask about', () => {
    const member: Detection = { type: 'custom:member', score: 0.6, detector: 'custom:member', start: 0, end: 9 };
    const custom = { type: 'member', label: 'Member', pattern: /M/ } as const;
    const actionUnder = (preset: Preset, given: object): string | undefined =>
      decide([member], [], createPolicy(preset, {}, [{ ...custom, ...given }])).findings[0]?.action;
    expect(actionUnder('balanced', {})).toBe('confirm');
    expect(actionUnder('balanced', { action: 'block' })).toBe('block');
    expect(actionUnder('observe', { action: 'block' })).toBe('allow');
    expect(actionUnder('strict', { threshold: 0.7 })).toBeUndefined();
    expect(decide([member], [], createPolicy('balanced')).verdict).toBe('hold');
  });

  it('lets the own data of the user and of an organisation pass, but still reports it', () => {
    for (const subject of ['self', 'organisation'] as const) {
      const { verdict, findings } = decide([{ ...phone, subject }], [], createPolicy('balanced'));
      expect(verdict).toBe('pass');
      expect(findings).toHaveLength(1);
    }
  });

  it('relaxes fictional and public names only, never contact data', () => {
    const person: Detection = { type: 'person', score: 0.9, detector: 'person', start: 0, end: 5 };
    for (const subject of ['fictional', 'public'] as const) {
      expect(decide([{ ...person, subject }], [], createPolicy('balanced')).verdict).toBe('pass');
      expect(decide([{ ...phone, subject }], [], createPolicy('balanced')).verdict).toBe('hold');
    }
  });

  it('strips metadata even when it is about the user', () => {
    expect(decide([{ ...gps, subject: 'self' }], [], createPolicy('balanced')).findings[0]?.action).toBe('strip');
  });

  it('never holds, blocks or changes under observe, whatever the settings, the findings and the gaps', () => {
    const policy = createPolicy('observe', { face: { action: 'block' } });
    const { verdict, findings } = decide([face, phone, gps], [gap], policy);
    expect(verdict).toBe('pass');
    expect(findings.map(({ action }) => action)).toEqual(['allow', 'allow', 'allow']);
  });

  it('never becomes milder by a further finding', () => {
    const detection = fc.record({
      type: fc.constantFrom(...FINDING_TYPES),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      detector: fc.constant('any'),
      subject: fc.constantFrom(...SUBJECTS),
      field: fc.constant('any'),
    });
    const order = ['pass', 'hold', 'block'];
    fc.assert(
      fc.property(fc.array(detection), detection, fc.constantFrom(...PRESETS), (some, more, preset) => {
        const policy = createPolicy(preset);
        const before = order.indexOf(decide(some, [], policy).verdict);
        expect(order.indexOf(decide([...some, more], [], policy).verdict)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('strictestVerdict', () => {
  it('lets one item answer for all', () => {
    expect(strictestVerdict(['pass', 'hold', 'pass'])).toBe('hold');
    expect(strictestVerdict(['pass', 'hold', 'block'])).toBe('block');
    expect(strictestVerdict([])).toBe('pass');
  });
});

describe('the presets', () => {
  it('strip metadata and ask about the rest when balanced, but for addresses of machines', () => {
    const { rules } = createPolicy('balanced');
    for (const type of FINDING_TYPES) {
      expect(rules[type].action).toBe(isMetadata(type) ? 'strip' : type === 'ip-address' ? 'allow' : 'confirm');
    }
  });

  it('block cards, national numbers and passports when strict', () => {
    const { rules } = createPolicy('strict');
    expect(FINDING_TYPES.filter((type) => rules[type].action === 'block')).toEqual([
      'payment-card',
      'national-id',
      'passport',
    ]);
  });
});

describe('what is found within metadata', () => {
  const email = { type: 'email', score: 0.9, detector: 'email' } as const;
  const actionOf = (detection: Detection, preset: Preset) =>
    decide([detection], [], createPolicy(preset)).findings[0]?.action;

  it('is asked about where it is text that the picture shows', () => {
    expect(actionOf({ ...email, field: 'SVG:Text' }, 'balanced')).toBe('confirm');
  });

  it('is stripped with its field, and nobody is asked about it', () => {
    expect(actionOf({ ...email, field: 'PNG:Comment' }, 'balanced')).toBe('strip');
    expect(actionOf({ ...email, start: 0, end: 9 }, 'balanced')).toBe('confirm');
  });

  it('stays under observe', () => {
    expect(actionOf({ ...email, field: 'PNG:Comment' }, 'observe')).toBe('allow');
  });
});

it('a verdict is given over any number of findings', () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({ ...phone, start: index, end: index + 1 }));
  expect(decide(many, [], createPolicy('balanced')).verdict).toBe('hold');
});
