/**
 * Cleans a TIFF of 500 MB by its path and prints the time and the peak of resident memory, each measured in a process of its own.
 * Reads `dist/`: build first. Not a test: it writes 1 GB to the temporary folder, and removes it.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MIB = 2 ** 20;
const WIDTH = 20_000;
const HEIGHT = 8_738;
const ROWS_PER_STRIP = 16;
const SAMPLES = 3;
const STRIPS_AT = 1024 * 1024;

/** Each writes a file to the path it is given. */
const FILES = { 'tiff, uncompressed, 500 MB': writeTiff };

const [name, path, out] = process.argv.slice(2);
if (name === undefined) measureAll();
else await clean(path, out);

function measureAll() {
  const folder = mkdtempSync(join(tmpdir(), 'bystander-large-'));
  try {
    for (const [file, write] of Object.entries(FILES)) {
      const [given, cleaned] = [join(folder, 'given'), join(folder, 'cleaned')];
      write(given);
      const self = fileURLToPath(import.meta.url);
      const measured = execFileSync(process.execPath, [self, file, given, cleaned], { encoding: 'utf8' });
      console.log(`${file}: ${measured.trim()}`);
      rmSync(given);
      rmSync(cleaned);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function clean(given, cleaned) {
  const { openImageFile } = await import('../dist/media/image-file.js');
  const { readImageHeader } = await import('../dist/media/image-header.js');
  const { detectMetadata } = await import('../dist/detectors/metadata.js');
  const { stripMetadata } = await import('../dist/redactors/strip-metadata.js');
  const before = process.resourceUsage().maxRSS / 1024;
  const start = performance.now();
  const file = await openImageFile(given);
  const header = await readImageHeader(file, { pixels: WIDTH * HEIGHT, frames: 50 });
  const { detections } = await detectMetadata(file.view, header.mediaType);
  const options = { mode: 'lossless', keep: ['icc'], orientation: 'tag' };
  const { method } = await stripMetadata(file, header, options, cleaned);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${detections.length} findings, ${method}, ${seconds} s, peak ${Math.round(peak)} MiB (${Math.round(before)} before)`,
  );
}

/** Little endian; one directory, the artist, 547 strips, and bytes behind them. The strips are a hole in the file. */
function writeTiff(path) {
  const rowBytes = WIDTH * SAMPLES;
  const strips = Math.ceil(HEIGHT / ROWS_PER_STRIP);
  const offsets = Buffer.alloc(strips * 4);
  const lengths = Buffer.alloc(strips * 4);
  for (let strip = 0; strip < strips; strip++) {
    const rows = Math.min(ROWS_PER_STRIP, HEIGHT - strip * ROWS_PER_STRIP);
    offsets.writeUInt32LE(STRIPS_AT + strip * ROWS_PER_STRIP * rowBytes, strip * 4);
    lengths.writeUInt32LE(rows * rowBytes, strip * 4);
  }
  const [artistAt, bitsAt, offsetsAt] = [512, 768, 1024];
  const lengthsAt = offsetsAt + offsets.length;
  const head = Buffer.alloc(lengthsAt + lengths.length);
  head.write('II*\0\x08\0\0\0', 'latin1');
  const entries = [
    [0x0100, 4, 1, WIDTH],
    [0x0101, 4, 1, HEIGHT],
    [0x0102, 3, SAMPLES, bitsAt],
    [0x0103, 3, 1, 1],
    [0x0106, 3, 1, 2],
    [0x0111, 4, strips, offsetsAt],
    [0x0115, 3, 1, SAMPLES],
    [0x0116, 4, 1, ROWS_PER_STRIP],
    [0x0117, 4, strips, lengthsAt],
    [0x013b, 2, 12, artistAt],
  ];
  head.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  head.write('Anna Canary\0', artistAt, 'latin1');
  for (let sample = 0; sample < SAMPLES; sample++) head.writeUInt16LE(8, bitsAt + sample * 2);
  offsets.copy(head, offsetsAt);
  lengths.copy(head, lengthsAt);
  const descriptor = openSync(path, 'wx', 0o600);
  writeSync(descriptor, head, 0, head.length, 0);
  const end = STRIPS_AT + HEIGHT * rowBytes;
  ftruncateSync(descriptor, end);
  writeSync(descriptor, Buffer.alloc(MIB, 'hidden'), 0, MIB, end);
  closeSync(descriptor);
}
