/** Whether a stretch of text by itself is somebody's name: by its form, by what the model of names says, and by what it is not. */
import { hasWord, wordTest } from '../context-words.ts';
import { foldedWords } from './fold-words.ts';

/** What a model of names finds in a text, with scores from 0 to 1. */
export type NamesIn = (
  text: string,
) => readonly { readonly start: number; readonly end: number; readonly score: number }[];

/** 0..1: from here on the model's word counts, where the place speaks for a name as well. In plain text it takes more. */
export const MODEL_SURE = 0.3;
const MAX_UNITS = 48;
const NAME =
  /^(?:(?:dr|prof|mr|mrs|ms|herr|frau|mme|sr|sra|dipl|ing)\.?\s){0,2}[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,24}(?:\s(?:de|del|della|van|von|der|da|di|la|le|el|bin|al|[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,24})){0,4}$/u;
const SURE_SHARE = 0.6;

/** Of businesses, posts, places and products. Own list. */
const isOther = wordTest(
  `gmbh ag kg ug ohg ltd limited llc llp inc corp co plc sa sarl sas srl sl bv nv oy ab as ooo ооо оао зао ао пао ип тов шпс შპს სს ინდმეწარმე company group
  holding studio studios design designs media digital solutions services service consulting partners associates agency bank hotel
  restaurant cafe café bar bistro pizzeria bakery bäckerei salon spa clinic klinik hospital praxis university universität université
  universidad school schule institute institut college academy church museum shop store market markt supermarket pharmacy apotheke
  farmacia centre center zentrum club team office department dept abteilung division ministry republic federal union united kingdom
  states street road avenue lane strasse straße str rue calle via platz square drive boulevard улица проспект ქუჩა north south east west
  ceo cto cfo coo founder owner director manager head engineer developer designer consultant assistant analyst architect lawyer attorney
  accountant sales marketing support editor photographer president chairman secretary officer specialist coordinator realtor
  agent broker geschäftsführer geschäftsführerin leiter leiterin vertrieb berater beraterin inhaber inhaberin ingenieur ingenieurin arzt
  ärztin directeur directrice gérant gérante responsable ingénieur avocat gerente ingeniero ingeniera abogado abogada director directora
  директор менеджер инженер дизайнер юрист бухгалтер руководитель დირექტორი მენეჯერი ინჟინერი იურისტი
  new sale open closed welcome free menu price total sum special offer today delivery express priority standard parcel package fragile
  signature date sender recipient ship visa mastercard maestro debit credit card gold platinum classic business valid thru good
  original premium organic classic fresh natural chocolate coffee tea milk water juice beer wine bread cheese chicken beef pizza burger
  salad soup pasta rice fries sauce ice cream vanilla home settings profile messages search cancel continue submit sign log password
  next back done edit save delete share like follow the and for your our with from this that not are you
  newsletter newsletters news weekly monthly daily notification notifications alert alerts update updates offers deals jobs careers care
  noreply reply undisclosed recipients billing payments security admin webmaster fine okay ok yes no thanks hello hi bye great
  customer order invoice receipt cash change subtotal tax amount balance thank thanks please monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december`,
  'gesellschaft versicherung verwaltung sparkasse volksbank',
);

export interface NameLine {
  /** 0..1 by the model, for all of the stretch; 0 where it sees no name. */
  readonly model: number;
  /** Words of it, titles included. */
  readonly words: number;
}

/** Undefined where the stretch is not written like a name, or has a word of something else. */
export function nameLine(text: string, namesIn: NamesIn): NameLine | undefined {
  const given = text.trim();
  if (given.length < 2 || given.length > MAX_UNITS || !NAME.test(given)) return undefined;
  const words = foldedWords(given);
  if (hasWord(given, isOther)) return undefined;
  return { model: Math.max(modelScore(given, namesIn), modelScore(titleCase(given), namesIn)), words: words.length };
}

/** `ANNA MILLER` as `Anna Miller`: the model knows names as they are written in sentences. */
function titleCase(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase());
}

/** Of names that are most of the text. */
function modelScore(text: string, namesIn: NamesIn): number {
  const most = namesIn(text).filter(({ start, end }) => end - start >= SURE_SHARE * text.length);
  return Math.max(0, ...most.map(({ score }) => score));
}
