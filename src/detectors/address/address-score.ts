/** How sure an address is, by its named parts. */
import type { ScoreStep } from '../../core/types.ts';
import { type Context, type ContextWords, wordTest } from '../context-words.ts';
import type { Street } from './find-street.ts';
import type { Block, Part } from './grow-block.ts';

/** A street's word and a house number are enough together; a name and a number need a postcode, a unit or words before them. */
const STREET_WORD: Readonly<Record<Street['words'], number>> = { strong: 0.35, weak: 0.2, none: 0 };
const HOUSE_NUMBER = { usual: 0.2, long: 0.3, year: 0.1 };
const LOWER_CASE = -0.2;
const PART: Readonly<Record<Part, number>> = {
  unit: 0.3,
  'telling-postcode': 0.35,
  postcode: 0.2,
  'short-postcode': 0.1,
  state: 0.15,
  country: 0.15,
  place: 0.1,
  'second-street': 0.15,
  'postcode-place': 0.15,
  lines: 0.1,
};
const UNSPACED_PLACE = 0.25;
const CONTEXT: Readonly<Record<Context, number>> = { for: 0.3, against: -0.3, none: 0 };

export const ADDRESS_WORDS: ContextWords = {
  for: wordTest(
    'address addresses addr live lives lived living residing resides resident located location office headquarters ship shipped shipping deliver delivered delivery send sent mail mailing return taxi uber meet meeting moved moving arrived billing parcel package flat apartment residence gone left front домой живу живет живём живёт жил адрес адресу адреса доставка доставить привезите мешкаю адресою wohne wohnt wohnhaft adresse anschrift lieferung vivo vive dirección domicilio envío entrega habite habitons demeurant domicile livraison abito abita indirizzo residente spedire moro mora endereço morada entrega woon woont adres bezorgen mieszka mieszkam zamieszkały dostawa bydlí adresa lakik címem cím bor bostad adress asuu osoite adresi oturuyor ikamet διεύθυνση μένω عنوان أسكن כתובת גר',
    'прожива зарегистрирован мисамарт მისამართ ცხოვრობ ვცხოვრობ მცხოვრებ მდებარეობ მიწოდებ',
  ),
  against: wordTest(
    'version invoice order chapter page figure table section article paragraph isbn tracking flight model serial size version route track episode season psalm verse game match score row rows line lines column grade class windows ios android python node заказ глава стр версия статья рейс kapitel seite bestellung modell artikel версия chapitre numéro page capítulo página pedido versión',
  ),
};

export function addressSteps(street: Street, { parts }: Block): ScoreStep[] {
  const steps: ScoreStep[] = [
    { signal: 'street-word', weight: STREET_WORD[street.words] },
    { signal: 'house-number', weight: houseNumberWeight(street) },
    { signal: 'lower-case', weight: street.isLowerCase ? LOWER_CASE : 0 },
  ];
  for (const part of parts) steps.push({ signal: part, weight: PART[part] });
  return steps;
}

export function unspacedSteps(hasPlace: boolean): ScoreStep[] {
  return [
    { signal: 'street-word', weight: STREET_WORD.strong },
    { signal: 'house-number', weight: HOUSE_NUMBER.usual },
    { signal: 'place', weight: hasPlace ? UNSPACED_PLACE : 0 },
  ];
}

export function contextStep(context: Context): ScoreStep {
  return { signal: context === 'against' ? 'word-against' : 'word-before', weight: CONTEXT[context] };
}

/** `1600` and `221B` are hardly anything but a house number before a street; `1999` is a year more often. */
function houseNumberWeight({ words, houseNumber: { word: number } }: Street): number {
  if (/^(?:19\d\d|20[0-3]\d)$/.test(number)) return HOUSE_NUMBER.year;
  return number.length >= 3 && words !== 'none' ? HOUSE_NUMBER.long : HOUSE_NUMBER.usual;
}
