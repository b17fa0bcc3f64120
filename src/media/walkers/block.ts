/** What a container walker yields: the places of a file that are not its pixels. */

/**
 * `tiff-tags` stands for the directories of a TIFF file itself, which `readTiff` reads; its data is empty. `text` is prose for people or machines, `second-picture` an index of more pictures in the same file, `unknown` anything that is
 * neither pixels nor understood here.
 */
export type BlockKind =
  | 'exif'
  | 'tiff-tags'
  | 'xmp'
  | 'xmp-extension'
  | 'iptc'
  | 'photoshop'
  | 'icc'
  | 'text'
  | 'capture-time'
  | 'thumbnail'
  | 'second-picture'
  | 'appended'
  | 'unknown';

export interface Block {
  readonly kind: BlockKind;
  /** Its standard name, as `JPEG:COM`; never taken from the file, unless it is one of a known list. */
  readonly name: string;
  /** All of it in the file, its own header included; bytes. */
  readonly offset: number;
  readonly length: number;
  /** The payload without the header, inflated where the container deflates it; cut at `MAX_PAYLOAD_BYTES`. */
  readonly data: Uint8Array;
}
