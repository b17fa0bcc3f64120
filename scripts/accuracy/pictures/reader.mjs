// The product's reader of text by itself, in this process, on the pixels that a scan would give it.
import sharp from 'sharp';
import { cpuMs } from '../../../bench/measure.mjs';
import { createTextReader } from '../../../dist/detectors/read-text.js';

const MAX_SIDE = 1920;

/** `{ read(bytes), close() }`; `read` answers the lines and the CPU that reading took, decoding aside. */
export async function openReader(languages) {
  const reader = await createTextReader({ languages });
  const opened = {
    async read(bytes) {
      const picture = await decoded(bytes);
      const before = cpuMs();
      const read = await reader.read(picture);
      return { lines: read.lines ?? read, cpuMs: cpuMs() - before };
    },
    close: () => reader.close(),
  };
  // What is loaded on first use is loaded before any clock runs.
  await opened.read(await blank());
  return opened;
}

function blank() {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#808080' } })
    .png()
    .toBuffer();
}

async function decoded(bytes) {
  const { autoOrient } = await sharp(bytes).metadata();
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#777777' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    data,
    width: info.width,
    height: info.height,
    fullWidth: autoOrient.width,
    fullHeight: autoOrient.height,
    frame: 0,
  };
}
