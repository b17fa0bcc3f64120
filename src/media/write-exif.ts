/** Writes the EXIF block of a cleaned picture: only the tags that are meant to stay. Source: TIFF 6.0, Exif 3.0 section 4.6. */

export interface KeptTags {
  /** 1 to 8; 1 needs no tag. */
  readonly orientation: number;
  /** The bytes of the tag's value, with its closing zero. */
  readonly copyright?: Uint8Array | undefined;
}

/** Undefined when no tag is needed. */
export function writeExif({ orientation }: KeptTags): Buffer | undefined {
  if (orientation === 1) return undefined;
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
