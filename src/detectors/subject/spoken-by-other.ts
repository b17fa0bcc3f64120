/**
 * Whether the first person of a passage is somebody else than the user: a line of a chat with its speaker, a reply quoted with `>`,
 * somebody's words in quotation marks, a message that was pasted to be answered or summarised. Bounded, pure.
 */
import { type WordTest, wordTest } from '../context-words.ts';
import {
  isBetween,
  isBusiness,
  isMe,
  isMy,
  isOur,
  isReaching,
  isReachingMe,
  isReachingUs,
  isService,
  isUs,
} from './owner-words.ts';

const MAX_LINE_UNITS = 160;
const MAX_QUOTE_UNITS = 160;
const MAX_HEAD_UNITS = 160;
const MAX_SAID_UNITS = 60;

/** `[12:03] Anna:`, `Anna B., 12:03:`, `- ანა:` */
const SPEAKER =
  /^[\s\-–*]{0,4}(?:\[[^\]\n]{0,24}\]\s?)?(?:\d{1,2}[:.]\d{2}\S{0,6}\s[-–]?\s?)?((?:\p{Lu}|\p{sc=Georgian})[\p{L}\p{M}'’-]{0,30}(?:\s(?:\p{Lu}|\p{sc=Georgian})[\p{L}\p{M}.'’-]{0,30}){0,2})\s?(?:,\s?\d{1,2}[:.]\d{2}\S{0,3})?:\s/u;
