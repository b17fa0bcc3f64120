/** What does not belong to the picture, gathered by name, so that a hundred layer names are one finding. */
import type { BlockKind } from '../walkers/block.ts';

export interface Loss {
  readonly kind: BlockKind;
  /** A fixed word, as `SVG:Comment`; never taken from the file. */
  readonly name: string;
  /** What it said, for the text detectors; cut at `MAX_TEXT_LENGTH`. */
  readonly text: string;
}

export interface Losses {
  /** `text` is prose for people or programs; without letters it is a block like any other. */
  add(kind: 'text' | 'unknown' | 'xmp', name: string, text?: string): void;
  list(): readonly Loss[];
}

/** UTF-16 units of each name; what is beyond goes as well, but no detector reads it. */
const MAX_TEXT_LENGTH = 2 ** 18;

/** Losses that somebody who looks at the picture may miss. */
const VISIBLE: readonly string[] = [
  'SVG:Script',
  'SVG:ForeignObject',
  'SVG:ExternalReference',
  'SVG:EmbeddedFont',
  'SVG:EmbeddedImage',
  'SVG:Style',
  'SVG:UnknownElement',
  'SVG:UnknownAttribute',
];

export function createLosses(): Losses {
  const parts = new Map<string, { kind: BlockKind; name: string; texts: string[]; room: number }>();
  return {
    add(given, name, text = '') {
      const kind = given === 'text' && !/[\p{L}\d]/u.test(text) ? 'unknown' : given;
      const key = `${kind} ${name}`;
      const part = parts.get(key) ?? { kind, name, texts: [], room: MAX_TEXT_LENGTH };
      parts.set(key, part);
      if (text === '' || part.room <= 0) return;
      part.texts.push(text.slice(0, part.room));
      part.room -= text.length + 1;
    },
    list: () => [...parts.values()].map(({ kind, name, texts }) => ({ kind, name, text: texts.join('\n') })),
  };
}

/** Whether the picture may look different without what a block of this name stood for. */
export function isVisibleLoss(name: string): boolean {
  return VISIBLE.includes(name);
}
