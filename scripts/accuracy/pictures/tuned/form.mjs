// A filled form or an invoice: a letterhead, rows of names and values, a table of amounts.
import { createSheet, value } from '../sheet.mjs';

const WORDS = {
  en: {
    titles: ['Registration form', 'Application', 'Patient record'],
    name: 'Full name',
    birth: 'Date of birth',
    phone: 'Telephone',
    email: 'E-mail',
    address: 'Address',
    iban: 'IBAN',
    invoice: 'INVOICE',
    billTo: 'Bill to',
    items: ['Consulting, 4 h', 'Travel expenses', 'Printed matter'],
    total: 'Total',
  },
  de: {
    titles: ['Anmeldeformular', 'Antrag auf Mitgliedschaft', 'Patientenbogen'],
    name: 'Vor- und Nachname',
    birth: 'Geburtsdatum',
    phone: 'Telefon',
    email: 'E-Mail',
    address: 'Anschrift',
    iban: 'IBAN',
    invoice: 'RECHNUNG',
    billTo: 'Rechnungsempfänger',
    items: ['Beratung, 4 Std.', 'Fahrtkosten', 'Drucksachen'],
    total: 'Gesamtbetrag',
  },
  fr: {
    titles: ["Formulaire d'inscription", 'Fiche de renseignements'],
    name: 'Nom et prénom',
    birth: 'Date de naissance',
    phone: 'Téléphone',
    email: 'Courriel',
    address: 'Adresse',
    iban: 'IBAN',
    invoice: 'FACTURE',
    billTo: 'Facturé à',
    items: ['Conseil, 4 h', 'Frais de déplacement', 'Imprimés'],
    total: 'Total TTC',
  },
  es: {
    titles: ['Formulario de inscripción', 'Solicitud'],
    name: 'Nombre y apellidos',
    birth: 'Fecha de nacimiento',
    phone: 'Teléfono',
    email: 'Correo electrónico',
    address: 'Dirección',
    iban: 'IBAN',
    invoice: 'FACTURA',
    billTo: 'Cliente',
    items: ['Asesoría, 4 h', 'Desplazamiento', 'Impresos'],
    total: 'Total',
  },
};

export function form(inventor, em) {
  const { pick, chance, person, language } = inventor;
  const owner = person();
  const words = WORDS[language(owner.country)] ?? WORDS.en;
  const family = pick(['dejavu', 'noto', 'roboto', 'condensed', 'mono']);
  const style = { size: em, family, fill: '#1c1c1c', leading: 1.35 };
  return chance(0.5) ? invoice(inventor, owner, words, style) : questions(inventor, owner, words, style);
}

function questions({ pick, chance, between }, owner, words, style) {
  const em = style.size;
  const width = em * between(30, 40);
  const isBoxed = chance(0.5);
  const height = em * (isBoxed ? 46 : 32);
  const sheet = createSheet({ width, height, ground: pick(['#ffffff', '#fdfcf7', '#f3f6fa']) });
  const ink = { ...style, fill: pick(['#1c1c1c', '#10308c']) };
  sheet.write(em * 2, em * 3.2, pick(words.titles), { ...style, size: em * 1.6, weight: 700 });
  const rows = [
    [words.name, owner.name()],
    [words.birth, owner.birthday()],
    [words.address, owner.address()],
    [words.phone, owner.phone()],
    [words.email, owner.email()],
    ...(chance(0.5) ? [[words.iban, owner.iban()]] : []),
  ];
  let y = em * 6.6;
  for (const [name, pieces] of rows) {
    const x = isBoxed ? em * 2 : em * 13;
    const lines = sheet.wrap(pieces, width - x - em * 3, ink);
    const fieldHeight = em * (0.8 + lines.length * 1.35);
    sheet.write(em * 2, y, name, { ...style, size: em * 0.85 });
    if (isBoxed) {
      y += em * 1.9;
      sheet.frame(x, y - em * 1.35, width - em * 4, fieldHeight, '#8a8f98', 1, em * 0.2);
    } else sheet.rule(x, y + fieldHeight - em * 0.9, width - x - em * 2, '#8a8f98');
    sheet.writeParagraph(x + em * 0.6, y, width - x - em * 3, pieces, ink);
    y += fieldHeight + em * 0.9;
  }
  return sheet;
}

function invoice({ pick, between, digits }, owner, words, style) {
  const em = style.size;
  const width = em * between(34, 42);
  const sheet = createSheet({ width, height: em * 34 });
  const right = { ...style, align: 'right' };
  sheet.write(em * 2, em * 3, pick(['Kvist Consulting', 'Nordlicht GmbH', 'Atelier Bleu SARL', 'Harbour & Co Ltd']), {
    ...style,
    size: em * 1.3,
    weight: 700,
  });
  sheet.write(width - em * 2, em * 3, words.invoice, { ...right, size: em * 1.7 });
  sheet.write(width - em * 2, em * 4.8, `No. ${digits('20##-0####')}`, right);
  sheet.write(width - em * 2, em * 6.2, `${between(1, 28)}.${between(1, 12)}.2026`, right);
  sheet.write(em * 2, em * 8, words.billTo, { ...style, weight: 700 });
  sheet.write(em * 2, em * 9.4, owner.name(), style);
  let y = sheet.writeParagraph(em * 2, em * 10.8, width - em * 4, owner.address(), style);
  sheet.write(em * 2, y, owner.email(), style);
  y += em * 3;
  let total = 0;
  for (const item of words.items) {
    const amount = between(20, 900);
    total += amount;
    sheet.write(em * 2, y, item, style);
    sheet.write(width - em * 2, y, `${amount}.00`, right);
    sheet.rule(em * 2, y + em * 0.5, width - em * 4);
    y += em * 1.9;
  }
  sheet.write(em * 2, y, words.total, { ...style, weight: 700 });
  sheet.write(width - em * 2, y, `EUR ${total}.00`, { ...right, weight: 700 });
  y += em * 3;
  sheet.writeParagraph(
    em * 2,
    y,
    width - em * 4,
    ['IBAN ', owner.iban(), '  BIC ', pick(['KVISDEFFXXX', 'NORDFRPP', 'HARBGB2L'])],
    { ...style, size: em * 0.85 },
  );
  sheet.write(em * 2, y + em * 2.6, ['Tel. ', owner.phone(), '  ', value('email', 'billing@example.com')], {
    ...style,
    size: em * 0.85,
  });
  return sheet;
}
