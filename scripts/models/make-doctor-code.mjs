// Makes models/doctor-code.png, on which `bystander doctor` proves that codes are read: a QR code with an address that belongs to nobody. Run once;
// the result is committed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const MODULE = 4;
const QUIET = 4 * MODULE;

// Without its own file the writer fetches one.
const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });

const { symbol } = await writeBarcode('mailto:anna.berger@example.org', { format: 'QRCode' });
const { width, height } = symbol;
await sharp(symbol.data, { raw: { width, height, channels: 1 } })
  .resize(width * MODULE, height * MODULE, { kernel: 'nearest' })
  .extend({ top: QUIET, bottom: QUIET, left: QUIET, right: QUIET, background: 'white' })
  .toColourspace('b-w')
  .png({ palette: true, colours: 2 })
  .toFile('models/doctor-code.png');
