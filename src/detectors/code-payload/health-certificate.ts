/**
 * Health certificates: the EU digital COVID certificate (`HC1:`, base45 of RFC 9285 around zlib, COSE and CBOR;
 * https://github.com/ehn-dcc-development/eu-dcc-schema) and SMART Health Cards (`shc:/`, digits around a JSON web signature around deflate;
 * https://spec.smarthealth.cards). Signatures are not checked. Pure; what is unpacked is bounded. One that cannot be read is health data all
 * the same: nothing else begins like it.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';
import { decodeCbor } from './cbor.ts';
import { readValues } from './json.ts';
import { labelledLines, type Payload } from './labelled-lines.ts';

const MAX_UNPACKED_BYTES = 65_536;
const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** Place of the certificate among the claims. */
const HCERT = -260;
/** As the text detector names what statements of health are. */
const HEALTH = 'health';

export function readHealthCertificate(text: string): Payload | undefined {
  const isEuropean = text.startsWith('HC1:');
  if (!isEuropean && !/^shc:\/(?:\d{1,2}\/\d{1,2}\/)?\d{40}/i.test(text)) return undefined;
  const lines = labelledLines(HEALTH);
  lines.add('Document', isEuropean ? 'health certificate' : 'health card', 'special-category');
  const { text: title, known: about } = lines.payload();
  const inside = contentOf(() => (isEuropean ? europeanContent(text) : readValues(smartContent(text))));
  const known = inside?.known.map((one) => ({ ...one, start: one.start + title.length, end: one.end + title.length }));
  return { text: title + (inside?.text ?? ''), known: [...about, ...(known ?? [])] };
}

/** Nothing where the packing is broken. */
function contentOf(unpack: () => Payload | undefined): Payload | undefined {
  try {
    return unpack();
  } catch {
    return undefined;
  }
}

function europeanContent(text: string): Payload | undefined {
  const packed = fromBase45(text.slice('HC1:'.length));
  const signed = decodeCbor(inflateSync(packed, { maxOutputLength: MAX_UNPACKED_BYTES }));
  const payload = Array.isArray(signed) ? (signed[2] as unknown) : undefined;
  if (!(payload instanceof Uint8Array)) return undefined;
  const certificate = inMap(inMap(decodeCbor(payload), HCERT), 1);
  const name = inMap(certificate, 'nam');
  const lines = labelledLines('eu-dcc');
  for (const [given, family] of [
    ['gn', 'fn'],
    ['gnt', 'fnt'],
  ]) {
    const parts = [inMap(name, given), inMap(name, family)].filter((part) => typeof part === 'string');
    lines.add('Name', parts.join(' ').replaceAll('<', ' '), 'person');
  }
  const birth = inMap(certificate, 'dob');
  lines.add('Date of birth', typeof birth === 'string' ? birth : undefined, 'date-of-birth');
  return lines.payload();
}

function inMap(value: unknown, key: unknown): unknown {
  return value instanceof Map ? (value.get(key) as unknown) : undefined;
}

function fromBase45(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (character) => BASE45.indexOf(character));
    const value = digits.reduce((sum, digit, place) => sum + digit * 45 ** place, 0);
    if (digits.includes(-1) || value >= 65_536) throw new RangeError('base45');
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}

/** Two digits stand for one character, counted from `-`. */
function smartContent(text: string): unknown {
  const digits = text.slice(text.lastIndexOf('/') + 1);
  let token = '';
  for (let at = 0; at + 1 < digits.length; at += 2) token += String.fromCharCode(Number(digits.slice(at, at + 2)) + 45);
  const packed = Buffer.from(token.split('.')[1] ?? '', 'base64url');
  return JSON.parse(inflateRawSync(packed, { maxOutputLength: MAX_UNPACKED_BYTES }).toString('utf8'));
}
