/**
 * Walks a JPEG to EOI and behind. Source: ITU-T T.81 annex B, and those of the files beside this one. Misses: bytes
 * hidden behind the last coded unit of a scan, and tables that no scan uses; those are looked for where a file is cleaned.
 */
import type { Block } from './block.ts';
import { type ByteView, payloadOf } from './byte-view.ts';
import { createClassifier, type Named } from './jpeg-kinds.ts';
import { EOI, GARBAGE, type Segment, segmentsOf } from './jpeg-segments.ts';
import { createTableCheck, isDecoding } from './jpeg-tables.ts';
import { walkTrailer } from './jpeg-trailer.ts';

/** Yields every segment that decoding does not need, and what stands behind EOI. Throws `MalformedImageError`. */
export function* walkJpeg(view: ByteView): Generator<Block> {
  const classify = createClassifier();
  const checkTable = createTableCheck(view);
  for (const segment of segmentsOf(view, 0)) {
    const { marker, payloadAt, end } = segment;
    if (marker === EOI) {
      yield* walkTrailer(view, end);
    } else if (isDecoding(marker)) {
      checkTable(segment);
    } else {
      const named = classify(marker, view.slice(payloadAt, marker === GARBAGE ? 0 : end - payloadAt));
      if (named !== undefined) yield block(view, segment, named);
    }
  }
}

function block(view: ByteView, { offset, payloadAt, end }: Segment, { kind, name, headBytes = 0 }: Named): Block {
  const dataAt = payloadAt + headBytes;
  return { kind, name, offset, length: end - offset, data: payloadOf(view, dataAt, end - dataAt) };
}
