/** Screens of chats: the other side's name above the messages, and senders beside the times of theirs. */
import { foldedPhrases, foldedText, foldedWords } from './fold-words.ts';
import { MODEL_SURE, type NamesIn, nameLine } from './name-lines.ts';
import { below, type Placed, type Raised } from './placed.ts';

const TIME = /(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[AaPp]\.?[Mm]\.?)?(?![\d:])/;
const ENDS_IN_TIME = /[,•·]?\s(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[AaPp]\.?[Mm]\.?)?\s?[✓√/]{0,2}$/u;
/** `# general`: of a team's chat. */
const CHANNEL = /^# ?\p{Ll}[\p{Ll}\d-]{1,30}$/u;
const MIN_TIMES = 2;
/** Below the name of whom one writes with. */
const PRESENCE =
  foldedPhrases(`online, active now, active, last seen, last seen recently, typing, zuletzt online, schreibt, en ligne, vu, en línea, escribiendo, últ vez, última vez, в сети, был, была, печатает, онлайн,
  ონლაინ, ბოლოს, tap here for contact info, click here for contact info, mobile`);
const CUES =
  foldedPhrases(`today, yesterday, type a message, message, write a message, imessage, delivered, read, seen, heute, gestern, nachricht, zugestellt, gelesen, aujourd'hui, hier, écrire un message,
  distribué, lu, hoy, ayer, mensaje, escribe un mensaje, entregado, leído, сегодня, вчера, сообщение, написать сообщение, доставлено, прочитано, დღეს, გუშინ, შეტყობინება, forwarded, voice call, missed call, photo, you`);
const MODEL_SURE_OF_WORD = 0.55;
const SCORE = { present: 0.7, sender: 0.65 };

export function chatNames(all: readonly Placed[], namesIn: NamesIn): Raised[] {
  if (!isChat(all)) return [];
  const present = all.filter((placed) => startsWith(placed.text, PRESENCE));
  return all.flatMap((placed) => {
    const text = placed.text.replace(ENDS_IN_TIME, '').replace(/:$/, '').trim();
    const name = CUES.includes(foldedText(text)) || startsWith(text, PRESENCE) ? undefined : nameLine(text, namesIn);
    if (name === undefined) return [];
    const under = below(placed, all);
    const isPresent = under !== undefined && present.includes(under);
    // One word beside a time may be a message.
    const isKnown = name.model >= (name.words > 1 || isPresent ? MODEL_SURE : MODEL_SURE_OF_WORD);
    if (!isKnown && !(isPresent && name.words >= 2)) return [];
    const start = placed.start + placed.text.indexOf(text);
    const score = isPresent ? SCORE.present : SCORE.sender;
    const reasons = ['document:chat'];
    const end = start + text.length;
    return [
      {
        page: placed.page,
        detection: { type: 'person', detector: 'document-kind', reasons, score, start, end } as const,
      },
    ];
  });
}

/** Times of messages, and a word that only chats have: "last seen", "Delivered". */
export function isChat(all: readonly Placed[]): boolean {
  const times = all.filter(({ text }) => TIME.test(text)).length;
  return (
    times >= MIN_TIMES &&
    all.some(({ text }) => startsWith(text, PRESENCE) || CUES.includes(foldedText(text)) || CHANNEL.test(text))
  );
}

function startsWith(text: string, phrases: readonly string[]): boolean {
  const words = foldedWords(text).map(({ folded }) => folded);
  return [1, 2, 3].some((count) => phrases.includes(words.slice(0, count).join('')));
}
