/** The things to look at in one request: each string is a slot, each file and each readable text an item. */
import type { ScanInput } from '../scanner/types.ts';
import type { Content, FileSource, PlacedLeaf, Received } from './content.ts';
import { type Embedded, hasText, splitEmbedded } from './embedded-files.ts';

/** One string of the content with its embedded files taken out. */
export interface Slot {
  readonly leaf: PlacedLeaf;
  readonly text: string;
  readonly embedded: readonly Embedded[];
}

export type Item =
  | { readonly kind: 'text'; readonly slot: Slot }
  | { readonly kind: 'embedded'; readonly slot: Slot; readonly part: number; readonly source: FileSource }
  | {
      readonly kind: 'file';
      /** Position among the content's files. */
      readonly file: number;
      readonly fieldname: string;
      readonly source: FileSource;
      readonly received: Received | undefined;
    };

/** Files first, in the order of the content. */
export function itemsOf({ files }: Content, leaves: readonly PlacedLeaf[]): readonly Item[] {
  return [
    ...files.map(
      ({ fieldname, source, received }, file): Item => ({ kind: 'file', file, fieldname, source, received }),
    ),
    ...leaves.flatMap(itemsOfLeaf),
  ];
}

/** What the engine is given for an item. */
export function inputOf(item: Item): ScanInput {
  return item.kind === 'text' ? { text: item.slot.text } : item.source;
}

function itemsOfLeaf(leaf: PlacedLeaf): Item[] {
  const slot: Slot = { leaf, ...splitEmbedded(leaf.value) };
  const embedded = slot.embedded.map(({ bytes }, part): Item => ({ kind: 'embedded', slot, part, source: { bytes } }));
  return hasText(slot.text) ? [{ kind: 'text', slot }, ...embedded] : embedded;
}