/** `[Anna, 12:03]` */
const SPEAKER_IN_BRACKETS = /^\s?\[(\p{L}[\p{L}\p{M}'’ -]{1,30}),[^\]\n]{0,24}\]/u;
const LABEL: WordTest = wordTest(
  `about bio caption prompt text note ps subject message title name headline post comment contact contacts email mail phone tel mobile telephone
  whatsapp address signature footer header info me i us from to hi hello hey hallo hola bonjour salut привет здравствуйте info slogan tagline description order orders
  booking bookings reservations questions appointments
  ich text betreff nachricht notiz kontakt adresse telefon handy mobil signatur beschreibung bestellung bestellungen anfragen termine
  moi texte objet légende contact adresse téléphone signature description commandes réservations yo texto asunto mensaje pie contacto dirección
  teléfono móvil correo firma descripción pedidos reservas я текст подпись тема сообщение описание контакты контакт адрес телефон почта заказы запись вопросы
  მე ტექსტი თემა შეტყობინება აღწერა კონტაქტი საკონტაქტო მისამართი ტელეფონი ტელ მეილი ელფოსტა შეკვეთები შეკვეთა ჩაწერა ბრონირება`,
  'заказ контакт კონტაქტ შეკვეთ',
);
const LABELS: readonly WordTest[] = [
  LABEL,
  isBetween,
  isBusiness,
  isMe,
  isMy,
  isOur,
  isReaching,
  isReachingMe,
  isReachingUs,
  isService,
  isUs,
];
const OPENING = /["“„«‘](?=[^"”»“’\n]*$)/u;
/** Verbs of somebody else who says something. */
const SAYS =
  'said|says|wrote|writes|told|texted|asked|replied|answered|claims|claimed|sagte|sagt|schrieb|schreibt|meinte|meint|antwortete|dit|écrit|écrivait|répond|répondu|dijo|dice|escribió|escribe|respondió|сказал|сказала|говорит|написал|написала|пишет|ответил|ответила|მითხრა|თქვა|ამბობს|მომწერა|წერს|დაწერა';
/** What somebody else's words come in, or from. */
const SOURCES =
  'text from|message|email|e-mail|mail|letter|review|guest|customer|client|nachricht|rezension|bewertung|kunde|kundin|courriel|avis|cliente|correo|mensaje|reseña|письмо|сообщение|отзыв|клиент|клиентка|гость|წერილი|შეტყობინება|შეფასება|კლიენტი';
/** Before an opening quotation mark. */
const SAID = new RegExp(`(?<!\\p{L})(?:${SAYS}|${SOURCES})(?!\\p{L})[^\\n]{0,30}$`, 'iu');
/** "Lena wrote: …", "he said my number is …", without quotation marks. */
const REPORTED = new RegExp(
  `(?<!\\p{L})(?:${SAYS})(?!\\p{L})(?:[^\\n:.!?]{0,30}:|\\s(?:that\\s)?my\\s)[^\\n]{0,80}$`,
  'iu',
);
const SAID_BY_ME = /(?<!\p{L})(?:i|ich|j['’]ai|yo|dije|я|მე|write|say|answer)(?!\p{L})/iu;
/** The head of a mail that was pasted with it. */
const HEADER = /^\s?(?:from|von|de|от|от кого|გამომგზავნი)\s?:\s(.{0,60})/imu;
/** "Reply to this email", "Fass diese Mail zusammen": what follows was written by somebody else. */
const PASTED =
  /(?:summari[sz]e|reply to|respond to|repl(?:y|ied)|answer|received|got|fass|beantworte|antworte|r[ée]sume|r[ée]ponds?|résumez|responde|contesta|resume|перескажи|ответь|резюмируй|суммируй|შეაჯამე|უპასუხე)(?![\p{L}])[^.\n]{0,40}(?:mail|message|letter|review|chat|nachricht|brief|courrier|lettre|correo|mensaje|carta|письм|сообщени|წერილ|შეტყობინებ)/iu;
const RECEIVED =
  /(?<!\p{L})(?:(?:got|received|have)\s(?:this|these|it|the following)\sfrom|habe.{0,40}\s(?:bekommen|erhalten)|j['’]ai reçu|on a reçu|he recibido|recibí|получила?|пришло|მივიღე|მომივიდა)(?!\p{L})[^\n.]{0,60}:/iu;
const FORWARDED =
  /^(?:-{3,}|_{3,}).{0,40}(?:original|forwarded|ursprüngliche|weitergeleitet|transféré|reenviado|пересылаемое)/imu;

export function isSpokenByOther(text: string, at: number, isOwnName: (name: string) => boolean): boolean {
  const line = lineBefore(text, at);
  if (/^\s?>/.test(line)) return true;
  const speaker = (SPEAKER_IN_BRACKETS.exec(line) ?? SPEAKER.exec(line))?.[1];
  if (speaker !== undefined && !isLabel(speaker) && !isOwnName(speaker)) return true;
  return isQuoted(text, at) || isReported(line) || isPasted(text, at) || isUnderHeader(text, at, isOwnName);
}

/** Whether what stands at `at` belongs to a message that the user was sent. */
export function isPasted(text: string, at: number): boolean {
  const head = text.slice(0, Math.min(at, MAX_HEAD_UNITS));
  const ahead = text.slice(Math.max(0, at - MAX_HEAD_UNITS), at);
  return [head, ahead].some((piece) => PASTED.test(piece) || RECEIVED.test(piece) || FORWARDED.test(piece));
}

function isLabel(words: string): boolean {
  return words.split(/\s+/).some((word) => LABELS.some((test) => test(word.toLowerCase())));
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_QUOTE_UNITS), at);
  const opening = OPENING.exec(before);
  if (opening === null) return false;
  const ahead = before.slice(Math.max(0, opening.index - MAX_SAID_UNITS), opening.index);
  return SAID.test(ahead) && !SAID_BY_ME.test(ahead);
}

function isReported(line: string): boolean {
  const reported = REPORTED.exec(line);
  return reported !== null && !SAID_BY_ME.test(line.slice(0, reported.index));
}

function isUnderHeader(text: string, at: number, isOwnName: (name: string) => boolean): boolean {
  const sender = HEADER.exec(text.slice(Math.max(0, at - MAX_HEAD_UNITS), at))?.[1];
  return sender !== undefined && !isOwnName(sender.replace(/[<(].*/, '').trim());
}

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_LINE_UNITS), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}
