/** A picture that a file holds beside the one it shows. It goes when the file is stripped, as the block that it lies in does. */
export type HiddenPicture = {
  /** The name of the block that it lies in. */
  readonly field: string;
  readonly source: 'thumbnail' | 'second-picture';
} & HiddenBytes;

/** Its coded bytes, RGB samples, or a page of the file itself or one that hangs below it. */
type HiddenBytes =
  | { readonly coded: Uint8Array }
  | { readonly rgb: Uint8Array; readonly width: number; readonly height: number }
  /** `subdirectory`: which entry of the page's list, from 0. */
  | { readonly page: number; readonly subdirectory?: number };
