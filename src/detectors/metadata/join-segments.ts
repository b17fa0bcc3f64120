/** Joins EXIF and Photoshop data that a JPEG spreads over neighbouring segments, of 64 KB at most. No standard says so; ExifTool reads it. */
import type { Block } from '../../media/walkers/block.ts';
import { MAX_PAYLOAD_BYTES } from '../../media/walkers/byte-view.ts';

const TIFF_HEADERS: readonly string[] = ['II*\0', 'MM\0*'];

/** The blocks, with each run that belongs together as one; what only seems to go on an EXIF block is there once more as `unknown`. */
export function joinSegments(blocks: readonly Block[]): Block[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before !== undefined && continues(before, block)) run?.push(block);
    else runs.push([block]);
  }
  return runs.flatMap(join);
}

/** EXIF begins with a TIFF header, and what goes on does not; Photoshop's resources just go on. */
function continues(before: Block, { kind, name, offset, data }: Block): boolean {
  if (kind !== before.kind || name !== before.name || offset !== before.offset + before.length) return false;
  const head = Buffer.from(data.subarray(0, 4)).toString('latin1');
  return name === 'JPEG:Photoshop' || (name === 'JPEG:EXIF' && !TIFF_HEADERS.includes(head));
}

function join(run: readonly Block[]): Block[] {
  const [first, ...others] = run;
  if (first === undefined || others.length === 0) return [...run];
  const data = Buffer.concat(run.map((block) => block.data)).subarray(0, MAX_PAYLOAD_BYTES);
  const whole = { ...first, length: run.reduce((sum, { length }) => sum + length, 0), data };
  return first.kind === 'exif' ? [whole, { ...first, kind: 'unknown' }] : [whole];
}
