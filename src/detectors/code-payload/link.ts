/**
 * Links: `mailto:` (RFC 6068), `tel:` (RFC 3966), `sms:` (RFC 5724) and `smsto:`, `geo:` (RFC 5870), and web addresses and their like
 * (`otpauth://`, `upi://`) with what stands in their paths, queries and fragments, percent-decoded. Pure.
 *
 * A position is reported as an address: it says where something is to a few metres, and a code with one is made to lead people there.
 */
import { labelledLines, type Payload, readableKey } from './labelled-lines.ts';

/** Hosts whose path or query is a telephone number: https://faq.whatsapp.com/5913398998672934. */
const CHAT_LINK =
  /^https?:\/\/(?:wa\.me\/|(?:api|web|www)\.whatsapp\.com\/send\/?\?(?:[^#\s]{0,80}&)?phone=)\+?(\d{7,15})/i;
const POSITION = /^(-?\d{1,2}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)/;
/** A pin is as often a shop's or a park's as somebody's door. */
const POSITION_SCORE = 0.8;
/** Shorter ones are services of a country: 112, 116 117. */
const MIN_PHONE_DIGITS = 7;

export function readLink(text: string): Payload | undefined {
  const [, scheme = '', rest = ''] =
    /^\s{0,8}(mailto|tel|smsto|sms|mmsto|mms|geo|[a-z][a-z\d+.-]{1,20}(?=:\/\/)):([\s\S]*)$/i.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case 'mailto':
      return readMail(rest);
    case 'tel':
      return readCall('tel', rest, []);
    case 'sms':
    case 'smsto':
    case 'mms':
    case 'mmsto':
      return readMessage(rest);
    case 'geo':
      return readPosition(rest);
    case '':
      return undefined;
    default:
      return readWebLink(text.trim());
  }
}

function readMail(rest: string): Payload {
  const { path, fields } = splitQuery(rest);
  const mail = labelledLines('mailto');
  const to = [path, ...fields.filter(({ key }) => /^(?:to|cc|bcc)$/i.test(key)).map(({ value }) => value)];
  for (const address of to.flatMap((one) => one.split(','))) mail.add('E-mail', address, 'email');
  for (const { key, value } of fields) if (!/^(?:to|cc|bcc)$/i.test(key)) mail.add(readableKey(key), value);
  return mail.payload();
}

function readMessage(rest: string): Payload {
  const { path, fields } = splitQuery(rest);
  const [numbers = '', ...words] = path.split(':');
  const messages = [words.join(':'), ...fields.map(({ value }) => value)];
  return readCall('sms', numbers, messages);
}

function readCall(reason: string, numbers: string, messages: readonly string[]): Payload {
  const call = labelledLines(reason);
  for (const number of decoded(numbers).split(/[,;]/)) {
    const digits = number.replace(/\D/g, '').length;
    // Parameters of a number, as `;ext=5`, are no numbers.
    if (!number.includes('=')) call.add('Phone', number, digits >= MIN_PHONE_DIGITS ? 'phone' : undefined);
  }
  for (const message of messages) call.add('Message', message);
  return call.payload();
}

function readPosition(rest: string): Payload {
  const { path, fields } = splitQuery(rest);
  const [position] = POSITION.exec(path) ?? [];
  const place = labelledLines('geo-uri');
  // `0,0` says that the words behind it are the place.
  const isNowhere = position === undefined || /^-?0(?:\.0*)?,-?0(?:\.0*)?$/.test(position);
  place.add('Position', position ?? path, isNowhere ? undefined : 'address', POSITION_SCORE);
  for (const { value } of fields) place.add('Address', value);
  return place.payload();
}

/** The whole of it, and each named part of it by itself. */
function readWebLink(text: string): Payload {
  const link = labelledLines('chat-link');
  link.add('Link', text);
  const [, phone] = CHAT_LINK.exec(text) ?? [];
  if (phone !== undefined) link.add('Phone', `+${phone}`, 'phone');
  const { path, fields } = splitQuery(text);
  if (path !== text || path.includes('%')) link.add('Path', path.split('/').slice(3).join('\n'));
  for (const { key, value } of fields) link.add(readableKey(key), value);
  return link.payload();
}

interface LinkParts {
  readonly path: string;
  /** Of the query and of the fragment. */
  readonly fields: readonly { readonly key: string; readonly value: string }[];
}

function splitQuery(link: string): LinkParts {
  const [path = '', ...rest] = link.split(/[?#]/);
  const fields = rest
    .flatMap((part) => part.split('&'))
    .map((field) => {
      const equals = field.indexOf('=');
      const [key, value] = equals === -1 ? ['', field] : [field.slice(0, equals), field.slice(equals + 1)];
      return { key: decoded(key) || 'Text', value: decoded(value.replaceAll('+', ' ')) };
    });
  return { path: decoded(path), fields };
}

/** As it is where it is not well encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
