/** Finds what IPTC records say about somebody. Source and known datasets: `iptc-fields.ts`. */
import { decodeLoosely } from '../../media/decode-text.ts';
import { readIptc } from '../../media/read-iptc.ts';
import { MalformedImageError } from '../../media/walkers/byte-view.ts';
import type { Collected } from './collected.ts';
import { iptcField } from './iptc-fields.ts';

/** `name`: the block's own name, for when it does not decode. */
export function collectIptc(block: Uint8Array, name: string, found: Collected): void {
  try {
    for (const { record, dataset, data } of readIptc(block)) {
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
