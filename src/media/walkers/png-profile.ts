/** The colour profile of a PNG: a name, and a deflated ICC profile. Source: PNG specification, third edition (W3C), section 11.3.2.3. */
import { deflateSync, inflateSync } from 'node:zlib';
import { isIccProfile } from './icc-profile.ts';
import { pngChunk } from './png-chunks.ts';

const MAX_NAME_BYTES = 79;
/** What the chunk of a cleaned file is called. */
const NEUTRAL_NAME = 'icc';

interface PngProfile {
  readonly name: Buffer;
  /** Inflated. */
  readonly data: Buffer;
  /** False when more bytes follow the deflated profile. */
  readonly isNeat: boolean;
}

/** Undefined when decoders drop it, and when it inflates to more than `room` bytes. */
export function readIccp(chunk: Buffer, room: number): PngProfile | undefined {
  const nameEnd = chunk.indexOf(0);
  const isDeflated = chunk[nameEnd + 1] === 0;
  if (nameEnd < 1 || nameEnd > MAX_NAME_BYTES || !isDeflated) return undefined;
  const deflated = chunk.subarray(nameEnd + 2);
  const inflated = inflate(deflated, room);
  if (inflated === undefined || !isIccProfile(inflated)) return undefined;
  const isNeat = inflate(deflated.subarray(0, -1), room) === undefined;
  return { name: chunk.subarray(0, nameEnd), data: inflated, isNeat };
}

/** The chunk with the profile and a name that says nothing. */
export function writeIccp(profile: Uint8Array): Buffer {
  return pngChunk('iCCP', Buffer.concat([Buffer.from(`${NEUTRAL_NAME}\0\0`, 'latin1'), deflateSync(profile)]));
}

function inflate(data: Buffer, room: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: room });
  } catch {
    // Broken or larger than the budget: decoders drop it too.
    return undefined;
  }
}
