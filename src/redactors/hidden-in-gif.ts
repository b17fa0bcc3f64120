/**
 * Looks for what no viewer shows in the coded pictures of a GIF: bytes behind their end, colours that no pixel has, pictures beside
 * the screen. Misses: pictures that the next one covers before anybody sees them.
 */
import type { ImageFile } from '../media/image-file.ts';
import { commonTable, type GifPicture, gifPictures } from '../media/walkers/gif-pictures.ts';
import type { Edit } from './edits.ts';
import type { Hidden } from './hidden.ts';

/** The number of the colour behind all pictures. */
const BACKGROUND_AT = 11;

/** Only what lies beside the screen needs the pictures encoded again. Rejects with `MalformedImageError`. */
export async function hiddenInGif({ view }: ImageFile): Promise<Hidden> {
  const common = commonTable(view);
  const tables = new Map<number, { length: number; used: Uint8Array }>([
    [common.offset, { length: common.length, used: new Uint8Array(256) }],
  ]);
  const edits: Edit[] = [];
  for (const { isWhole, surplus, table, used } of gifPictures(view)) {
    if (!isWhole) return { isFound: true, edits: [] };
    edits.push(...surplus.map(editOf));
    const known = tables.get(table.offset);
    if (known === undefined) tables.set(table.offset, { length: table.length, used });
    else for (let entry = 0; entry < used.length; entry++) if (used[entry] === 1) known.used[entry] = 1;
  }
  tables.get(common.offset)?.used.fill(1, view.u8(BACKGROUND_AT), view.u8(BACKGROUND_AT) + 1);
  for (const [offset, { length, used }] of tables) {
    const colours = Buffer.from(view.slice(offset, length));
    for (let entry = 0; entry < length / 3; entry++) if (used[entry] !== 1) colours.fill(0, entry * 3, entry * 3 + 3);
    if (!colours.equals(view.slice(offset, length))) edits.push({ offset, length, by: colours });
  }
  return { isFound: false, edits };
}

/** What stands behind the end in the same sub-block has its length in front. */
function editOf({ offset, length, isBlock }: GifPicture['surplus'][number]): Edit {
  return isBlock ? { offset, length } : { offset, length, by: 'zeros' };
}
