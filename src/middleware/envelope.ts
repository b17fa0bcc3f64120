/**
 * What a hold keeps to rebuild its request: body, query and files' names, with a token in place of each string that is held as an
 * item. Tokens start with a random word, so that no string of the client's passes for one.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { EMBEDDED_STYLES, type EmbeddedStyle } from './embedded-files.ts';
import type { FileShape } from './upload-options.ts';

/** How the host's own multer had laid the files out. */
const FILE_LAYOUTS = ['by-field', 'list', 'single'] as const;
export type FileLayout = (typeof FILE_LAYOUTS)[number];

export interface Layout {
  readonly as: FileShape;
  readonly files: FileLayout;
}

export interface HeldSlot {
  /** The item that the text is; or else `text` itself, where nothing was found in it. */
  readonly item?: number | undefined;
  readonly text?: string | undefined;
  readonly parts: readonly { readonly style: EmbeddedStyle; readonly item: number }[];
}

interface HeldFile {
  readonly item: number;
  readonly fieldname: string;
  readonly originalname: string;
  readonly encoding: string;
  readonly isDeclared: boolean;
}

export interface Envelope {
  readonly token: string;
  readonly layout: Layout;
  readonly body?: unknown;
  readonly query: string;
  readonly files: readonly HeldFile[];
  readonly slots: readonly HeldSlot[];
}

const itemNumber = z.int().positive();

const schema: z.ZodType<Envelope & { readonly format: 1 }> = z.strictObject({
  format: z.literal(1),
  token: z.string().min(32),
  layout: z.strictObject({ as: z.enum(['buffer', 'path']), files: z.enum(FILE_LAYOUTS) }),
  body: z.unknown().optional(),
  query: z.string(),
  files: z.array(
    z.strictObject({
      item: itemNumber,
      fieldname: z.string(),
      originalname: z.string(),
      encoding: z.string(),
      isDeclared: z.boolean(),
    }),
  ),
  slots: z.array(
    z.strictObject({
      item: itemNumber.optional(),
      text: z.string().optional(),
      parts: z.array(z.strictObject({ style: z.enum(EMBEDDED_STYLES), item: itemNumber })),
    }),
  ),
});

/** As bytes; the room of holds encrypts them. */
export function sealEnvelope(envelope: Envelope): Uint8Array {
  return Buffer.from(JSON.stringify({ format: 1, ...envelope }), 'utf8');
}

/** Throws when the bytes are not an envelope: a hold of another version. */
export function openEnvelope(bytes: Uint8Array): Envelope {
  return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** The beginning of every placeholder in one envelope. */
export function newToken(): string {
  return `held-${randomBytes(16).toString('hex')}:`;
}

/** The number of the slot that the value stands for, if it is a token. */
export function slotOfToken(token: string, value: string | Uint8Array): number | undefined {
  return typeof value === 'string' && value.startsWith(token) ? Number(value.slice(token.length)) : undefined;
}
