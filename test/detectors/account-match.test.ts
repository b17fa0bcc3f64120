import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAccountMatcher } from '../../src/detectors/subject/account-match.ts';
import { isNameWord, nameKey } from '../../src/detectors/subject/name-key.ts';

describe('the account’s own name', () => {
  it.each([
    ['Нино Беридзе', 'Nino Beridze'],
    ['ნინო ბერიძე', 'Nino Beridze'],
    ['ნინო ბერიძე', 'Нино Беридзе'],
    ['BERIDZE, Nino', 'ნინო ბერიძე'],
    ['ნინო ბერიძისთვის', 'Nino Beridze'],
    ['გიორგი კვარაცხელიამ', 'Giorgi Kvaratskhelia'],
    ['Анны Бергер', 'Anna Berger'],
    ['Марии Ивановой', 'Мария Иванова'],
    ['Ивану Сергеевичу Петрову', 'Иван Петров'],
    ['Yury Akhmetov', 'Юрий Ахметов'],
    ['Jurij Achmetow', 'Юрий Ахметов'],
    ['Fyodor Shchukin', 'Фёдор Щукин'],
    ['Eduard Schewardnadse', 'ედუარდ შევარდნაძე'],
    ['Joerg Mueller', 'Jörg Müller'],
    ['LUCÍA FERRER', 'Lucia Ferrer Ortiz'],
    ['A. Berger', 'Anna Berger'],
    ['J. Müller', 'Jörg Müller'],
    ['Berger A.', 'Anna Berger'],
    ['А. С. Петров', 'Алексей Петров'],
    ['Mrs Anna Berger', 'Anna Berger'],
    ['ლევანი', 'ლევან'],
  ])('is whole in case %#', (found, known) => {
    expect(createAccountMatcher({ names: [known] })('person', found)).toBe('whole');
  });

  it.each([
    ['Anna Fuchs', 'Anna Berger'],
    ['Peter Berger', 'Anna Berger'],
    ['P. Berger', 'Anna Berger'],
    ['A. Fuchs', 'Anna Berger'],
    ['Mr Berger', 'Anna Berger'],
    ['Александра Петрова', 'Александр Петров'],
    ['ნინა ბერიძე', 'ნინო ბერიძე'],
    ['Anna Anna', 'Anna Berger'],
    ['A.', 'Anna Berger'],
  ])('is not somebody else’s in case %#', (found, known) => {
    expect(createAccountMatcher({ names: [known] })('person', found)).toBe('none');
  });

  it('is only part when a first name stands alone', () => {
    expect(createAccountMatcher({ names: ['Anna Berger'] })('person', 'Anna')).toBe('part');
  });

  it('has a key that no change of case changes', () => {
    const word = fc.stringMatching(/^[a-zа-яა-ჰ]{1,12}$/);
    fc.assert(
      fc.property(word, (name) => nameKey(name.toUpperCase()) === nameKey(name) && isNameWord(name, nameKey(name))),
      { seed: 7 },
    );
  });
});

describe('the account’s own contact details', () => {
  const matchOf = createAccountMatcher({
    emails: ['Anna.Berger@kontor-nord.de'],
    phones: ['0201 6620772', '+49 171 3920012'],
    handles: ['https://www.instagram.com/annaberger.studio/'],
  });

  it.each([
    ['email', 'anna.berger+shop@KONTOR-NORD.de'],
    ['email', 'ａnna.berger@kontor-nord.de'],
    ['phone', '+49 201 6620772'],
    ['phone', '0171 / 39 200 12'],
    ['phone', '0049 171 3920012'],
    ['social-handle', '@annaberger.studio'],
    ['social-handle', 'instagram.com/annaberger.studio?hl=de'],
  ] as const)('match in another spelling (%s, case %#)', (type, value) => {
    expect(matchOf(type, value)).toBe('whole');
  });

  it.each([
    ['email', 'annaberger@kontor-nord.de'],
    ['email', 'anna.berger@kontor-sued.de'],
    ['phone', '+49 171 3920013'],
    ['social-handle', '@annaberger'],
    ['address', 'Hafenstraße 12'],
  ] as const)('do not match what is merely similar (%s, case %#)', (type, value) => {
    expect(matchOf(type, value)).toBe('none');
  });
});

describe('an account of which nothing is known', () => {
  it.each(['', ' ', '@', '-'])('is nobody, said as %j', (nothing) => {
    const matchOf = createAccountMatcher({
      emails: [nothing],
      phones: [nothing],
      names: [nothing],
      handles: [nothing],
    });
    const values = [
      ['person', '— —'],
      ['phone', '+'],
      ['social-handle', '@'],
      ['email', ''],
    ] as const;
    for (const [type, value] of values) expect(matchOf(type, value)).toBe('none');
  });
});

describe('what the account’s own addresses and handles are called', () => {
  const matchOf = createAccountMatcher({ emails: ['sam@velo-breizh.example'], handles: ['@okafor.barbers'] });

  it('is its own business', () => {
    expect(matchOf('person', 'Vélo Breizh')).toBe('whole');
    expect(matchOf('person', 'Okafor Barbers')).toBe('whole');
  });

  it('is a part of a name where it stands before the @', () => {
    expect(matchOf('person', 'Sam')).toBe('part');
    expect(matchOf('person', 'Sam Breizh')).toBe('none');
  });
});
