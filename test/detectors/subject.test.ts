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

/** The fastest of three: `count` values with 160 units of the same piece before each. */
function resolvingMs(piece: string, count: number): number {
  const unit = `${piece.repeat(Math.ceil(160 / piece.length))}599 12 34 56 `;
  const detections = Array.from({ length: count }, (_, at) => {
    const end = (at + 1) * unit.length - 1;
    const type = at % 2 === 0 ? 'person' : 'phone';
    return { type, detector: type, score: 1, start: end - 12, end } as const;
  });
  const times = Array.from({ length: 3 }, () => {
    const before = performance.now();
    resolveSubjects(unit.repeat(count), detections, { names: ['Anna Kvist'] });
    return performance.now() - before;
  });
  return Math.min(...times);
}

describe('whose data a detection is', () => {
  it.each(['info@anna.test', 'sales.eu@anna.test', 'no-reply@anna.test', 'info2@anna.test', 'shop@gmail.com'])(
    'is an office’s where the mailbox is a role’s: %s',
    (address) => {
      const { subject } = subjectOf(`‹${address}›`, 'email');
      expect(subject).toBe('organisation');
    },
  );

  it.each([
    'no@berger.se',
    'do.not@berger.se',
    'info.anna@berger.se',
    'sales.li@berger.se',
    'team.jo@berger.se',
    'hello99@gmail.com',
    'post.de@web.de',
  ])('is not an office’s where the mailbox may be a person’s: %s', (address) => {
    expect(subjectOf(`‹${address}›`, 'email').subject).toBe('unknown');
  });

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

  it('is the user’s own in a signature only under the user’s name, when the account has one', () => {
    const mail = 'I never got my cards.\n\nKind regards,\n‹Wilma Strand›';
    expect(subjectOf(mail, 'person')).toEqual({ subject: 'self', reasons: ['signature'] });
    expect(subjectOf(mail, 'person', { names: ['Anna Kvist'] }).subject).toBe('unknown');
    expect(subjectOf(`Reply to this mail: ${mail}`, 'person').subject).toBe('unknown');
  });

  it('is the user’s own right beside a detail that the account knows, but not in a list', () => {
    const known = { emails: ['anna@kvist.co'] };
    const subjectsOf = (text: string): string[] => {
      const values = [...text.matchAll(/\S+@\S+\.\w+|\+\d+/g)].map(({ 0: value, index }) => {
        const type = value.includes('@') ? 'email' : 'phone';
        return { type, detector: type, score: 1, start: index, end: index + value.length } as const;
      });
      return resolveSubjects(text, values, known).map(({ subject }) => subject);
    };
    expect(subjectsOf('anna@kvist.co, tel. +995599123456')).toEqual(['self', 'self']);
    expect(subjectsOf('anna@kvist.co +995599123456 / bo@kvist.co +995599123457')).toEqual([
      'self',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(subjectsOf('anna@kvist.co, bo@kvist.co')).toEqual(['self', 'unknown']);
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
    ['+1 877 204 3391', 'a US toll-free number'],
    ['(888) 204-3391', 'one as dialled there'],
    ['0800 410 2231', 'a British freephone number'],
    ['0845 410 2231', 'a British shared-cost number'],
    ['+49 180 5220418', 'a German service number'],
    ['0 805 220 418', 'a French free number'],
    ['900 220 418', 'a Spanish free number'],
    ['8 (800) 220-41-87', 'a Russian free number'],
    ['+995 800 220 418', 'a Georgian free number'],
    ['+800 2204 1877', 'an international free number'],
  ])('is an organisation’s for a service number (%s, %s)', (number) => {
    expect(subjectOf(`‹${number}›`, 'phone')).toEqual({ subject: 'organisation', reasons: ['service-number'] });
  });

  it.each([
    '0171 5520418',
    '+995 599 41 22 07',
    '611 40 92 27',
    '07911 204518',
    '8 916 204-55-18',
    '(415) 220-7718',
    '06 41 22 90 17',
  ])('is nobody’s service number for a mobile one (%s)', (number) => {
    expect(subjectOf(`‹${number}›`, 'phone').subject).toBe('unknown');
  });

  it.each(['anna', 'info.anna', 'anna.sales', 'hello.kitty', 'teamberger'])('is no role’s mailbox for %s@', (local) => {
    expect(subjectOf(`‹${local}@kvist.co›`, 'email').subject).toBe('unknown');
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
    ['payment-card', '‹4242-4242-4242-4242›'],
    ['iban', '‹DE89 3704 0044 0532 0130 00›'],
    ['national-id', '‹078-05-1120›'],
    ['ip-address', '‹198.51.100.7›'],
    ['ip-address', '‹2001:db8::1›'],
  ] as const)('is fictional for reserved data (%s, case %#)', (type, marked) => {
    expect(subjectOf(marked, type)).toEqual({ subject: 'fictional', reasons: ['reserved-data'] });
  });

  it.each(['10.0.0.7', '192.168.178.1', '172.20.1.1', '127.0.0.1', '::1', 'fd00::1', 'fe80::1', '100.64.0.1'])(
    'is fictional for an address of a private network (%s)',
    (address) => {
      expect(subjectOf(`‹${address}›`, 'ip-address')).toEqual({ subject: 'fictional', reasons: ['private-network'] });
    },
  );

  it.each(['8.8.4.4', '172.32.0.1', '100.128.0.1', '2001:4860::8844'])(
    'is unknown for a public one (%s)',
    (address) => {
      expect(subjectOf(`‹${address}›`, 'ip-address').subject).toBe('unknown');
    },
  );

  it('is linear in the number of detections, whatever stands between them', () => {
    const pieces = ['my number is ', '"', 'Aa ', 'said: my ', 'hero of my ', 'a.', 'my\n', 'by Aa and ', 'მე '];
    for (const piece of pieces) {
      const short = resolvingMs(piece, 64);
      const long = resolvingMs(piece, 512);
      expect(long < 100 || long < short * 32, piece).toBe(true);
    }
  });

  it('is never the user’s own for what is said about somebody', () => {
    expect(subjectOf('my ‹six-year-old Lena›', 'minor').subject).toBe('unknown');
    expect(subjectOf('her ‹diabetes›', 'special-category').subject).toBe('third-party');
  });

  it.each([
    ['my IBAN is ‹GE29 NB00 0000 0101 9049 18›', 'iban', 'self'],
    ['my date of birth: ‹04.11.1962›', 'date-of-birth', 'self'],
    ['mein Reisepass: ‹C01X00T47›', 'passport', 'self'],
    ['his passport number ‹C01X00T47›', 'passport', 'third-party'],
    ['мой паспорт ‹45 08 123456›', 'passport', 'self'],
    ["my father's date of birth: ‹04.11.1962›", 'date-of-birth', 'third-party'],
    ['my son ‹Napoleon›', 'person', 'third-party'],
  ] as const)('is whose the words say for any type (case %#)', (marked, type, subject) => {
    expect(subjectOf(marked, type).subject).toBe(subject);
  });

  it('is unknown without any signal', () => {
    expect(subjectOf('Send it to ‹anna@kvist.co›', 'email')).toEqual({ subject: 'unknown', reasons: [] });
  });

  it('looks at a bounded window only', () => {
    expect(subjectOf(`my number is ${' '.repeat(200)}‹599 12 34 56›`, 'phone').subject).toBe('unknown');
  });
});
