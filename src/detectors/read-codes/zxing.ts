/**
 * The code reader zxing-cpp as WebAssembly, from the file of the installed package: nothing is fetched. The only file that imports
 * `zxing-wasm`. It runs in this thread, in memory of its own.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  prepareZXingModule,
  ZXING_WASM_VERSION,
  type ZXingReaderModule,
  type ZXingReaderOptions,
} from 'zxing-wasm/reader';
import { ConfigError } from '../../errors.ts';
import type { GreyPicture } from '../../media/luma.ts';
import type { Corners } from './bar-height.ts';

export interface RawCode {
  /** As zxing-cpp calls it: `QRCode`, `EAN13`. */
  readonly format: string;
  readonly text: string;
  /** Pixels of the picture as given. */
  readonly corners: Corners;
  /** Whether it was read from lines across its bars. */
  readonly isBarCode: boolean;
}

interface ReadSettings {
  readonly formats: readonly string[];
  /** More lines, both readings of a doubtful pixel, and also a third of the size: three times the work. */
  readonly isThorough: boolean;
  readonly maxCodes: number;
}

export interface Zxing {
  /** Package and version, as `zxing-wasm 3.1.4`. */
  readonly runtime: string;
  readonly wasmSha256: string;
  /** Throws when it could not look. */
  read(picture: GreyPicture, settings: ReadSettings): readonly RawCode[];
}

/** Of the module what the package's types leave out. */
interface WasmMemory {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
}
type Module = ZXingReaderModule & WasmMemory;
type Results = ReturnType<Module['readBarcodesFromPixmap']> & { delete(): void };

/** Numbers of zxing-cpp's enumerations. */
const LOCAL_AVERAGE = 0;
const PLAIN_TEXT = 0;
const UNKNOWN_CHARACTER_SET = 0;
const IGNORE_ADD_ON = 0;

/** Throws `ConfigError` (`CONFIG_RUNTIME_MISSING`) where the package or its file is not there. */
export async function startZxing(option: string): Promise<Zxing> {
  const wasmBinary = await readWasm().catch(() => {
    throw runtimeMissing(option);
  });
  const silent = (): void => undefined;
  const module = (await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer, print: silent, printErr: silent },
    fireImmediately: true,
  }).catch(() => {
    throw runtimeMissing(option);
  })) as Module;
  return {
    runtime: `zxing-wasm ${ZXING_WASM_VERSION}`,
    wasmSha256: createHash('sha256').update(wasmBinary).digest('hex'),
    read: (picture, settings) => readWith(module, picture, settings),
  };
}

async function readWasm(): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
}

function runtimeMissing(option: string): ConfigError {
  return new ConfigError(
    [{ path: option, expected: 'zxing-wasm installed, with its wasm file' }],
    'CONFIG_RUNTIME_MISSING',
  );
}

/** The package's own `readBarcodes` copies colours and never lets go of its results. */
function readWith(module: Module, { data, width, height }: GreyPicture, settings: ReadSettings): RawCode[] {
  const pixels = module._malloc(data.length);
  if (pixels === 0) throw new Error('no memory for reading codes');
  try {
    module.HEAPU8.set(data, pixels);
    const results = module.readBarcodesFromPixmap(pixels, width, height, optionsOf(settings)) as Results;
    try {
      return Array.from({ length: results.size() }, (_, index) => {
        const result = results.get(index);
        if (result === undefined) throw new Error('a code without a result');
        const { topLeft, topRight, bottomRight, bottomLeft } = result.position;
        const corners: Corners = [topLeft, topRight, bottomRight, bottomLeft];
        return { format: result.format, text: result.text, corners, isBarCode: result.lineCount > 0 };
      });
    } finally {
      results.delete();
    }
  } finally {
    module._free(pixels);
  }
}

function optionsOf({ formats, isThorough, maxCodes }: ReadSettings): ZXingReaderOptions {
  return {
    formats: formats.join(','),
    tryHarder: isThorough,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: isThorough,
    tryDenoise: false,
    binarizer: LOCAL_AVERAGE,
    isPure: false,
    downscaleFactor: 3,
    downscaleThreshold: 500,
    minLineCount: 2,
    maxNumberOfSymbols: maxCodes,
    validateOptionalChecksum: false,
    returnErrors: false,
    eanAddOnSymbol: IGNORE_ADD_ON,
    textMode: PLAIN_TEXT,
    characterSet: UNKNOWN_CHARACTER_SET,
    tryCode39ExtendedMode: true,
  };
}
