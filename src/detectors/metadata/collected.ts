/** What the readers of metadata blocks add to: each finding once, and texts within a budget. */
import type { Detection, MetadataType } from '../../core/types.ts';
import { jsonStrings } from './json-strings.ts';

/** Prose found in metadata; it goes through the text detectors. */
export interface MetadataText {
  readonly field: string;
  readonly text: string;
}

export interface Collected {
  add(type: MetadataType, field: string): void;
  /** Adds prose as a `comment`; blank text is nothing. */
  addProse(field: string, text: string): void;
  /** Adds text that the picture shows: no finding by itself. What is over the budget is cut. */
  addVisible(field: string, text: string): void;
  readonly detections: readonly Detection[];
  readonly texts: readonly MetadataText[];
}

/** UTF-16 units of all prose of one file; what is beyond is reported as a block that was not read. */
const MAX_PROSE_LENGTH = 2 ** 20;

/** Starts empty. */
export function createCollected(): Collected {
  const detections = new Map<string, Detection>();
  const texts: MetadataText[] = [];
  let room = MAX_PROSE_LENGTH;
  const add = (type: MetadataType, field: string): void => {
    detections.set(`${type} ${field}`, { type, field, score: 1, detector: 'metadata' });
  };
  const addText = (field: string, text: string): void => {
    if (text.length > room) {
      add('metadata-block', field);
      return;
    }
    room -= text.length;
    texts.push({ field, text });
  };
  return {
    add,
    addProse(field, given) {
      const text = wordsOf(given.replaceAll('\0', ' ').trim());
      if (text === '') return;
      add('comment', field);
      addText(field, text);
    },
    addVisible(field, text) {
      if (text.trim() !== '') addText(field, text.slice(0, room));
    },
    get detections() {
      return [...detections.values()];
    },
    texts,
  };
}

/** A document of more than the budget is not taken apart: it is reported as not read. */
function wordsOf(text: string): string {
  return text.length > MAX_PROSE_LENGTH ? text : (jsonStrings(text) ?? text);
}
