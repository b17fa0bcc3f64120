/** A payload as text that people and text detectors read alike: one labelled line for each of its fields. Pure. */
import type { BuiltInType } from '../../core/types.ts';
import type { TextDetection } from '../text-detector.ts';
import { weigh } from '../weigh.ts';

/** What a code says, to be searched like any other text. */
export interface Payload {
  readonly text: string;
  /** What the format itself says of places in `text`. */
  readonly known: readonly TextDetection[];
}

export interface LabelledLines {
  /** An empty value makes no line. With a `type` the format says that the value is one. */
  add(label: string, value: string | undefined, type?: BuiltInType, score?: number): void;
  payload(): Payload;
}

/** A field of a format that says what its fields are. */
const SCORE = 0.99;

/** `reason`: the name of the format, given with everything that it says. */
export function labelledLines(reason: string): LabelledLines {
  const known: TextDetection[] = [];
  let text = '';
  return {
    add(label, value = '', type, score = SCORE) {
      const trimmed = value.trim();
      if (trimmed === '') return;
      const start = text.length + label.length + 2;
      text += `${label}: ${trimmed}\n`;
      if (type === undefined) return;
      const weighed = weigh([{ signal: 'payload-format', weight: score }]);
      known.push({ type, detector: type, reasons: [reason], start, end: start + trimmed.length, ...weighed });
    },
    payload: () => ({ text, known }),
  };
}

/** A key that programs use as a label that people read: `birthDate` as `birth date`, `e_mail` as `e mail`. */
export function readableKey(key: string): string {
  if (/^dob$/i.test(key)) return 'date of birth';
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}
