import { describe, expect, it } from 'vitest';
import { documentFindings } from '../../src/detectors/document-kind.ts';
import { email } from '../../src/detectors/email.ts';
import { pageTexts } from '../../src/detectors/page-text.ts';
import { person } from '../../src/detectors/person.ts';
import { phone } from '../../src/detectors/phone.ts';
import type { TextLine } from '../../src/detectors/read-text.ts';
import { ocrLines } from '../fixtures/ocr-lines.ts';

const THRESHOLD = 0.5;

/** What each kind raises, as `type: text`, with e-mail addresses and telephone numbers found as usual. */
function raisedFrom(given: string | readonly TextLine[]): string[] {
  const pages = pageTexts(typeof given === 'string' ? ocrLines(given) : given);
  const found = pages.map((page) =>
    [...email.detect(page.text), ...phone.detect(page.text)].filter(({ score }) => score >= THRESHOLD),
  );
  return documentFindings(pages, found, (name) => person.detect(name)).map(
    ({ page, detection: { type, start, end } }) => `${type}: ${pages[page]?.text.slice(start, end)}`,
  );
}

describe('documentFindings on identity documents', () => {
  it.each([
    [
      'a German passport',
      'REISEPASS     PASSPORT\nBundesrepublik Deutschland\nName/Surname/Nom\nOBERHAUSER\nVornamen/Given names/Prénoms\nERIKA\nGeburtstag/Date of birth\n12.08.1964\nPass-Nr./Passport No.\nC0IX0006H',
      ['person: OBERHAUSER', 'person: ERIKA', 'date-of-birth: 12.08.1964', 'passport: C0IX0006H'],
    ],
    [
      'a French identity card',
      "CARTE NATIONALE D'IDENTITÉ\nNom\nBERTHIER\nPrénom(s)\nCORINNE\nDate de naissance\n06 12 1965\nLieu de naissance\nPARIS\nNuméro\n8806923I0285",
      ['person: BERTHIER', 'person: CORINNE', 'date-of-birth: 06 12 1965', 'national-id: 8806923I0285'],
    ],
    [
      'a Spanish identity card',
      'DOCUMENTO NACIONAL DE IDENTIDAD\nApellidos\nESPAÑOLA\nNombre\nCARMEN\nNacionalidad\nESP\nFecha de nacimiento\n01 01 1980\nNúm. soporte\nBAA000589',
      ['person: ESPAÑOLA', 'person: CARMEN', 'date-of-birth: 01 01 1980', 'national-id: BAA000589'],
    ],
    [
      'a Russian driving licence',
      'ВОДИТЕЛЬСКОЕ УДОСТОВЕРЕНИЕ\nФамилия\nОБРАЗЦОВ\nИмя\nИВАН\nДата рождения\n01.02.1980\nДата выдачи\n01.02.2015\nНомер\n99 O9 123456',
      ['person: ОБРАЗЦОВ', 'person: ИВАН', 'date-of-birth: 01.02.1980', 'drivers-licence: 99 O9 123456'],
    ],
    [
      'a Georgian identity card',
      'პირადობის მოწმობა\nგვარი\nბერიძე\nსახელი\nნინო\nმოქალაქეობა\nსაქართველო\nდაბადების თარიღი\n12.08.1990\nპირადი ნომერი\n0100I012345',
      ['person: ბერიძე', 'person: ნინო', 'date-of-birth: 12.08.1990', 'national-id: 0100I012345'],
    ],
    [
      'a driving licence with numbered fields',
      'FÜHRERSCHEIN\n1. OBERHAUSER\n2. ERIKA\n3. 12.08.64 BERLIN\n4a. 01.10.18\n4b. 30.09.33\n5. BO72RR2IJ55',
      ['person: OBERHAUSER', 'person: ERIKA', 'date-of-birth: 12.08.64 BERLIN', 'drivers-licence: BO72RR2IJ55'],
    ],
    [
      'labels whose blanks were lost',
      'PASSPORT\nGivennames\nANNA\nNationality\nBRITISH\nDateofbirth\n12.03.1990\nPassportNo\n5333SBO0I',
      ['person: ANNA', 'date-of-birth: 12.03.1990', 'passport: 5333SBO0I'],
    ],
  ])('raises the number and its holder: %s', (_name, text, expected) => {
    expect(raisedFrom(text).toSorted()).toEqual(expected.toSorted());
  });

  it('raises the block where no number was read', () => {
    const raised = raisedFrom('PASSPORT\nSurname\nMILLER\nNationality\nBRITISH\nDate of issue\n12.03.2019');
    expect(raised).toEqual(['person: MILLER', 'passport: MILLER\nNationality\nBRITISH\nDate of issue\n12.03.2019']);
  });

  it('raises nothing where the holder was covered, and only labels and dates of issue are left', () => {
    const covered =
      'PASSPORT\nSurname\n\nGiven names\n\nNationality\nBRITISH\nDate of birth\n\nPassport No.\n\nDate of issue\n12.03.2019\nDate of expiry\n12.03.2029';
    expect(raisedFrom(covered)).toEqual([]);
  });

  it.each([
    [
      'a card',
      'PERSONALAUSWEIS\n\nRESTORFF\nYANNICK\n07/08/1953\nA03X04700\n27/01/2029',
      ['date-of-birth: 07/08/1953', 'national-id: A03X04700', 'person: YANNICK', 'person: RESTORFF'],
    ],
    [
      'a passport with misread stops',
      'PASZPORT\n\nEB 1234567\nKOWALSKA\n10:04 1993\n15.032020\n15 MAR 2030',
      ['date-of-birth: 10:04 1993', 'passport: EB 1234567', 'person: KOWALSKA'],
    ],
  ])('raises values by their places where no label was read: %s', (_name, text, expected) => {
    expect(raisedFrom(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['an article', 'PASSPORT\nThe law of 12.03.1981 was changed on 01.02.2011 and on 01.02.2021.'],
    ['an office’s hours', 'Reisepass\n12.03.2026\n13.03.2026\nOpen 9 - 12'],
  ])('raises nothing by its place for %s', (_name, text) => {
    expect(raisedFrom(text)).toEqual([]);
  });

  it.each([
    [
      'an empty form',
      'Passport application\nSurname\nGiven names\nNationality\nDate of birth (DD/MM/YYYY)\nPassport number',
    ],
    [
      'an article',
      'Your passport shows your surname, nationality and date of birth.\nIt was changed in 2019 and costs 75 euros since then.',
    ],
    ['an empty form of an account', 'First name\nLast name\nAddress\nBirthday'],
    ['a table', 'Name     Height     Category\nAlpha     120        A1\nBeta      130        A2'],
  ])('raises no document for %s', (_name, text) => {
    expect(raisedFrom(text)).toEqual([]);
  });
});

describe('documentFindings on what a machine-readable zone says', () => {
  // The specimens of ICAO Doc 9303, parts 4 and 5.
  const passportZone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
  const cardZone = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';

  it.each([
    ['as it was read', '12.08.1974', 'L898902C3'],
    ['with the name of its month', '12 AUG/AOÛT 74', 'L898902C3'],
    ['year first', '1974-08-12', 'L898902C3'],
    ['with a sign misread in each', '12 08 1924', 'L89B9O2C3'],
    ['without its stops', '12081974', 'L898 902 C3'],
  ])('finds the printed date of birth and number %s', (_name, birth, number) => {
    const raised = raisedFrom(`xsn nrm\n${number}\nERIKSSON\nANNA MARLA\n${birth}\n15.04.2012\n\n${passportZone}`);
    expect(raised).toEqual(
      expect.arrayContaining([
        `date-of-birth: ${birth}`,
        `passport: ${number}`,
        'person: ERIKSSON',
        'person: ANNA MARLA',
      ]),
    );
    expect(raised.filter((one) => one.startsWith('date-of-birth'))).toHaveLength(1);
  });

  it('takes the number of a card from the line above its dates', () => {
    const raised = raisedFrom(`Utopia\nD23145890\n12 08 1974\n\n${cardZone}`);
    expect(raised).toEqual(expect.arrayContaining(['national-id: D23145890', 'date-of-birth: 12 08 1974']));
  });

  it('takes the number of a label for no name', () => {
    const raised = raisedFrom(`IDENTITY DOCUMENT\nERIKSSON ANNA MARIA\n2. DATE-OF\n12 08 1974\n\n${cardZone}`);
    expect(raised.filter((one) => one.startsWith('person'))).not.toContain('person: DATE-OF');
    expect(raised).toContain('date-of-birth: 12 08 1974');
  });

  it('raises no date that is none of the zone', () => {
    const raised = raisedFrom(`Utopia\n15.04.2002\n15.04.2012\n\n${passportZone}`);
    expect(raised.filter((one) => one.startsWith('date-of-birth'))).toEqual([]);
  });
});

describe('documentFindings on payment cards', () => {
  it.each([
    [
      'with a misread number',
      'MY BANK\n4111 1I11 1111 1117\nVALID THRU 12/27\nTAMSIN OKONJO     VISA',
      ['payment-card: 4111 1I11 1111 1117', 'person: TAMSIN OKONJO'],
    ],
    ['partly outside of the picture', 'Mastercard\n5425 2334 30\nGOOD THRU 09/28', ['payment-card: 5425 2334']],
  ])('raises the number and its holder: %s', (_name, text, expected) => {
    expect(raisedFrom(text)).toEqual(expected);
  });

  it.each([
    ['a receipt', 'TOTAL 10.58\nVISA **** 1234\nDate 12/27'],
    ['an expiry date of food', 'BEST BEFORE 12/27\nLOT 4521 9911'],
    ['a form of payment', 'Card number\nMM/YY\nCVC\nVisa Mastercard'],
  ])('raises none for %s', (_name, text) => {
    expect(raisedFrom(text)).toEqual([]);
  });
});

describe('documentFindings on what names people', () => {
  it('names who is on a business card', () => {
    const text =
      'Tamsin Okonjo\nSenior Consultant\nBlue Ocean Consulting GmbH\nt.okonjo@blueocean.example\n+49 30 901820 33\nwww.blueocean.example';
    expect(raisedFrom(text)).toContain('person: Tamsin Okonjo');
    expect(raisedFrom(text).filter((one) => one.startsWith('person'))).toHaveLength(1);
  });

  it.each([
    ['Ship to:\nGwendolin Abernathy\n14 Rosewood Close\nLeeds LS8 2QT', 'person: Gwendolin Abernathy'],
    ['Empfänger\nWitold Kempinger\nBahnhofstr. 17\n80335 München', 'person: Witold Kempinger'],
    ['Destinataire : Océane Marchetti\n12 rue de la Paix\n75002 Paris', 'person: Océane Marchetti'],
    ['Получатель\nАнна Образцова\nул. Ленина, д. 5', 'person: Анна Образцова'],
  ])('names who is on a parcel: %s', (text, expected) => {
    expect(raisedFrom(text)).toContain(expected);
  });

  it('names who wrote a mail, and to whom', () => {
    const raised = raisedFrom(
      'From: Tamsin Okonjo <t.okonjo@example.com>\nTo: Peter Berger\nSubject: Lunch\nSee you at noon.',
    );
    expect(raised).toEqual(expect.arrayContaining(['person: Tamsin Okonjo', 'person: Peter Berger']));
  });

  it('names who filled in a form', () => {
    const form = ['person: Tamsin', 'person: Okonjo'];
    expect(raisedFrom('First name\nTamsin\nLast name\nOkonjo\nAddress\n12 Baker Street')).toEqual(form);
    expect(raisedFrom('Surname / MILLER')).toEqual(['person: MILLER']);
  });

  it('names the passenger of a boarding pass', () => {
    const raised = raisedFrom('BOARDING PASS\nNAKAGAWA/HARUKA MS\nFLIGHT     SEAT     GATE\nLO 123     12C      B4');
    expect(raised).toEqual(['person: NAKAGAWA/HARUKA MS']);
    expect(raisedFrom('ON/OFF\nINPUT/OUTPUT\nGATE')).toEqual([]);
  });

  it('names who wears a badge', () => {
    const badge = [
      ...ocrLines('Infotage 2026'),
      ...ocrLines('Thandiwe\nMokoena', { y: 80, size: 60 }),
      ...ocrLines('SPEAKER', { y: 300 }),
    ];
    expect(raisedFrom(badge)).toEqual(['person: Thandiwe', 'person: Mokoena']);
  });

  it('names whom one chats with', () => {
    const raised = raisedFrom(
      'Elena Petrova\nlast seen today at 14:20\n\nAre you coming?   14:21\nYes   14:22\nType a message',
    );
    expect(raised).toEqual(['person: Elena Petrova']);
  });

  it.each([
    ['a shop', 'BLUE MOUNTAIN\nCoffee Roasters\nwww.bluemountain.example\nOpen 10:00 - 18:00'],
    ['a shop’s parcel', 'From: Shop24 GmbH\nShip to:\nWarehouse North\nTracking 00340434161094042557'],
    ['a newsletter', 'From: Weekly News\nSubject: Great Offers\nBig Summer Sale starts today'],
    ['a timetable', 'Central Station   12:45\nMarket Square   12:52\nToday'],
    ['a menu', 'MENU\nCaesar Salad   7.20\nCall us +49 30 901820 33\nwww.bistro.example'],
  ])('names nobody on %s', (_name, text) => {
    expect(raisedFrom(text)).toEqual([]);
  });
});

describe('documentFindings on numbers without a phone word', () => {
  it.each([
    ['in a column of numbers', 'Zofia Lis        +48 512 884 207\nKatri Aho        512 660 318', 'phone: 512 660 318'],
    [
      'under the head of a column',
      'Name           Phone             Paid\n\nSolveig        914 420 874       95',
      'phone: 914 420 874',
    ],
    ['in a list of calls', 'Recents\n\n512 660 318\nMissed, Monday', 'phone: 512 660 318'],
    [
      'alone in a message',
      'last seen today at 21:07\nhis number?   20:44\n\n919 219 168   20:46',
      'phone: 919 219 168',
    ],
    ['beside an e-mail address', 'anna@example.com\n644-69-62-79', 'phone: 644-69-62-79'],
    ['behind an e-mail address', 'anna@example.com | 917384622', 'phone: 917384622'],
    ['behind a word of a message', 'Today\nok   20:44\nplumber 910231429   20:46', 'phone: 910231429'],
  ])('raises one %s', (_name, text, expected) => {
    expect(raisedFrom(text).filter((one) => one.startsWith('phone'))).toEqual([expected]);
  });

  it.each([
    ['by itself', '512 660 318'],
    ['behind a word that is no message', 'plumber 910231429'],
    ['of a parcel in a message', 'Today\nok   20:44\ntracking 910231429   20:46'],
    ['of an order in a chat', 'Today\nyour order   20:44\n512 660 318   20:46'],
    ['of one in a column of others', 'Name           Ticket\nSolveig        914 420 874'],
    ['that is a date below a number', '+48 512 884 207\n23 11 2028'],
    ['that is a date in a message', 'Today\nwhen?   20:44\n12.05.2026   20:46'],
  ])('raises none %s', (_name, text) => {
    expect(raisedFrom(text).filter((one) => one.startsWith('phone'))).toEqual([]);
  });
});
