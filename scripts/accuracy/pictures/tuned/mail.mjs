// An e-mail in a webmail or on a phone: subject, sender, recipients, date, body with a signature; light or dark.
import { fill } from '../fill.mjs';
import { createSheet } from '../sheet.mjs';

const THEMES = [
  { ground: '#ffffff', pane: '#f2f6fc', text: '#202124', faint: '#5f6368', accent: '#0b57d0' },
  { ground: '#fbfbfd', pane: '#eef0f4', text: '#111111', faint: '#6b6b70', accent: '#b3261e' },
  { ground: '#1f1f1f', pane: '#2a2a2d', text: '#e3e3e3', faint: '#a0a4a8', accent: '#8ab4f8' },
  { ground: '#121317', pane: '#1c1e24', text: '#f1f1f1', faint: '#9aa0a6', accent: '#7fcfff' },
];
const WORDS = {
  en: {
    from: 'From',
    to: 'To',
    cc: 'Cc',
    subjects: ['Invoice for March', 'Re: meeting on Thursday', 'Your booking', 'Keys for the flat'],
  },
  de: {
    from: 'Von',
    to: 'An',
    cc: 'Cc',
    subjects: ['Rechnung März', 'AW: Termin am Donnerstag', 'Ihre Buchung', 'Schlüssel für die Wohnung'],
  },
  fr: { from: 'De', to: 'À', cc: 'Cc', subjects: ['Facture de mars', 'Re : réunion de jeudi', 'Votre réservation'] },
  es: { from: 'De', to: 'Para', cc: 'Cc', subjects: ['Factura de marzo', 'Re: reunión del jueves', 'Su reserva'] },
  ru: { from: 'От', to: 'Кому', cc: 'Копия', subjects: ['Счёт за март', 'Re: встреча в четверг', 'Ваше бронирование'] },
  ka: { from: 'ვისგან', to: 'ვის', cc: 'ასლი', subjects: ['მარტის ანგარიში', 'შეხვედრა ხუთშაბათს', 'თქვენი ჯავშანი'] },
};
const BODIES = {
  en: [
    'Hello,\nthank you for your message. Please find the documents attached. If anything is missing, my colleague {name} can help you: {phone} or {email}.',
    'Dear all,\nthe room is booked from 10 to 12. Whoever cannot come, please tell {name} ({email}) before Wednesday.',
    'Hi,\nas agreed the deposit goes to {iban}. The keys are with {name}, phone {phone}.',
    'Good morning,\nyour parcel could not be delivered to\n{address}\nPlease call {phone} to agree on a new date.',
  ],
  de: [
    'Guten Tag,\nvielen Dank für Ihre Nachricht. Bei Fragen wenden Sie sich bitte an {name}, Telefon {phone} oder {email}.',
    'Hallo,\ndie Kaution bitte auf {iban} überweisen. Den Schlüssel hat {name}, Tel. {phone}.',
  ],
  fr: ['Bonjour,\nmerci pour votre message. Pour toute question, contactez {name} au {phone} ou par mail : {email}.'],
  es: ['Hola,\ngracias por su mensaje. Si falta algo, mi compañera {name} le ayuda: {phone} o {email}.'],
  ru: ['Добрый день!\nСпасибо за письмо. По всем вопросам обращайтесь: {name}, тел. {phone}, {email}.'],
  ka: ['გამარჯობა,\nმადლობა წერილისთვის. კითხვებისთვის დაუკავშირდით: {name}, ტელ. {phone}, {email}.'],
};

export function mail(inventor, em) {
  const { pick, between, chance, person, language, script } = inventor;
  const theme = pick(THEMES);
  const family = pick(['roboto', 'noto', 'dejavu', 'condensed']);
  const width = em * between(26, 48);
  const sheet = createSheet({ width, height: em * between(32, 40), ground: theme.ground });
  const [sender, recipient] = [person(), person()];
  const known = { cyrillic: 'ru', georgian: 'ka' }[script] ?? language(sender.country);
  const words = WORDS[known] ?? WORDS.en;
  const style = { size: em, family, fill: theme.text, leading: 1.45 };
  const faint = { ...style, size: em * 0.85, fill: theme.faint };
  const margin = em * 1.6;

  sheet.box(0, 0, width, em * 2.4, theme.pane);
  for (let icon = 0; icon < 4; icon++)
    sheet.frame(margin + icon * em * 2.4, em * 0.8, em * 0.9, em * 0.9, theme.faint, em * 0.12, em * 0.2);
  sheet.write(margin, em * 4.4, pick(words.subjects), { ...style, size: em * 1.45 });
  let y = em * 6.8;
  if (chance(0.5)) {
    sheet.disc(margin + em, y - em * 0.1, em * 1.1, theme.accent);
    sheet.write(margin + em, y + em * 0.3, sender.first[0], {
      ...style,
      fill: '#ffffff',
      align: 'center',
      weight: 700,
    });
    const x = margin + em * 2.8;
    const end = sheet.write(x, y, sender.name(), { ...style, weight: 700 });
    const address = ['<', sender.email(), '>'];
    const isBeside = end + sheet.widthOf(address, faint) < width - em * 2;
    if (!isBeside) y += em * 1.3;
    sheet.write(isBeside ? end + em * 0.5 : x, y, address, faint);
    const to = chance(0.5) ? recipient.email() : recipient.name();
    sheet.write(x, y + em * 1.3, [words.to.toLowerCase(), ' ', to], faint);
    y += em * 3.6;
  } else {
    const rows = [
      [words.from, [sender.name(), ' <', sender.email(), '>']],
      [words.to, [recipient.email()]],
      ...(chance(0.4) ? [[words.cc, [person().email(), ', ', person().email()]]] : []),
    ];
    for (const [label, pieces] of rows) {
      sheet.write(margin, y, `${label}:`, faint);
      y = sheet.writeParagraph(margin + em * 4, y, width - em * 7, pieces, style) + em * 0.2;
    }
    sheet.rule(margin, y - em * 0.6, width - 2 * margin, theme.faint);
    y += em * 1.6;
  }
  const body = pick(BODIES[known] ?? BODIES.en);
  y = sheet.writeParagraph(margin, y, width - 2 * margin, fill(body, person(sender.country)), style);
  if (chance(0.7)) signature(sheet, sender, { x: margin, y: y + em, style, faint, columnWidth: width - 2 * margin });
  return sheet;
}

function signature(sheet, sender, { x, y, style, faint, columnWidth }) {
  sheet.write(x, y, '--', faint);
  const rows = [[sender.name()], ['Tel. ', sender.phone()], [sender.email()]];
  let line = y + style.size * 1.4;
  for (const row of rows) line = sheet.writeParagraph(x, line, columnWidth, row, faint);
}
