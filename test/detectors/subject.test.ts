import { describe, expect, it } from 'vitest';
import type { AccountIdentity, FindingType } from '../../src/core/types.ts';
import { type ResolvedSubject, resolveSubjects } from '../../src/detectors/subject.ts';

/** The value to resolve stands between ‹ and ›. */
function subjectOf(marked: string, type: FindingType, account?: AccountIdentity): ResolvedSubject {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const detections = [{ type, detector: type, score: 1, start, end }];
  return resolveSubjects(marked.replace(/[‹›]/g, ''), detections, account)[0] ?? { subject: 'unknown', reasons: [] };
}

describe('whose data a detection is', () => {
  it.each([
    ['email', '‹Anna.Kvist@Mail.Test›', { emails: ['anna.kvist@mail.test'] }],
    ['phone', '‹+995 (599) 12-34-56›', { phones: ['+995599123456'] }],
    ['phone', '‹599 12 34 56›', { phones: ['+995599123456'] }],
    ['phone', '‹020 7946 0123 ext. 4›', { phones: ['+442079460123'] }],
    ['person', '‹KVIST›', { names: ['Anna Kvist'] }],
    ['person', '‹Anna Kvist›', { names: ['Anna Maria Kvist'] }],
    ['social-handle', '‹@Anna_K›', { handles: ['anna_k'] }],
  ] as const)('is the user’s own when the account knows it (%s, case %#)', (type, marked, account) => {
    expect(subjectOf(marked, type, account)).toMatchObject({
      subject: 'self',
      reasons: expect.arrayContaining(['account-match']),
    });
  });

  it('is not the user’s for the same first name with another surname', () => {
    expect(subjectOf('‹Anna Berg›', 'person', { names: ['Anna Kvist'] }).subject).toBe('unknown');
  });

  it.each(['support', 'info', 'no-reply', 'Sales', 'jobs2', 'kontakt'])(
    'is an organisation’s for the mailbox of a role (%#)',
    (local) => {
      expect(subjectOf(`‹${local}@kvist.test›`, 'email')).toMatchObject({ subject: 'organisation' });
    },
  );

  it.each([
    ['my number is ‹599 12 34 56›', 'phone'],
    ['email me at ‹a@b.co›', 'email'],
    ['You can reach me on ‹599 12 34 56›', 'phone'],
    ['I am ‹Anna›', 'person'],
    ['My name is ‹Anna›', 'person'],
    ['мой телефон: ‹599 12 34 56›', 'phone'],
    ['меня зовут ‹Анна›', 'person'],
    ['call me on ‹599 12 34 56›', 'phone'],
    ['Meine Handynummer ist ‹0171 3920012›', 'phone'],
    ['ჩემი ნომერია ‹599 12 34 56›', 'phone'],
    ['‹599 12 34 56› is my new number', 'phone'],
  ] as const)('is the user’s own after a first-person possessive (case %#)', (marked, type) => {
    expect(subjectOf(marked, type)).toMatchObject({
      subject: 'self',
      reasons: expect.arrayContaining(['first-person']),
    });
  });

  it.each([
    ['her number is ‹599 12 34 56›', 'third-person-possessive'],
    ['his email: ‹a@b.co›', 'third-person-possessive'],
    ['call him on ‹599 12 34 56›', 'third-person-possessive'],
    ["Anna's phone ‹599 12 34 56›", 'third-person-possessive'],
    ['её номер ‹599 12 34 56›', 'third-person-possessive'],
    ['‹599 12 34 56› is her number', 'third-person-possessive'],
    ['my mother ‹599 12 34 56›', 'kin'],
    ["my boss's email is ‹a@b.co›", 'kin'],
    ['‹599 12 34 56› (my sister)', 'kin'],
    ['телефон мамы ‹599 12 34 56›', 'kin'],
  ] as const)('is a third party’s after another’s possessive or a word for kin (case %#)', (marked, reason) => {
    expect(subjectOf(marked, marked.includes('@') ? 'email' : 'phone')).toMatchObject({
      subject: 'third-party',
      reasons: [reason],
    });
  });

  it('takes the nearest owner of the same sentence', () => {
    expect(subjectOf('my mail is a@b.co and her mail is ‹c@d.co›', 'email').subject).toBe('third-party');
    expect(subjectOf('Her dog ran. Mail ‹c@d.co›', 'email').subject).toBe('unknown');
    expect(subjectOf("It's ‹c@d.co›", 'email').subject).toBe('unknown');
    expect(subjectOf('She gave me ‹599 12 34 56›', 'phone').subject).toBe('unknown');
  });

  it.each([
    ['email', '‹anna@example.com›'],
    ['email', '‹anna@host.invalid›'],
    ['phone', '‹(202) 555-0143›'],
    ['phone', '‹+44 7700 900123›'],
    ['phone', '‹020 7946 0123›'],
    ['phone', '‹+33 1 99 00 12 34›'],
    ['phone', '‹0491 570 156›'],
    ['phone', '‹030 23125 123›'],
  ] as const)('is fictional for reserved data (%s, case %#)', (type, marked) => {
    expect(subjectOf(marked, type)).toEqual({ subject: 'fictional', reasons: ['reserved-data'] });
  });

  it('is unknown without any signal', () => {
    expect(subjectOf('Send it to ‹anna@kvist.co›', 'email')).toEqual({ subject: 'unknown', reasons: [] });
  });

  it('looks at a bounded window only', () => {
    expect(subjectOf(`my number is ${' '.repeat(200)}‹599 12 34 56›`, 'phone').subject).toBe('unknown');
  });
});
