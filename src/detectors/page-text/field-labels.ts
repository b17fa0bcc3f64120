/**
 * Words that stand as the label of a field on cards, forms, signatures and labels: what is read below or beside them is the field's
 * value. Own list in English, German, French, Spanish, Russian, Georgian and some words of their neighbours.
 */
import { wordTest } from '../context-words.ts';

const isLabelWord = wordTest(
  `tel tél tfno fax mob cell contact contacto contatto contato kontakt rufnummer mail email no nr num dob id iban bic card account customer surname name names nom prénom prénoms nombre
  apellido apellidos surnames vorname vornamen nachname authority sex height expiry expires issued valid
  tax ssn nif nie dni cif vat nationality birth born geb geboren né née nato nata urodzenia doğum dogum naissance nacimiento рождения имя фамилия отчество адрес тел
  სახელი გვარი მისამართი ნომერი ტელ`,
  `phone telephon telefon teléfon téléphon telefoon mobil móvil handy whatsapp hotline number numéro número nummer номер номера
  passport reisepass passeport pasaporte паспорт პასპორტ licen führerschein permis permiso identi ausweis удостоверен
  address adresse dirección телефон мобильн почт ტელეფონ მობილურ დაბადებ ელფოსტ geburt order invoice rechnung bestell
  commande factura pedido заказ счёт счет tracking sendung kunden kundennummer reference serial konto compte cuenta`,
);

const WORD = /[\p{L}\p{M}]+/gu;
/** `D.O.B.`: too short to be words. */
const DOTTED = /^D\. ?O\. ?B\.?:?$/i;
const MAX_UNITS = 44;
const MAX_WORDS = 6;

/** Whether a stretch of text is a label without its value: a few words, one of them a label's, and no digits. */
export function isFieldLabel(text: string): boolean {
  if (text.length > MAX_UNITS || /\p{N}/u.test(text)) return false;
  if (DOTTED.test(text)) return true;
  const words = text.match(WORD) ?? [];
  return words.length <= MAX_WORDS && words.some((word) => isLabelWord(word.toLowerCase()));
}
