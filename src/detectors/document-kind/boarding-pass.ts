/** Boarding passes and tickets: the passenger in capitals, last name first (`NAKAGAWA/HARUKA MS`), as IATA resolution 792 has them. */
import { matchesOf } from '../matches-of.ts';
import { foldedPhrases, foldedText } from './fold-words.ts';
import type { Placed, Raised } from './placed.ts';

const PASSENGER =
  /(?<![\p{L}\p{N}/])\p{Lu}{2,25}(?: \p{Lu}{2,15})? ?\/ ?\p{Lu}{2,25}(?: \p{Lu}{2,15})?(?: (?:MR|MS|MRS|MISS|MSTR|CHD|INF|DR))?(?![\p{L}\p{N}/])/gu;
const SIGNS = foldedPhrases(
  `boarding pass, boarding, boarding time, bordkarte, carte d'embarquement, tarjeta de embarque, carta d'imbarco, karta pokładowa, cartão de embarque, biniş kartı, instapkaart,
  flight, flight no, flug, vol, vuelo, volo, lot, uçuş, seat, sitz, siège, asiento, posto, miejsce, koltuk, gate, passenger, passenger name, name of passenger, passagier, passager, pasajero,
  passeggero, pasażer, yolcu, e ticket, eticket, pnr, booking ref, class, from, to`,
);
/** Different ones. */
const MIN_SIGNS = 3;
const SCORE = 0.75;

export function passengers(all: readonly Placed[]): Raised[] {
  const named = all.flatMap((placed) => matchesOf(placed.text, PASSENGER).map((match) => ({ placed, match })));
  if (named.length === 0) return [];
  const signs = new Set(all.map(({ text }) => foldedText(text)).filter((text) => SIGNS.includes(text)));
  if (signs.size < MIN_SIGNS) return [];
  return named.map(({ placed, match: { 0: name, index } }) => {
    const start = placed.start + index;
    const reasons = ['document:boarding-pass'];
    return {
      page: placed.page,
      detection: { type: 'person', detector: 'document-kind', reasons, score: SCORE, start, end: start + name.length },
    };
  });
}
