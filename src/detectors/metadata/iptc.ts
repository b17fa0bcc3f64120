/** Finds what IPTC records say about somebody. Source: IPTC IIM 4.2 (https://iptc.org/std/IIM/4.2/). */
import { byteView, MalformedImageError } from '../../media/walkers/byte-view.ts';
import { type Collected, decodeLoosely } from './collected.ts';
import { iptcField } from './iptc-fields.ts';

/** Datasets of one block; Keywords repeat. */
const MAX_DATASETS = 5000;
const TAG_MARKER = 0x1c;
const HEADER_BYTES = 5;
/** Above this the size field holds how many bytes the size itself takes. */
const EXTENDED = 0x8000;

interface Dataset {
  readonly record: number;
  readonly dataset: number;
  readonly data: Buffer;
}

/** `name`: the block's own name, for when it does not decode. */
export function collectIptc(block: Uint8Array, name: string, found: Collected): void {
  try {
    for (const { record, dataset, data } of datasetsOf(block)) {
      const known = iptcField(record, dataset);
      if (known === undefined || data.length === 0) continue;
      if (known.isProse) found.addProse(known.field, decodeLoosely(data));
      else found.add(known.type, known.field);
    }
  } catch (error) {
    if (!(error instanceof MalformedImageError)) throw error;
    found.add('metadata-block', name);
  }
}

function* datasetsOf(block: Uint8Array): Generator<Dataset> {
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
