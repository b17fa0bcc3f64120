/** Tells a colour profile from other bytes in its place. Source: ICC.1:2022 section 7.2. Misses: texts inside a profile's own tags. */

const HEADER_BYTES = 128;
const MARK_AT = 36;

/** Decoders heed only what says its own length and bears the profile's mark. */
export function isIccProfile(data: Buffer): boolean {
  return (
    data.length > HEADER_BYTES &&
    data.readUInt32BE(0) === data.length &&
    data.toString('latin1', MARK_AT, MARK_AT + 4) === 'acsp'
  );
}
