/** The content of a held request again, from its envelope and the decided items. */
import type { ReleasedItem } from '../holds/types.ts';
import { type Content, leavesOf, type UploadedFile, withLeaves } from './content.ts';
import { joinEmbedded, wrapEmbedded } from './embedded-files.ts';
import { type Envelope, type HeldSlot, slotOfToken } from './envelope.ts';
import type { Replacement } from './leaf.ts';
import { withEnding } from './safe-file-name.ts';
import { placedReplacements } from './with-cleaned.ts';

type Released = ReadonlyMap<number, ReleasedItem>;

/** Limits held when the request came; a hold is not refused for a limit that was lowered since. */
const NO_LIMITS = { fields: Number.POSITIVE_INFINITY };

/** Files with their bytes in memory; items that the user took out are gone, with the member or file that they were. */
export function rebuildContent(envelope: Envelope, items: readonly ReleasedItem[]): Content {
  const released: Released = new Map(items.map((item) => [item.n, item]));
  const held: Content = {
    body: envelope.body,
    query: envelope.query,
    files: envelope.files.map((file) => ({ ...file, mimetype: '', size: 0, source: { bytes: new Uint8Array() } })),
  };
  const replacements = leavesOf(held, NO_LIMITS).flatMap(({ place, index, value }) => {
    const slot = envelope.slots[slotOfToken(envelope.token, value) ?? -1];
    return slot === undefined ? [] : [{ place, index, replacement: decidedSlot(slot, released) }];
  });
  const { body, query, files } = withLeaves(held, placedReplacements(replacements));
  return {
    body,
    query,
    files: files.flatMap((file, index) => decidedFile(file, released.get(envelope.files[index]?.item ?? -1))),
  };
}

function decidedSlot({ item, text, parts }: HeldSlot, released: Released): Replacement {
  const textItem = item === undefined ? undefined : released.get(item);
  if (item !== undefined && (textItem === undefined || textItem.removed)) return 'removed';
  const decided = textItem === undefined ? (text ?? '') : Buffer.from(textItem.bytes).toString('utf8');
  const files = parts.map(({ style, item: part }) => {
    const file = released.get(part);
    return file === undefined || file.removed ? undefined : wrapEmbedded(style, file.bytes, file.mediaType);
  });
  return joinEmbedded(decided, files);
}

function decidedFile(file: UploadedFile, item: ReleasedItem | undefined): UploadedFile[] {
  if (item === undefined || item.removed) return [];
  const { bytes, mediaType } = item;
  const originalname = withEnding(file.originalname, mediaType);
  return [{ ...file, originalname, mimetype: mediaType, size: bytes.length, source: { bytes } }];
}
