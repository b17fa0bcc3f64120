/** Finds what XMP properties say about somebody. Source and known properties: `xmp-fields.ts`. */
import type { Collected } from './collected.ts';
import { readXmp } from './read-xmp.ts';
import { xmpField } from './xmp-fields.ts';

/** `name`: the block's own name, for when it does not decode. */
export async function collectXmp(packet: Uint8Array, name: string, found: Collected): Promise<void> {
  const properties = await readXmp(packet);
  if (properties === undefined) {
    found.add('metadata-block', name);
    return;
  }
  for (const { localName, text } of properties) {
    const known = xmpField(localName);
    if (known === undefined) continue;
    if (known.isProse) found.addProse(known.field, text);
    else found.add(known.type, known.field);
  }
}
