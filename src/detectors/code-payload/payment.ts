/**
 * Transfers to be scanned: EPC069-12 of the European Payments Council (`BCD`, one field in each line) and the Swiss QR-bill (`SPC`,
 * https://www.six-group.com/dam/download/banking-services/standardization/qr-bill/ig-qr-bill-v2.3-en.pdf). Names and addresses in them are often those of
 * businesses: the text detectors judge them. Pure.
 */
import { labelledLines, type Payload } from './labelled-lines.ts';

/** Lines of each party of a QR-bill: kind of address, name, street, number, postcode, town, country. */
const PARTY_LINES = 7;

export function readPayment(text: string): Payload | undefined {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  if (lines[0] === 'BCD' && /^00[12]$/.test(lines[1] ?? '')) return readEpc(lines);
  if (lines[0] === 'SPC' && /^\d{4}$/.test(lines[1] ?? '')) return readQrBill(lines);
  return undefined;
}

function readEpc([, , , , , name, iban, , , reference, ...further]: readonly string[]): Payload {
  const transfer = labelledLines('epc-qr');
  transfer.add('Name', name);
  transfer.add('IBAN', iban, 'iban');
  transfer.add('Reference', reference);
  for (const words of further) transfer.add('Message', words);
  return transfer.payload();
}

/** Creditor, final creditor, sum and currency, final debtor, kind of reference, reference, message. */
function readQrBill(lines: readonly string[]): Payload {
  const bill = labelledLines('swiss-qr-bill');
  bill.add('IBAN', lines[3], 'iban');
  for (const first of [4, 4 + PARTY_LINES, 6 + 2 * PARTY_LINES]) {
    const [, name, street, houseNumber, postcode, town, country] = lines.slice(first, first + PARTY_LINES);
    bill.add('Name', name);
    const parts = [`${street} ${houseNumber}`, `${postcode} ${town}`, country ?? ''].map((part) => part.trim());
    if (name) bill.add('Address', parts.filter((part) => part !== '').join(', '));
  }
  for (const words of lines.slice(7 + 3 * PARTY_LINES)) bill.add('Message', words);
  return bill.payload();
}
