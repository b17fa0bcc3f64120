// A screenshot of a phone's contact list, of one contact, or of account settings.
import { createSheet } from '../sheet.mjs';

const THEMES = [
  { ground: '#ffffff', row: '#ffffff', text: '#1b1b1f', faint: '#6d6d72', line: '#e2e2e6', accent: '#0a7aff' },
  { ground: '#f2f2f7', row: '#ffffff', text: '#000000', faint: '#85858a', line: '#d9d9de', accent: '#34a853' },
  { ground: '#000000', row: '#1c1c1e', text: '#ffffff', faint: '#98989f', line: '#38383a', accent: '#0a84ff' },
  { ground: '#121212', row: '#1e1e1e', text: '#e6e6e6', faint: '#9e9e9e', line: '#333333', accent: '#bb86fc' },
];
const WORDS = {
  latin: {
    list: 'Contacts',
    mobile: 'mobile',
    work: 'work',
    mail: 'email',
    birthday: 'Birthday',
    account: 'Account',
    name: 'Name',
    number: 'Phone number',
    handle: 'Username',
  },
  cyrillic: {
    list: 'Контакты',
    mobile: 'мобильный',
    work: 'рабочий',
    mail: 'почта',
    birthday: 'Дата рождения',
    account: 'Аккаунт',
    name: 'Имя',
    number: 'Телефон',
    handle: 'Ник',
  },
  georgian: {
    list: 'კონტაქტები',
    mobile: 'მობილური',
    work: 'სამსახური',
    mail: 'ელფოსტა',
    birthday: 'დაბადების თარიღი',
    account: 'ანგარიში',
    name: 'სახელი',
    number: 'ტელეფონი',
    handle: 'ზედმეტსახელი',
  },
};

export function contacts(inventor, em) {
  const { pick, between, script } = inventor;
  const theme = pick(THEMES);
  const look = { theme, family: pick(['roboto', 'noto', 'dejavu', 'condensed']), em, words: WORDS[script] };
  const sheet = createSheet({ width: em * between(22, 27), height: em * between(28, 40), ground: theme.ground });
  const draw = pick([list, one, settings]);
  draw(sheet, inventor, look);
  return sheet;
}

function list(sheet, { person, pick, chance }, { theme, family, em, words }) {
  sheet.write(em * 1.4, em * 3, words.list, { size: em * 1.7, family, weight: 700, fill: theme.text });
  for (let y = em * 6; y < sheet.height - em * 3; y += em * 3.6) {
    const contact = person();
    sheet.disc(em * 2.4, y, em * 1.2, pick(['#9aa7b1', '#c58f8f', '#8fa3c5', '#8fc5a0']));
    sheet.write(em * 2.4, y + em * 0.35, contact.first[0], { size: em, family, fill: '#ffffff', align: 'center' });
    sheet.writeFitted(em * 4.6, y - em * 0.15, sheet.width - em * 5.4, contact.name(), {
      size: em,
      family,
      fill: theme.text,
    });
    const below = chance(0.7) ? contact.phone() : contact.email();
    sheet.writeFitted(em * 4.6, y + em * 1.15, sheet.width - em * 5.4, below, {
      size: em * 0.8,
      family,
      fill: theme.faint,
    });
    sheet.rule(em * 4.6, y + em * 1.8, sheet.width - em * 4.6, theme.line);
  }
}

function one(sheet, { person, chance }, { theme, family, em, words }) {
  const contact = person();
  const middle = sheet.width / 2;
  sheet.disc(middle, em * 5, em * 3, theme.accent);
  sheet.write(middle, em * 6, contact.first[0], { size: em * 3, family, fill: '#ffffff', align: 'center' });
  sheet.write(middle, em * 10.4, contact.name(), { size: em * 1.5, family, fill: theme.text, align: 'center' });
  const rows = [
    [words.mobile, contact.phone()],
    ...(chance(0.5) ? [[words.work, contact.phone()]] : []),
    [words.mail, contact.email()],
    ...(chance(0.4) ? [[words.birthday, contact.birthday()]] : []),
  ];
  for (const [index, [name, pieces]] of rows.entries()) {
    const y = em * (12.4 + index * 4);
    sheet.box(em, y, sheet.width - em * 2, em * 3.5, theme.row, em * 0.6);
    sheet.write(em * 2, y + em * 1.2, name, { size: em * 0.75, family, fill: theme.faint });
    sheet.writeFitted(em * 2, y + em * 2.7, sheet.width - em * 4, pieces, { size: em, family, fill: theme.accent });
  }
}

function settings(sheet, { person }, { theme, family, em, words }) {
  const owner = person();
  sheet.write(em * 1.4, em * 3, words.account, { size: em * 1.6, family, weight: 700, fill: theme.text });
  const rows = [
    [words.name, owner.name()],
    [words.number, owner.phone()],
    [words.mail, owner.email()],
    [words.handle, owner.handle()],
    [words.birthday, owner.birthday()],
  ];
  for (const [index, [name, pieces]] of rows.entries()) {
    const y = em * (5 + index * 3.9);
    sheet.box(0, y, sheet.width, em * 3.7, theme.row);
    sheet.write(em * 1.4, y + em * 1.5, name, { size: em, family, fill: theme.text });
    sheet.writeFitted(em * 1.4, y + em * 2.9, sheet.width - em * 2.8, pieces, {
      size: em * 0.85,
      family,
      fill: theme.faint,
    });
    sheet.rule(em * 1.4, y + em * 3.7, sheet.width, theme.line);
  }
}
