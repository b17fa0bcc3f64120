/**
 * Words beside digits that say what the digits are: an own list in the languages of the regions of `phone-number.ts`, lower
 * case. A stem also matches the words that begin with it (`telefon`: `Telefonnummer`, `telefonu`).
 */

import { wordTest } from '../context-words.ts';

/**
 * `number`: of something that an earlier word may name, as in "order number". `holder`: who has a number of a file ("customer number") or a
 * telephone ("call the customer"). `place`: says phone only right behind one.
 */
export type PhoneWord = 'phone' | 'number' | 'place' | 'holder' | 'other';

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

const PHONE_STEMS = `
  phone telephon telefon teléfon telefoon téléph telef télef mobil móvil mobiel cellphone cellul celular celul smartphone
  whatsapp whatsap viber telegram hotline landline pager callback voicemail answering kännykkä puhelin
  anruf rückruf erreich appel joindre llám llame llama chiam ligue ligar zadzwo komórk komork zavol nazov pozov
  телефон мобил звон позвон набер дзвон зателефон ватсап вотсап вайбер телеграм
  ტელეფონ მობილ დარეკ დამირეკ დაგვირეკ τηλέφων τηλεφων κινητ καλέσ telefonu arayın
  טלפון هاتف تلفون جوال اتصل موبايل واتساب फ़ोन मोबाइल कॉल`;

const PHONE_WORDS = words(`
  tel tél teléf tlf tfno fono ph mob cell handy gsm sms fax faks telefax call calls called calling text texted txt dial ring
  reach reached reachable contact contacts kontakt contacto contato contatto kontakte signal imessage wechat facetime
  rufen ruf melden contattare contattateci ulaşın ulasin bel bellen mobile appelez suna sunați zvoni zvonit ring ringa soita soittaa hívj cep ara
  тел моб сот факс viber ტელ მობ τηλ κιν נייד 电话 電話 手机 手機 携帯 联系 전화 휴대폰 연락처 โทร`);

const NUMBER_WORDS = words(`
  number numbers no nr num nos nummer numéro numero número numer numara numarası numarasi номер номера номером número
  číslo cislo broj ნომერი ნომერია ნომერს ნომერზე ნომრით αριθμός αριθμό מספר رقم नंबर 号码 번호 番号`);

const PLACE_WORDS = words(`
  office home work house private personal business direct switchboard main mobile cell fax büro privat geschäftlich bureau
  domicile casa oficina trabajo ufficio lavoro praca dom рабочий домашний раб дом`);

const OTHER_STEMS = `
  order invoice bestell rechnung auftrag kundenn factur pedido fattura ordin zamówien faktur заказ накладн счет счёт sipariş
  fatura შეკვეთ passport reisepass passeport pasaporte паспорт licen führerschein permis account konto compte cuenta rachun
  tracking sendung serial version revision ticket barcode postcode postal coordinat latitud longitud`;

const OTHER_WORDS = words(`
  zip plz isbn issn ean upc gtin asin sku imei iban bic swift bban vat ust tax tin ein ssn dni nie nif cif insurance social security aadhaar nhs iin kods kodas siret siren kvk
  nip pesel regon cpf cnpj инн кпп огрн снилс бик card cards carte tarjeta karte карта creditcard visa mastercard amex cvv
  id ids etkt pnr ref reference referenz case claim policy patent model part lot batch build release rev commit hash
  uuid guid seed epoch epochs timestamp unix dossier aktenzeichen az drs drucksache vertrag contrat contrato contratto contract договор договора bug issue cve doi rfc port pin code page pages p pp vol chapter line lines row room suite apt flight train lat lon lng gps ip
  price cost total sum amount usd eur gbp chf pln uah rub gel try brl inr aud cad jpy cny population year years date born dob
  plate plates kennzeichen vin машины машина автомобиля bytes kb mb gb km kg cm mm px pcs people users units views followers steps million billion thousand percent dollars euros`);

/** What is done by phone, and elsewhere too: "12345 - too many calls in a test". */
const CALL_WORDS = new Set(
  words('call calls called calling text texted dial ring reach reached reachable contact contacts'),
);

const HOLDER_WORDS = words(`
  customer customers client clients member members patient patients student employee cliente clientes clienti klant kunde kunden mitglied patienten клиента
  клиент пациента art арт`);

const KINDS = new Map<string, PhoneWord>([
  ...PHONE_WORDS.map((word) => [word, 'phone'] as const),
  ...OTHER_WORDS.map((word) => [word, 'other'] as const),
  ...HOLDER_WORDS.map((word) => [word, 'holder'] as const),
  ...NUMBER_WORDS.map((word) => [word, 'number'] as const),
  ...PLACE_WORDS.filter((word) => !PHONE_WORDS.includes(word)).map((word) => [word, 'place'] as const),
]);
const isPhoneStem = wordTest('', PHONE_STEMS);
const isOtherStem = wordTest('', OTHER_STEMS);

/** What a word says about digits near it; undefined for any other word. */
export function phoneWord(word: string): PhoneWord | undefined {
  const lower = word.toLowerCase();
  const kind = KINDS.get(lower);
  if (kind !== undefined) return kind;
  if (isPhoneStem(lower)) return 'phone';
  return isOtherStem(lower) ? 'other' : undefined;
}

/** Behind digits such a word says phone only right beside them. */
export function isCallWord(word: string): boolean {
  return CALL_WORDS.has(word.toLowerCase());
}
