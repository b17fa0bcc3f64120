/** One string (or byte string) that the handler would see, wherever it stands, and what may take its place. */

export interface Leaf {
  /** Ordinal within its walk; the same again after values were replaced, so that it names a place across a hold. */
  readonly index: number;
  readonly kind: 'key' | 'value';
  readonly value: string | Uint8Array;
  readonly path: readonly PathStep[];
}

export interface PathStep {
  readonly name: string;
  /** The ordinal of the key's own leaf; array positions have none. */
  readonly key?: number;
}

export type Replacement = { readonly value: string | Uint8Array } | 'removed';
export type Replacements = ReadonlyMap<number, Replacement>;

export const NO_REPLACEMENTS: Replacements = new Map();
