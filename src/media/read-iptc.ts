/** Reads the datasets of an IPTC block. Source: IPTC IIM 4.2 section 1.6 (https://iptc.org/std/IIM/4.2/). */
import { byteView, MalformedImageError } from './walkers/byte-view.ts';

export interface Dataset {
  readonly record: number;
  readonly dataset: number;
  readonly data: Buffer;
}

/** Datasets of one block; Keywords repeat. */
const MAX_DATASETS = 5000;
const TAG_MARKER = 0x1c;
const HEADER_BYTES = 5;
/** Above this the size field holds how many bytes the size itself takes. */
const EXTENDED = 0x8000;

/** In the order of the block. Throws `MalformedImageError`. */
export function* readIptc(block: Uint8Array): Generator<Dataset> {
  const view = byteView(block);
  let at = 0;
  for (let datasets = 0; at + HEADER_BYTES <= view.size; datasets++) {
    if (datasets > MAX_DATASETS) throw new MalformedImageError('IPTC: too many datasets');
    // Padding ends the records.
    if (view.u8(at) === 0) return;
    if (view.u8(at) !== TAG_MARKER) throw new MalformedImageError('IPTC');
    const short = view.u16(at + 3);
    const sizeBytes = short < EXTENDED ? 0 : short - EXTENDED;
    if (sizeBytes > 4) throw new MalformedImageError('IPTC size');
    const size = sizeBytes === 0 ? short : view.slice(at + HEADER_BYTES, sizeBytes).readUIntBE(0, sizeBytes);
    const dataAt = at + HEADER_BYTES + sizeBytes;
    yield { record: view.u8(at + 1), dataset: view.u8(at + 2), data: view.slice(dataAt, size) };
    at = dataAt + size;
  }
}
