/** Badges: few words, one of which says whose badge it is (`SPEAKER`, `Teilnehmer`), and the name in the largest letters. */
import { heightOf } from '../page-text/segments.ts';
import { foldedPhrases, foldedText } from './fold-words.ts';
import { MODEL_SURE, type NamesIn, nameLine } from './name-lines.ts';
import { below, type Placed, type Raised } from './placed.ts';

const ROLES = foldedPhrases(
  `speaker, visitor, attendee, participant, delegate, exhibitor, volunteer, organizer, organiser, staff, crew, press, guest, my name is, hello my name is, sprecher, sprecherin, besucher, besucherin,
  teilnehmer, teilnehmerin, aussteller, referent, referentin, gast, presse, participante, visiteur, intervenant, bénévole, exposant, ponente, asistente, visitante, relatore, visitatore, partecipante,
  uczestnik, uczestniczka, prelegent, gość, konuşmacı, katılımcı, ziyaretçi`,
);
const MAX_STRETCHES = 14;
const MIN_WORD_UNITS = 3;
/** Of the first name's letters: the last name below it is set smaller at times. */
const MIN_SIZE_BELOW = 0.5;
const SCORE = 0.65;

export function badgeNames(all: readonly Placed[], namesIn: NamesIn): Raised[] {
  if (all.length > MAX_STRETCHES || !all.some(({ text }) => ROLES.includes(foldedText(text)))) return [];
  const largest = all.reduce<Placed | undefined>(
    (most, one) =>
      isName(one, namesIn) && heightOf(one.segment) > (most === undefined ? 0 : heightOf(most.segment)) ? one : most,
    undefined,
  );
  // What stands above all is the event's name as well.
  if (largest === undefined || (isTop(largest, all) && (nameLine(largest.text, namesIn)?.model ?? 0) < MODEL_SURE))
    return [];
  const next = below(largest, all);
  const isSurname =
    !/\s/.test(largest.text) &&
    next !== undefined &&
    isName(next, namesIn) &&
    heightOf(next.segment) >= MIN_SIZE_BELOW * heightOf(largest.segment);
  return [largest, ...(isSurname ? [next] : [])].map(({ page, start, end }) => ({
    page,
    detection: { type: 'person', detector: 'document-kind', reasons: ['document:badge'], score: SCORE, start, end },
  }));
}

function isTop({ segment }: Placed, all: readonly Placed[]): boolean {
  return all.every(({ segment: other }) => other.bottom >= segment.bottom);
}

function isName({ text }: Placed, namesIn: NamesIn): boolean {
  return text.length >= MIN_WORD_UNITS && !ROLES.includes(foldedText(text)) && nameLine(text, namesIn) !== undefined;
}
