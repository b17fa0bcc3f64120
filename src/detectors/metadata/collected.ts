/** What the readers of metadata blocks add to: each finding once, and texts within a budget. */
import type { Detection, MetadataType } from '../../core/types.ts';

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
      const text = given.replaceAll('\0', ' ').trim();
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

/** UTF-8 where it is valid, Latin-1 where it is not: standards say ASCII, cameras and people write both. */
export function decodeLoosely(bytes: Uint8Array): string {
  const utf8 = Buffer.from(bytes).toString('utf8');
  return utf8.includes('\ufffd') ? Buffer.from(bytes).toString('latin1') : utf8;
}
