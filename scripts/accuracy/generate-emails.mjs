// E-mail addresses in sentences of six languages, in every form that people write them in, and texts that only look as if.
import { pick } from './random.mjs';

const NAMES =
  'anna luka nino marie jean.paul olga_k o.petrova k-huber d.m.silva info x y2k first.last a.b.c 7days j.r.r'.split(
    ' ',
  );
const UMLAUT_NAMES = ['jürgen', 'žofia', 'анна', 'ნინო', 'josé.núñez', 'françois'];
const TAGS = ['', '', '', '', '+shop', '+2024', '.old', '_2', '-x'];
const HOSTS =
  'example mail post kvist berger-soehne shop24 my-firm uni-x a1 news.example eu.mail.corp xn--mnchen-3ya'.split(' ');
const ENDINGS = 'com org net de fr es ru ge co.uk com.br io museum photography ua shop info eu'.split(' ');
const UNICODE_HOSTS = ['пример.рф', 'münchen.de', 'მაგალითი.გე', 'bücher.example'];

const SENTENCES = [
  (a) => `Write to ${a} before Friday.`,
  (a) => `Her address is ${a}, not the old one.`,
  (a) => `Mail: ${a}`,
  (a) => `E-mail:${a}\nPhone: see below`,
  (a) => `(${a})`,
  (a) => `"Anna Berger" <${a}>`,
  (a) => `<a href="mailto:${a}?subject=Hello">write</a>`,
  (a) => `[write](mailto:${a})`,
  (a) => `Send it to ${a}.`,
  (a) => `Send it to ${a}; she answers fast!`,
  (a) => `to=${a}&cc=`,
  (a) => `{"email":"${a}","id":17}`,
  (a) => `contact: '${a}'`,
  (a) => `| Name | Mail |\n| Anna | ${a} |`,
  (a) => `${a}`,
  (a) => `Is ${a}?`,
  (a) => `…${a}…`,
  (a) => `Schreib an ${a}, dann klappt es.`,
  (a) => `Meine Adresse lautet ${a}.`,
  (a) => `Kontakt: ${a} / Rückruf erbeten`,
  (a) => `Écrivez à ${a} avant midi.`,
  (a) => `Son adresse : ${a}.`,
  (a) => `Mi correo es ${a}, gracias.`,
  (a) => `¿Es ${a}?`,
  (a) => `Почта: ${a}, пишите.`,
  (a) => `Напиши ему на ${a} завтра.`,
  (a) => `ჩემი ელფოსტაა ${a}, მომწერეთ.`,
  (a) => `ელფოსტა: ${a}`,
  (a) => `2024-05-01 10:00:05 INFO login user=${a} ip=-`,
  (a) => `@anna said: ${a} works`,
  (a) => `price 12@3.50, ask ${a}`,
  (a) => `*${a}* or **call**`,
  (a) => `From: ${a}\r\nTo: everybody`,
  (a) => `先に${a}へ送ってください`,
];

/** Nothing to find in them. */
export const NOT_EMAILS = [
  'npm i @types/node@20.1.0 and vite@5',
  'meet @ 5pm, 3 @ 2.50 each',
  'git clone git@github.com:owner/name.git',
  'https://user:secret@host.example.com/path',
  'icon@2x.png and logo@3x.webp',
  '@Injectable() class A { @Input() b; }',
  'user@localhost',
  '@media (min-width: 10px) { a { color: red } }',
  'see you @ home.com-style',
  'foo@@bar',
  'the sign @ alone',
  'anna@, @berger and so on',
];

/** One case: a text, and the addresses that stand in it. `random`: numbers in [0, 1). */
export function generateEmail(random) {
  if (random() < 0.1) return { text: pick(random, NOT_EMAILS), values: [] };
  const count = random() < 0.15 ? 2 : 1;
  const values = Array.from({ length: count }, () => emailAddress(random));
  const text = values.map((value) => pick(random, SENTENCES)(value)).join(' ');
  return { text, values };
}

function emailAddress(random) {
  const isUnicode = random() < 0.08;
  const name = pick(random, isUnicode ? UMLAUT_NAMES : NAMES) + pick(random, TAGS);
  const host =
    isUnicode && random() < 0.5 ? pick(random, UNICODE_HOSTS) : `${pick(random, HOSTS)}.${pick(random, ENDINGS)}`;
  const address = `${name}@${host}`;
  return random() < 0.1 ? address.toUpperCase() : address;
}
