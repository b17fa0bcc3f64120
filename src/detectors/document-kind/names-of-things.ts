/**
 * Findings that the model of names takes for people and the picture shows to be none: dishes on a menu, goods on a receipt, identifiers in
 * code, the title of a document (`PATENTE DI GUIDA`), words of a firm's name, groups of a chat. Only where several signs say so, and never a name behind a label ("Served by: Anna") or in a text of the code.
 */

import { heightOf } from '../page-text/segments.ts';
import type { PageText } from '../page-text.ts';
import type { TextDetection } from '../text-detector.ts';
import { foldedText } from './fold-words.ts';
import { titleOf } from './identity-document.ts';
import { below, type Placed, placedOn } from './placed.ts';

const PRICE = /(?:^|\s)[$€£¥₾₽]?\s?\d{1,3}[.,]\d{2}(?:\s?(?:[$€£¥₾₽]|EUR|GEL|USD))?$|^[$€£]\s?\d{1,3}$/;
/** Of prices and of words for food. */
const MIN_PRICES = 4;
const MIN_FOODS = 2;
/** What the model is this sure of stays a name, for dishes are called after people. */
const SURE = 0.9;
/** Food, drinks and the courses of menus, and the words of groceries. Own list of beginnings. */
const FOOD =
  /(?<!\p{L})(?:starter|mains|dessert|drink|soup|salad|pizza|pasta|burger|chicken|beef|pork|salmon|fries|sandwich|coffee|espresso|cappuccino|latte|tea|beer|wine|water|juice|milk|bread|cheese|apple|rice|antipast|primi|secondi|dolci|bruschetta|risotto|spaghetti|penne|tiramis|panna|vorspeis|hauptspeis|hauptgericht|nachspeis|getränk|suppe|salat|schnitzel|wasser|brot|käse|kaffee|bier|wein|entrée|plats|boisson|poulet|poisson|fromage|entrante|postre|bebida|ensalada|pollo|sopa|tapas|tacos|закуск|салат|суп|десерт|напитк|хлеб|молоко|сыр|кофе|пиво|вино|ხაჭაპურ|ხინკალ|სალათ|khachapuri|khinkali|sushi|ramen|curry|tikka|naan|kebab|falafel)/iu;
/** Who shares a bill has a price as well. */
const SHARED =
  /(?<!\p{L})(?:owes?|paid|split|splitwise|tricount|schuldet|bezahlt|zahlt|doit|payé|debe|pagó|должен|заплатил)(?!\p{L})/iu;
const LABELLED = /\p{L}\s?:/u;
/** Statements, blocks and calls. */
const CODE =
  /[;{}]\s*$|=>|^\s*(?:import|export|const|let|var|return|function|class|def|private|public|if|for|while|from)\s.*[\p{L}_(){}=;'"]|\w\(.*\)|^\s*(?:\/\/|#include|<\/?\w+)/u;
/** A firm's form behind a word of its name, with no sign between that ends the name: `Brandt & Moser GmbH`. */
const FIRM =
  /^[^,;|·/\n]{0,60}?(?<!\p{L})(?:GmbH|mbH|AG|KG|OHG|UG|Ltd|LLC|LLP|Inc|PLC|S\.?A\.?R\.?L|S\.?r\.?l|S\.?p\.?A|B\.?V|sp\. z o\.o|A\.?Ş|ООО|ОАО|შპს)(?!\p{L})/u;
/** Below the name of a group in a chat. */
const MEMBERS =
  /^\d{1,4} ?(?:members?|participants?|people|mitglieder|teilnehmer|membres|miembros|participantes|membri|partecipanti|członków|uczestników|üye|участник|წევრი)/iu;
const MIN_CODE = 4;
const MIN_CODE_SHARE = 0.5;

/** `found` by page; the answer has some of its findings of type `person`. */
export function namesOfThings(
  pages: readonly PageText[],
  found: readonly (readonly TextDetection[])[],
): readonly TextDetection[] {
  const persons = found.flatMap((page, at) =>
    page.filter(({ type }) => type === 'person').map((finding) => ({ finding, at })),
  );
  if (persons.length === 0) return [];
  const all = placedOn(pages);
  const prices = all.filter(({ text }) => PRICE.test(text));
  const isMenu =
    prices.length >= MIN_PRICES &&
    all.filter(({ text }) => FOOD.test(text)).length >= MIN_FOODS &&
    !all.some(({ text }) => SHARED.test(text));
  const code = all.filter(({ text }) => CODE.test(text));
  const isCode = code.length >= MIN_CODE && code.length >= MIN_CODE_SHARE * all.length;
  return persons.flatMap(({ finding, at }) => {
    const own = all.filter(({ page, start, end }) => page === at && start < finding.end && finding.start < end);
    const isDish =
      isMenu && finding.score < SURE && own.length === 1 && own.every((placed) => isPriced(placed, prices));
    const isIdentifier = isCode && own.every((placed) => code.includes(placed) && isOneWord(placed, finding));
    const isOther =
      own.length === 1 &&
      own.every((placed) => isInTitle(placed, finding) || isOfFirm(placed, finding) || isGroup(placed, all));
    return isDish || isIdentifier || isOther ? [finding] : [];
  });
}

/** All of the name is words of the title: `PASSPORT ANNA MILLER` names somebody. */
function isInTitle(placed: Placed, { start, end }: TextDetection): boolean {
  const name = foldedText(placed.text.slice(Math.max(0, start - placed.start), end - placed.start));
  return titleOf([placed])?.phrase.includes(name) === true;
}

/** One word of a firm's name: of two the first may be its owner's. */
function isOfFirm(placed: Placed, { start, end }: TextDetection): boolean {
  const name = placed.text.slice(Math.max(0, start - placed.start), end - placed.start);
  return !/\s/.test(name) && FIRM.test(placed.text.slice(end - placed.start));
}

function isGroup(placed: Placed, all: readonly Placed[]): boolean {
  return MEMBERS.test(below(placed, all)?.text ?? '');
}

/** A price behind it, or on its height. */
function isPriced(placed: Placed, prices: readonly Placed[]): boolean {
  if (LABELLED.test(placed.text)) return false;
  const { segment } = placed;
  return prices.some(({ segment: price }) => {
    const shared = Math.min(segment.bottom, price.bottom) - Math.max(segment.top, price.top);
    return price.line.turns === segment.line.turns && shared >= 0.5 * Math.min(heightOf(segment), heightOf(price));
  });
}

/** Of a name in quotes or a comment nothing is known. */
function isOneWord({ text, start }: Placed, finding: TextDetection): boolean {
  const [from, to] = [finding.start - start, finding.end - start];
  return (
    !/\s/.test(text.slice(Math.max(0, from), to)) &&
    !/["'`]/.test(text.charAt(from - 1)) &&
    !/\/\/|#|\*/.test(text.slice(0, Math.max(0, from)))
  );
}
