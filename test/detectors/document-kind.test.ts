import { describe, expect, it } from 'vitest';
import { documentFindings } from '../../src/detectors/document-kind.ts';
import { email } from '../../src/detectors/email.ts';
import { pageTexts } from '../../src/detectors/page-text.ts';
import { person } from '../../src/detectors/person.ts';
import { phone } from '../../src/detectors/phone.ts';
import { ocrLines } from '../fixtures/ocr-lines.ts';

const THRESHOLD = 0.5;

/** What each kind raises, as `type: text`, with e-mail addresses and telephone numbers found as usual. */
function raisedFrom(text: string): string[] {
  const pages = pageTexts(ocrLines(text));
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
  ])('raises one %s', (_name, text, expected) => {
    expect(raisedFrom(text).filter((one) => one.startsWith('phone'))).toEqual([expected]);
  });

  it.each([
    ['by itself', '512 660 318'],
    ['of an order in a chat', 'Today\nyour order   20:44\n512 660 318   20:46'],
    ['of one in a column of others', 'Name           Ticket\nSolveig        914 420 874'],
    ['that is a date below a number', '+48 512 884 207\n23 11 2028'],
    ['that is a date in a message', 'Today\nwhen?   20:44\n12.05.2026   20:46'],
  ])('raises none %s', (_name, text) => {
    expect(raisedFrom(text).filter((one) => one.startsWith('phone'))).toEqual([]);
  });
});
