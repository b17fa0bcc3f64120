/** Puts cleaned items back where they came from: files, and the strings of body, query and names. */
import type { CleanedFile, CleanedItem } from './clean-items.ts';
import {
  type Content,
  type FileSource,
  PLACES,
  type PlacedReplacements,
  type UploadedFile,
  withLeaves,
} from './content.ts';
import { joinEmbedded, wrapEmbedded } from './embedded-files.ts';
import type { Slot } from './items.ts';
import type { Replacement } from './leaf.ts';
import { withEnding } from './safe-file-name.ts';

/** The content as the handler gets it. Throws `UNCLEANABLE` where a masked place overlaps a file inside the same text. */
export function withCleaned(content: Content, items: readonly CleanedItem[]): Content {
  const slots = [...bySlot(items)].flatMap(([slot, members]) => {
    const replacement = replacementOf(slot, members);
    return replacement === undefined ? [] : [{ ...slot.leaf, replacement }];
  });
  const replaced = withLeaves(content, placedReplacements(slots));
  return { ...replaced, files: replaced.files.map((file, index) => cleanedFile(file, fileItem(items, index))) };
}

/** Replacements ordered by place. */
export function placedReplacements(
  leaves: readonly {
    readonly place: (typeof PLACES)[number];
    readonly index: number;
    readonly replacement: Replacement;
  }[],
): PlacedReplacements {
  const entries = PLACES.map((name) => {
    const inPlace = leaves.filter(({ place }) => place === name);
    return [name, new Map(inPlace.map(({ index, replacement }) => [index, replacement]))] as const;
  });
  return Object.fromEntries(entries);
}

/** The items of each string. */
export function bySlot<Member extends Pick<CleanedItem, 'item'>>(items: readonly Member[]): Map<Slot, Member[]> {
  const slots = new Map<Slot, Member[]>();
  for (const member of items) {
    if (member.item.kind === 'file') continue;
    const { slot } = member.item;
    slots.set(slot, [...(slots.get(slot) ?? []), member]);
  }
  return slots;
}

/** The item of the file at this position. */
export function fileItem<Member extends Pick<CleanedItem, 'item'>>(
  items: readonly Member[],
  index: number,
): Member | undefined {
  return items.find(({ item }) => item.kind === 'file' && item.file === index);
}

/** Bytes in memory; files inside strings never lie on disk. */
export function bytesOf(source: FileSource): Uint8Array {
  return 'bytes' in source ? source.bytes : new Uint8Array();
}

function replacementOf(slot: Slot, members: readonly CleanedItem[]): Replacement | undefined {
  if (members.every(({ result }) => result === undefined)) return undefined;
  const files = new Map<number, CleanedFile>();
  let text = slot.text;
  for (const { item, result } of members) {
    if (result === undefined) continue;
    if ('text' in result) text = result.text;
    else if (item.kind === 'embedded') files.set(item.part, result);
  }
  const parts = slot.embedded.map(({ style, original }, part) => {
    const file = files.get(part);
    return file === undefined ? original : wrapEmbedded(style, bytesOf(file.source), file.mediaType);
  });
  return joinEmbedded(text, parts);
}

function cleanedFile(file: UploadedFile, cleaned: CleanedItem | undefined): UploadedFile {
  if (cleaned === undefined) return file;
  const { result, report } = cleaned;
  const mimetype = report.input.mediaType;
  if (result === undefined || 'text' in result) return named(file, mimetype);
  return named({ ...file, source: result.source, size: result.size }, result.mediaType);
}

function named(file: UploadedFile, mimetype: string): UploadedFile {
  return { ...file, mimetype, originalname: withEnding(file.originalname, mimetype) };
}
