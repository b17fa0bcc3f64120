/**
 * The bytes of a hold: one random data key per hold, wrapped by the host's; one sealed object per item and version. A
 * seal binds `hold|item|version|kind`, so no object opens in another's place.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BystanderError } from '../errors.ts';
import type { HoldsContext } from './context.ts';
import { type HoldDocument, type ObjectRef, objectNames } from './document.ts';
import { inSteps } from './in-steps.ts';
import { KEY_BYTES, open, openInSteps, SEAL_OVERHEAD_BYTES, seal, sealStream } from './seal.ts';
import type { HoldRow } from './store.ts';
import type { NewHoldItem } from './types.ts';

type ObjectKind = 'item' | 'envelope';

export interface NewObject {
  /** The item's number; 0 for the envelope. */
  readonly n: number;
  readonly kind: ObjectKind;
  readonly content: NewHoldItem['content'];
}

export interface WrittenObject {
  readonly ref: ObjectRef;
  /** Of the content, unsealed. */
  readonly bytes: number;
}

export const ENVELOPE = 0;

export function newDataKey({ keys }: HoldsContext, hold: string): { dataKey: Uint8Array; wrappedKey: Uint8Array } {
  const dataKey = randomBytes(KEY_BYTES);
  return { dataKey, wrappedKey: keys.seal('wrapping', hold, dataKey) };
}

/** Throws `GONE` when the key was destroyed. */
export function dataKeyOf({ keys }: HoldsContext, row: HoldRow): Uint8Array {
  if (row.wrappedKey === null) throw new BystanderError('GONE', 'the bytes of the hold were destroyed');
  return keys.open('wrapping', row.id, row.wrappedKey);
}

/** Durable when it resolves, in the order given. */
export async function writeObjects(
  { objects }: HoldsContext,
  hold: string,
  dataKey: Uint8Array,
  version: number,
  contents: readonly NewObject[],
): Promise<readonly WrittenObject[]> {
  const named = contents.map(({ n, kind, content }) => ({
    name: `${n}.${version}.${randomBytes(6).toString('hex')}.${kind}`,
    content: sealStream(dataKey, bindingOf(hold, n, version, kind), chunksOf(content)),
  }));
  const sizes = await objects.put(hold, named);
  return named.map(({ name }, index) => ({
    ref: { name, version },
    bytes: (sizes[index] ?? SEAL_OVERHEAD_BYTES) - SEAL_OVERHEAD_BYTES,
  }));
}

export async function readObject(
  { objects }: HoldsContext,
  hold: string,
  dataKey: Uint8Array,
  { n, kind, ref }: { readonly n: number; readonly kind: ObjectKind; readonly ref: ObjectRef },
): Promise<Uint8Array> {
  return openInSteps(dataKey, bindingOf(hold, n, ref.version, kind), await objects.get(hold, ref.name));
}

/** Removes what an earlier version or an interrupted decision left, of these names or of all. */
export async function removeSuperseded(
  { objects }: HoldsContext,
  hold: string,
  document: HoldDocument,
  among?: readonly string[],
): Promise<void> {
  const wanted = objectNames(document);
  const names = among ?? (await objects.names(hold));
  const superseded = names.filter((name) => !wanted.has(name));
  await objects.remove(hold, superseded);
}

/** The subject, for those who must be told it after a restart. */
export function sealSubject(dataKey: Uint8Array, hold: string, subject: string): string {
  return Buffer.from(seal(dataKey, `${hold}|subject`, Buffer.from(subject))).toString('base64url');
}

export function openSubject(dataKey: Uint8Array, hold: string, sealed: string): string {
  return Buffer.from(open(dataKey, `${hold}|subject`, Buffer.from(sealed, 'base64url'))).toString();
}

function bindingOf(hold: string, n: number, version: number, kind: ObjectKind): string {
  return `${hold}|${n}|${version}|${kind}`;
}

function chunksOf(content: NewHoldItem['content']): AsyncIterable<Uint8Array> {
  return 'bytes' in content ? inSteps(content.bytes) : readChunks(content.path);
}

/** Opens when it is first asked: a stream that failed before anybody listened would end the process. */
async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
