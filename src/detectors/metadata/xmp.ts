/** Finds what XMP properties say about somebody. Source and known properties: `xmp-fields.ts`. */
import type { Collected } from './collected.ts';
import { readXmp } from './read-xmp.ts';
import { xmpField } from './xmp-fields.ts';

/** `name`: the block's own name, for when it does not decode. */
export async function collectXmp(packet: Uint8Array, name: string, found: Collected): Promise<void> {
  const decoded = await readXmp(packet);
  if (decoded === undefined) {
    found.add('metadata-block', name);
    return;
  }
  for (const localName of decoded.names) {
    const known = xmpField(localName);
    if (known === undefined) continue;
    const text = known.isProse ? decoded.texts?.get(localName) : undefined;
    if (text !== undefined) found.addProse(known.field, text);
    else for (const type of known.types) found.add(type, known.field);
  }
  // Its properties are known, but not all that they say.
  if (decoded.texts === undefined) found.add('metadata-block', name);
}
