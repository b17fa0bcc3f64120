/** What stands before an address: a field's name, a word such as "live" or "ship" on its line, a label on the line above. Bounded. */
import { type Context, type ContextWords, contextOf, wordTest } from '../context-words.ts';

const ADDRESS_WORDS: ContextWords = {
  for: wordTest(
    `address addresses addr live lives lived living reside resides residing resident located location office headquarters ship shipped
    shipping deliver delivered delivery send sent mail mailing taxi uber meet meeting moved moving arrived billing parcel package
    flat apartment residence
    домой живу живет живём живёт жил адрес адресу адреса доставка доставить привезите мешкаю адресою
    wohne wohnt wohnhaft adresse anschrift lieferung habite habitons demeurant domicile livraison
    vivo vive dirección domicilio envío entrega abito abita indirizzo residente spedire moro mora endereço morada
    woon woont adres bezorgen mieszka mieszkam zamieszkały dostawa bydlí adresa lakik címem cím bor bostad adress asuu osoite
    adresi adresim oturuyor ikamet διεύθυνση μένω عنوان العنوان أسكن כתובת גר`,
    'прожива зарегистрирован мисамарт მისამართ ცხოვრობ ვცხოვრობ მცხოვრებ მდებარეობ მიწოდებ',
  ),
  against: wordTest(
    `version invoice order chapter page figure table section article paragraph isbn tracking flight model serial size route track
    episode season psalm verse game match score row rows line lines column grade class windows ios android python node
    заказ глава стр версия статья рейс kapitel seite bestellung modell artikel
    chapitre numéro capítulo página pedido versión`,
  ),
};
/** `shippingAddress`, `street`, `zip_code`: not `emailAddress` or `ip_address`. */
const ADDRESS_FIELD =
  /(?<!e-?mail.?|ip.?|mac.?|web.?|url.?)addr|street|straße|strasse|zip|postal|postcode|plz|адрес|მისამართ|adres|direcci|indirizzo|endere/iu;
const MAX_FIELD_NAME_UNITS = 60;
/** What stands right before an address that has no street's word: "live at", "send it to", "address:", a line break. */
const LEAD_IN = /(?:[:,\n(>]|(?<!\p{L})(?:at|to|is|in|with|on|an|nach|ist|est|es|en|в|на|по|адресу))\s{0,8}$/iu;
const MAX_LEAD_IN_UNITS = 12;
/** How long the line with a name between a label and an address may be. */
const MAX_NAME_LINE_UNITS = 60;

interface Before {
  readonly fieldName: string | undefined;
  /** A word counts only when it leads right to the address, as in "live at". */
  readonly needsLeadIn: boolean;
}

/** Only what is before counts: behind an address people go on about other things. */
export function addressContext(text: string, start: number, { fieldName = '', needsLeadIn }: Before): Context {
  if (ADDRESS_FIELD.test(fieldName.slice(0, MAX_FIELD_NAME_UNITS))) return 'for';
  if (needsLeadIn && !LEAD_IN.test(text.slice(Math.max(0, start - MAX_LEAD_IN_UNITS), start))) return 'none';
  const before = text.slice(0, start);
  const context = contextOf(before, { start, end: start }, ADDRESS_WORDS, fieldName);
  return context === 'none' ? contextAbove(before) : context;
}

/** `Deliver to:`, a line with a name, and then the address. */
function contextAbove(before: string): Context {
  const lines = before.slice(-MAX_NAME_LINE_UNITS).split('\n');
  const [label, name, beside] = [lines.at(-3), lines.at(-2), lines.at(-1)];
  if (label === undefined || name === undefined || beside === undefined) return 'none';
  if (!label.endsWith(':') || !/^[\s>?|]*$/.test(beside)) return 'none';
  const end = before.length - beside.length - 1 - name.length;
  return contextOf(before.slice(0, end), { start: end, end }, ADDRESS_WORDS);
}
