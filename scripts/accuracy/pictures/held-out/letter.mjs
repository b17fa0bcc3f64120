// A printed letter or a résumé: letterhead, addresses, a body in a book's type, a signature.
import { fill } from '../fill.mjs';
import { createSheet, piecesOf } from '../sheet.mjs';

const BODIES = {
  en: [
    'Dear Sir or Madam,\nI am writing on behalf of {name}, who can be reached at {phone} during office hours. Documents may be sent to {email} or by post.',
    'To whom it may concern,\nthis is to confirm that {name}, born on {birthday}, has lived at the above address since 2019. For questions write to {email}.',
  ],
  de: [
    'Sehr geehrte Damen und Herren,\nhiermit bestätige ich, dass {name}, geboren am {birthday}, seit 2019 bei uns wohnt. Rückfragen unter {phone} oder {email}.',
  ],
  fr: [
    'Madame, Monsieur,\nje vous confirme que {name}, date de naissance {birthday}, réside à cette adresse. Pour tout renseignement : {phone}, {email}.',
  ],
  es: [
    'Muy señores míos:\npor la presente confirmo que {name} reside en esta dirección. Para consultas: {phone}, {email}.',
  ],
  ru: ['Уважаемые дамы и господа!\nПодтверждаю, что {name} проживает по этому адресу. Справки: {phone}, {email}.'],
  ka: ['მოგესალმებით,\nვადასტურებ, რომ {name} ცხოვრობს ამ მისამართზე. ცნობისთვის: {phone}, {email}.'],
};
const SECTIONS = ['Experience', 'Education', 'Languages'];
const POINTS = [
  '2018 - 2024  Team lead, logistics',
  '2014 - 2018  Analyst',
  'M.Sc. Statistics, 2014',
  'English, German, some Georgian',
  'Driving licence class B',
];

export function letter(inventor, em) {
  const { pick, between, person, language, script } = inventor;
  const family = pick(['lora', 'serif', 'lora', 'light']);
  const style = {
    size: em,
    family: script === 'georgian' && family === 'light' ? 'serif' : family,
    fill: '#222222',
    leading: 1.5,
  };
  const width = em * between(34, 42);
  const sheet = createSheet({ width, height: em * between(36, 44), ground: pick(['#ffffff', '#fbf8f1', '#eef0f2']) });
  const [sender, recipient] = [person(), person()];
  const right = { ...style, align: 'right', size: em * 0.9 };
  sheet.write(width - em * 3, em * 3, sender.name(), { ...right, weight: 700 });
  const address = sender.address();
  const rows = piecesOf(address, '\n');
  for (const [index, row] of [...rows, sender.phone(), sender.email()].entries())
    sheet.write(width - em * 3, em * (4.5 + index * 1.4), row, right);
  sheet.write(em * 3, em * 12, recipient.name(), style);
  let y = sheet.writeParagraph(em * 3, em * 13.5, width / 2, recipient.address(), style);
  y += em * 2.4;
  const known = { cyrillic: 'ru', georgian: 'ka' }[script] ?? language(sender.country);
  y = sheet.writeParagraph(
    em * 3,
    y,
    width - em * 6,
    fill(pick(BODIES[known] ?? BODIES.en), person(sender.country)),
    style,
  );
  sheet.write(em * 3, y + em * 3, sender.name(), style);
  return sheet;
}

export function resume({ pick, between, person }, em) {
  const family = pick(['lora', 'serif', 'noto']);
  const width = em * between(36, 44);
  const sheet = createSheet({ width, height: em * 36 });
  const side = width * 0.34;
  const tint = pick(['#22384f', '#f0ede6', '#2f4f43']);
  sheet.box(0, 0, side, sheet.height, tint);
  const onSide = { size: em * 0.85, family, fill: tint === '#f0ede6' ? '#2b2b2b' : '#f2f2f2', leading: 1.4 };
  const owner = person();
  sheet.disc(side / 2, em * 5, em * 3, '#b9c0c7');
  let y = em * 11;
  for (const pieces of [owner.phone(), owner.email(), owner.address(), ['Born ', owner.birthday()], owner.handle()])
    y = sheet.writeParagraph(em * 1.2, y, side - em * 2, pieces, onSide) + em * 0.8;
  const style = { size: em, family, fill: '#1f1f1f' };
  sheet.writeFitted(side + em * 2, em * 4.4, width - side - em * 3, owner.name(), {
    ...style,
    size: em * 2.1,
    weight: 700,
  });
  y = em * 8;
  for (const section of SECTIONS) {
    sheet.write(side + em * 2, y, section, { ...style, size: em * 1.25, weight: 700 });
    sheet.rule(side + em * 2, y + em * 0.5, width - side - em * 4, '#888888');
    for (const at of [2, 3.6])
      sheet.writeFitted(side + em * 2, y + em * at, width - side - em * 3, pick(POINTS), style);
    y += em * 6;
  }
  return sheet;
}
