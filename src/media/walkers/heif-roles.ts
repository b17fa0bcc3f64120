/**
 * Which items of a HEIF file are its picture, and what the others are. The picture: the primary item, other pictures that a reader
 * shows beside it, the alpha of both, and whatever these are put together from. Source: ISO/IEC 23008-12 sections 6 and 7, AVIF 1.1,
 * ISO/IEC 21496-1 (gain maps).
 */
import type { BlockKind } from './block.ts';
import type { ByteView } from './byte-view.ts';
import type { HeifMeta, Item } from './heif-items.ts';
import { auxiliaryTypes, isAlpha } from './heif-properties.ts';

export interface Role {
  readonly kind: BlockKind;
  readonly name: string;
}

export interface Roles {
  /** Ids of the pictures that a reader may show. */
  readonly shown: readonly number[];
  /** Ids of the items that stay. */
  readonly picture: ReadonlySet<number>;
  /** What all others are. */
  readonly others: ReadonlyMap<number, Role>;
}

/** Coded pictures that are known here, and those that are put together from others. */
const PICTURE_TYPES: readonly string[] = ['av01', 'hvc1', 'hev1', 'grid', 'iovl', 'iden'];
/** References from a picture to what its decoding needs. */
export const NEEDED: readonly string[] = ['dimg'];
/** Coded pictures need no other item. */
export const CODED_TYPES: readonly string[] = ['av01', 'hvc1', 'hev1'];
const XMP_TYPE = 'application/rdf+xml';

const THUMBNAIL: Role = { kind: 'thumbnail', name: 'HEIF:Thumbnail' };
const GAIN_MAP: Role = { kind: 'second-picture', name: 'HEIF:GainMap' };
const HIDDEN_PICTURE: Role = { kind: 'second-picture', name: 'HEIF:HiddenPicture' };

/** What an auxiliary picture is, by words of its type (ISO/IEC 23008-12 Annex B, ISO/IEC 23091-2, Apple's own). */
const AUXILIARY: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/depth|disparity|hevc:2015:auxid:2$/i, 'HEIF:DepthMap'],
  [/matte/i, 'HEIF:PortraitMatte'],
  [/gainmap/i, 'HEIF:GainMap'],
];

type Needs = ReadonlyMap<number, readonly number[]>;

/** Whether this type of item is decoded as a picture. */
export function isPicture(item: Item | undefined): boolean {
  return item !== undefined && PICTURE_TYPES.includes(item.type);
}

export function rolesOf(view: ByteView, meta: HeifMeta): Roles {
  const auxiliary = auxiliaryTypes(view, meta);
  const own = ownRoles(meta, auxiliary);
  const sources = sourcesOf(meta);
  const needs = needsOf(meta);
  const picture = new Set<number>();
  const isShown = ({ id, isHidden }: Item): boolean => !own.has(id) && !isHidden && !sources.has(id);
  const shown = meta.items.filter((item) => item.id === meta.primary || isShown(item)).map(({ id }) => id);
  for (const id of shown) addWithNeeds(id, needs, picture);
  for (const { type, from, to } of meta.references)
    if (type === 'auxl' && isAlpha(auxiliary.get(from) ?? '') && to.some((id) => picture.has(id)))
      addWithNeeds(from, needs, picture);
  return { shown, picture, others: othersOf(meta, own, needs, picture) };
}

/** What items are by themselves; none for what may be a picture of its own. */
function ownRoles(meta: HeifMeta, auxiliary: ReadonlyMap<number, string>): Map<number, Role> {
  const [thumbnails, auxiliaries] = ['thmb', 'auxl'].map(
    (wanted) => new Set(meta.references.filter(({ type }) => type === wanted).map(({ from }) => from)),
  );
  const own = new Map<number, Role>();
  for (const item of meta.items) {
    const { id, type, contentType } = item;
    const isAuxiliary = auxiliaries?.has(id) === true || auxiliary.has(id);
    if (type === 'Exif') own.set(id, { kind: 'exif', name: 'HEIF:EXIF' });
    else if (type === 'mime' && contentType === XMP_TYPE) own.set(id, { kind: 'xmp', name: 'HEIF:XMP' });
    else if (type === 'tmap') own.set(id, GAIN_MAP);
    else if (!isPicture(item)) own.set(id, { kind: 'unknown', name: 'HEIF:Item' });
    else if (thumbnails?.has(id) === true) own.set(id, THUMBNAIL);
    else if (isAuxiliary) own.set(id, auxiliaryRole(auxiliary.get(id) ?? ''));
  }
  // A tone-mapped picture is made from a base, which is a picture like any, and from gain maps.
  for (const { from, to } of meta.references.filter(({ type }) => type === 'dimg'))
    if (own.get(from) === GAIN_MAP) for (const id of to.slice(1)) own.set(id, GAIN_MAP);
  return own;
}

/** What an auxiliary picture or track of this type is, when it is no alpha. */
export function auxiliaryRole(auxiliaryType: string): Role {
  const [, name = 'HEIF:Auxiliary'] = AUXILIARY.find(([pattern]) => pattern.test(auxiliaryType)) ?? [];
  return { kind: 'second-picture', name };
}

/** Items that others are put together from, and that are therefore not shown by themselves. */
function sourcesOf({ items, references }: HeifMeta): Set<number> {
  const toneMapped = new Set(items.filter(({ type }) => type === 'tmap').map(({ id }) => id));
  return new Set(references.flatMap(({ type, from, to }) => (type === 'dimg' && !toneMapped.has(from) ? to : [])));
}

function needsOf({ items, references }: HeifMeta): Needs {
  const coded = new Set(items.filter(({ type }) => CODED_TYPES.includes(type)).map(({ id }) => id));
  const needs = new Map<number, number[]>();
  for (const { type, from, to } of references) {
    if (!NEEDED.includes(type) || coded.has(from)) continue;
    const list = needs.get(from) ?? [];
    needs.set(from, list);
    for (const id of to) list.push(id);
  }
  return needs;
}

/** Gives the ids that were new. */
function addWithNeeds(root: number, needs: Needs, into: Set<number>): number[] {
  const pending = [root];
  const added: number[] = [];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (into.has(id)) continue;
    into.add(id);
    added.push(id);
    for (const needed of needs.get(id) ?? []) if (!into.has(needed)) pending.push(needed);
  }
  return added;
}

/** Parts of a thumbnail, of a depth map and so on are what the whole is. */
function othersOf(
  { items }: HeifMeta,
  own: ReadonlyMap<number, Role>,
  needs: Needs,
  picture: ReadonlySet<number>,
): Map<number, Role> {
  const others = new Map<number, Role>();
  const seen = new Set(picture);
  for (const [id, role] of own)
    for (const part of addWithNeeds(id, needs, seen)) others.set(part, own.get(part) ?? role);
  for (const { id } of items) if (!picture.has(id) && !others.has(id)) others.set(id, HIDDEN_PICTURE);
  return others;
}
