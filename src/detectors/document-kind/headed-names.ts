/**
 * Names behind or below the heads of letters, parcels and mails: "Ship to", "From:", "Empfänger", "Получатель". A head that means little by
 * itself ("To", "An", "De") counts among others of its kind only.
 */
import { hasWord, wordTest } from '../context-words.ts';
import { foldedPhrases, foldedWords } from './fold-words.ts';
import { MODEL_SURE, type NamesIn, nameLine } from './name-lines.ts';
import { below, beside, type Placed, type Raised } from './placed.ts';

type HeadedKind = 'parcel-label' | 'mail';

const SHIP_HEADS =
  foldedPhrases(`ship to, deliver to, deliver to name, delivery address, shipping address, recipient, sender, consignee, shipper, ship from, return address, addressee, attn, attention,
  empfänger, absender, lieferadresse, lieferanschrift, destinataire, expéditeur, adresse de livraison, destinatario, remitente, entregar a, enviar a, mittente, destinatário, remetente,
  получатель, отправитель, кому, отримувач, одержувач, відправник, მიმღები, გამგზავნი, ადრესატი`);
const MAIL_HEADS = foldedPhrases(
  'from, to, cc, bcc, von, an, kopie, de, para, à, pour, от, от кого, кому, копия, від, გამომგზავნი, ვის, ვისგან, reply to, antwort an, répondre à',
);
/** Heads of the same kinds without a person behind: they say what the others are of. */
const MAIL_OTHERS = foldedPhrases(
  'subject, date, sent, betreff, datum, gesendet, objet, envoyé, asunto, fecha, enviado, тема, дата, отправлено, oggetto, inviato, თემა, თარიღი, attachments, anlagen',
);
const isParcelWord = wordTest(
  `parcel package paket päckchen colis paquete bulto посылка ამანათი dhl ups fedex usps hermes dpd gls laposte correos weight gewicht poids peso вес tracking priority zip plz`,
  'sendungsnummer trackingnum посылк отправлен ამანათ',
);
const SCORE = { surely: 0.75, perhaps: 0.62 };
const HEAD_WORDS = 3;

interface Head {
  readonly placed: Placed;
  /** Of the stretch; where the head ends. */
  readonly rest: number;
  readonly isSure: boolean;
}

/** Names in the picture's order; none where no head of a kind counts. */
export function headedNames(all: readonly Placed[], namesIn: NamesIn): Raised[] {
  const ships = all.flatMap((placed) => headOf(placed, SHIP_HEADS, true));
  const mails = all.flatMap((placed) => headOf(placed, MAIL_HEADS, false));
  const others = all.flatMap((placed) => headOf(placed, MAIL_OTHERS, false));
  const isParcel = ships.length > 0 || (mails.length > 0 && all.filter(isOfParcel).length >= 2);
  if (isParcel) return namesBehind([...ships, ...mails], all, 'parcel-label', namesIn);
  const isMail = mails.length > 0 && mails.length + others.length >= 2;
  return isMail ? namesBehind(mails, all, 'mail', namesIn) : [];
}

function namesBehind(heads: readonly Head[], all: readonly Placed[], kind: HeadedKind, namesIn: NamesIn): Raised[] {
  const at = new Set(heads.map(({ placed }) => placed));
  return heads.flatMap((head) => {
    const own = namedIn(head.placed, head.rest, namesIn);
    const named = own ?? (isEmptyHead(head) ? nearName(head.placed, all, at, namesIn) : undefined);
    if (named === undefined) return [];
    const { model, words, placed, start, end } = named;
    // One word may be anything; a name known to the model, or two words where only a person is meant.
    if (model < MODEL_SURE && (words < 2 || (kind === 'mail' && !named.hasAddress))) return [];
    const score = model >= MODEL_SURE || head.isSure ? SCORE.surely : SCORE.perhaps;
    const reasons = [`document:${kind}`];
    return [
      {
        page: placed.page,
        detection: { type: 'person', detector: 'document-kind', reasons, score, start, end } as const,
      },
    ];
  });
}

interface Named {
  readonly placed: Placed;
  readonly start: number;
  readonly end: number;
  readonly model: number;
  readonly words: number;
  readonly hasAddress: boolean;
}

function headOf(placed: Placed, heads: readonly string[], isSure: boolean): Head[] {
  const words = foldedWords(placed.text);
  for (let count = Math.min(HEAD_WORDS, words.length); count > 0; count--) {
    const phrase = words.slice(0, count);
    const end = phrase.at(-1)?.end ?? 0;
    if (!heads.includes(phrase.map(({ folded }) => folded).join(''))) continue;
    const behind = /^\s?[:;.]?\s?/u.exec(placed.text.slice(end))?.[0] ?? '';
    const isHead = end === placed.text.length || /[:;]/.test(behind) || isSure;
    return isHead ? [{ placed, rest: end + behind.length, isSure }] : [];
  }
  return [];
}

function isEmptyHead({ placed, rest }: Head): boolean {
  return !/[\p{L}\p{N}]/u.test(placed.text.slice(rest));
}

function nearName(
  head: Placed,
  all: readonly Placed[],
  heads: ReadonlySet<Placed>,
  namesIn: NamesIn,
): Named | undefined {
  for (const near of [beside(head, all), below(head, all)]) {
    if (near === undefined || heads.has(near)) continue;
    const named = namedIn(near, 0, namesIn);
    if (named !== undefined) return named;
    // `Company` above, the person below it.
    const next = below(near, all);
    const second = next === undefined || heads.has(next) ? undefined : namedIn(next, 0, namesIn);
    if (second !== undefined && second.model >= MODEL_SURE) return second;
  }
  return undefined;
}

function namedIn(placed: Placed, from: number, namesIn: NamesIn): Named | undefined {
  const text = placed.text.slice(from);
  const bare = withoutMailbox(text).trim();
  const name = bare === '' ? undefined : nameLine(bare, namesIn);
  if (name === undefined) return undefined;
  const start = placed.start + placed.text.indexOf(bare, from);
  return { placed, start, end: start + bare.length, hasAddress: text.includes('@'), ...name };
}

/** `Anna Miller` of `Anna Miller <anna@example.com>`. */
function withoutMailbox(text: string): string {
  const sign = text.indexOf('@');
  if (sign === -1) return text;
  const start = Math.max(...[...' <([«"'].map((before) => text.lastIndexOf(before, sign)));
  return start === -1 ? '' : text.slice(0, start).replace(/[ <([«"]$/, '');
}

function isOfParcel({ text }: Placed): boolean {
  return hasWord(text, isParcelWord);
}
