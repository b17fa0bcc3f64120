/** What of one request reaches the handler, apart from Express: body, query and files; and their places by name. */
import type { Limits } from '../core/options.ts';
import { bodyLeaves, withBodyLeaves } from './body-items.ts';
import { type Leaf, NO_REPLACEMENTS, type Replacements } from './leaf.ts';
import { queryLeaves, withQueryLeaves } from './query-items.ts';

export type FileSource = { readonly path: string } | { readonly bytes: Uint8Array };

/** What is known of a file's bytes as they came. */
export interface Received {
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface UploadedFile {
  readonly fieldname: string;
  /** The field's name is the developer's own word; otherwise it is looked at too. */
  readonly isDeclared: boolean;
  readonly originalname: string;
  readonly encoding: string;
  readonly mimetype: string;
  readonly size: number;
  readonly source: FileSource;
  readonly received?: Received;
}

export interface Content {
  readonly body: unknown;
  /** Raw, without the question mark. */
  readonly query: string;
  readonly files: readonly UploadedFile[];
}

/** The four places where strings stand; a leaf's index counts within its place. */
export const PLACES = ['body', 'query', 'file-name', 'field-name'] as const;
export type PlaceName = (typeof PLACES)[number];

export interface PlacedLeaf extends Leaf {
  readonly place: PlaceName;
}

export type PlacedReplacements = Readonly<Partial<Record<PlaceName, Replacements>>>;

const EMPTY: Replacements = NO_REPLACEMENTS;

/** Every string of the content. Throws `TOO_MANY_FIELDS`. */
export function leavesOf({ body, query, files }: Content, limits: Pick<Limits, 'fields'>): PlacedLeaf[] {
  return [
    ...placed('body', bodyLeaves(body, limits.fields)),
    ...placed('query', queryLeaves(query, limits.fields)),
    ...files.flatMap((file, index) => fileLeaves(file, index)),
  ];
}

/** The content with other strings in the places; a file's name that is taken out becomes empty. */
export function withLeaves(content: Content, replacements: PlacedReplacements): Content {
  return {
    body: withBodyLeaves(content.body, replacements.body),
    query: withQueryLeaves(content.query, replacements.query),
    files: content.files.map((file, index) => ({
      ...file,
      originalname: renamed(file.originalname, index, replacements['file-name'] ?? EMPTY),
      fieldname: renamed(file.fieldname, index, replacements['field-name'] ?? EMPTY),
    })),
  };
}

function placed(place: PlaceName, leaves: readonly Leaf[]): PlacedLeaf[] {
  return leaves.map((leaf) => ({ ...leaf, place }));
}

function fileLeaves({ originalname, fieldname, isDeclared }: UploadedFile, index: number): PlacedLeaf[] {
  const position = { name: String(index) };
  const name = { index, kind: 'value', value: originalname, path: [position, { name: 'name' }] } as const;
  const field = { index, kind: 'key', value: fieldname, path: [position, { name: 'field' }] } as const;
  const fileName: PlacedLeaf = { ...name, place: 'file-name' };
  return isDeclared ? [fileName] : [fileName, { ...field, place: 'field-name' }];
}

function renamed(name: string, index: number, replacements: Replacements): string {
  const replacement = replacements.get(index);
  if (replacement === undefined) return name;
  return replacement === 'removed' ? '' : String(replacement.value);
}
