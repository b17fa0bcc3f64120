/**
 * What the text of a code says: contact cards, links, payments, travel and identity documents as labelled lines, everything else as it is.
 * Pure; linear in the text. Fields that a format does not name are searched as well; what holds no words is left out: pictures, keys,
 * passwords, sums, the code of a booking.
 *
 * Misses: payloads that are encrypted or binary (railway tickets of UIC 918-3, newer identity cards of India), the parts of a payload
 * that several codes share (each is read alone), what only the server behind a link knows.
 */
import { readAadhaar } from './code-payload/aadhaar.ts';
import { readAamva } from './code-payload/aamva.ts';
import { readBoardingPass } from './code-payload/boarding-pass.ts';
import { readCalendar } from './code-payload/calendar.ts';
import { readHealthCertificate } from './code-payload/health-certificate.ts';
import { readJson } from './code-payload/json.ts';
import type { Payload } from './code-payload/labelled-lines.ts';
import { readLink } from './code-payload/link.ts';
import { readMecard } from './code-payload/mecard.ts';
import { readPayment } from './code-payload/payment.ts';
import { readVcard } from './code-payload/vcard.ts';

export type { Payload } from './code-payload/labelled-lines.ts';

/** Undefined where the text is not of the format. */
type PayloadReader = (text: string) => Payload | undefined;

const READERS: readonly PayloadReader[] = [
  readVcard,
  readCalendar,
  readMecard,
  readAamva,
  readBoardingPass,
  readPayment,
  readHealthCertificate,
  readAadhaar,
  readLink,
  readJson,
];

/** Any string is taken; nothing is thrown. */
export function readPayload(text: string): Payload {
  for (const read of READERS) {
    const payload = read(text);
    if (payload !== undefined) return payload;
  }
  return { text, known: [] };
}
