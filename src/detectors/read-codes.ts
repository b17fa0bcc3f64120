/**
 * Reads machine-readable codes in pictures, for the text detectors: QR, Micro QR and rMQR, Data Matrix, Aztec, PDF417 and MicroPDF417,
 * Code 128, 39 and 93, ITF, Codabar, EAN and UPC. The reader is zxing-cpp; this file decides in which sizes and positions it looks.
 * Known misses: modules under 2 pixels (1.5 in small pictures), bars of 2 pixels that lie on the diagonal, codes bent around bottles, codes
 * under glare or fingers beyond what their error correction repairs; GS1 DataBar, MaxiCode, Han Xin and the codes of postal services.
 */
import { boxAround } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import type { Picture } from '../media/picture.ts';
import { resizePixels } from '../media/resize-pixels.ts';
import { type CodeRead, type CodeReader, MAX_CODES } from './code-reader.ts';
import { withWholeBars } from './read-codes/bar-height.ts';
import {
  type GreyPicture,
  greyOf,
  inverted,
  type Point,
  piecesOf,
  turnedByAnEighth,
} from './read-codes/grey-picture.ts';
import { type RawCode, startZxing, type Zxing } from './read-codes/zxing.ts';

const VERSION = '1';
const OPTION = 'engines.codes';

const MATRIX_CODES = ['QRCode', 'MicroQRCode', 'RMQRCode', 'DataMatrix', 'Aztec'];
/** Read from lines across them, dark on light and level or upright only. */
const BAR_CODES = ['PDF417', 'MicroPDF417', 'Code128', 'Code39', 'Code93', 'ITF', 'Codabar', 'EANUPC'];
const ALL_CODES = [...MATRIX_CODES, ...BAR_CODES];

/** One way of looking at the picture. */
interface Look {
  readonly scale: number;
  readonly formats: readonly string[];
  readonly isThorough?: boolean;
  readonly prepare?: 'inverted' | 'turned';
}

/**
 * Measured on drawn codes (`scripts/accuracy/codes.mjs`): the thorough look alone is slower than all four together, and misses what a second
 * size shows: modules of exactly three pixels, and large ones.
 */
const SMALLER = 2 / 3;
const LOOKS: readonly Look[] = [
  { scale: 1, formats: ALL_CODES },
  { scale: SMALLER, formats: ALL_CODES, isThorough: true },
  { scale: SMALLER, formats: BAR_CODES, prepare: 'inverted' },
  { scale: SMALLER, formats: BAR_CODES, prepare: 'turned' },
];
/** Thumbnails and pictures from chats have small modules, and cost little. */
const SMALL_PIXELS = 400_000;
const LOOK_WHEN_SMALL: Look = { scale: 1.5, formats: ALL_CODES };
/** The smallest code has ten modules. */
const MIN_SIDE = 10;

/** Of the code's longer side, around it: what is covered has no module left at its edge. */
const MARGIN = 0.06;
const MIN_MARGIN = 2;

/** Loads the reader once; it may then be used for any number of pictures. Throws `ConfigError` (`CONFIG_RUNTIME_MISSING`). */
export async function createCodeReader(): Promise<CodeReader> {
  const zxing = await startZxing(OPTION);
  return {
    version: VERSION,
    modelSha256: zxing.wasmSha256,
    runtime: zxing.runtime,
    async read(picture) {
      if (Math.min(picture.width, picture.height) < MIN_SIDE) return [];
      const isSmall = picture.width * picture.height <= SMALL_PIXELS;
      const greys = new Map<number, GreyPicture>();
      const found: CodeRead[] = [];
      for (const look of isSmall ? [...LOOKS, LOOK_WHEN_SMALL] : LOOKS) {
        const grey = greys.get(look.scale) ?? (await greyAt(picture, look.scale));
        greys.set(look.scale, grey);
        const seen = codesIn(grey, look, zxing).map((code) => inFullPixels(code, grey, picture));
        // A look that is full has not seen the rest, also where the many that it saw would be joined to one.
        if (seen.length >= MAX_CODES) return [...found, ...seen].slice(0, MAX_CODES);
        for (const code of seen) join(found, code);
        if (found.length >= MAX_CODES) break;
      }
      return found.slice(0, MAX_CODES);
    },
  };
}

async function greyAt(picture: Picture, scale: number): Promise<GreyPicture> {
  if (scale === 1) return greyOf(picture.data, picture.width, picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  return greyOf(await resizePixels(picture, { width, height }), width, height);
}

/** Corners in pixels of `grey`. */
function codesIn(grey: GreyPicture, { formats, isThorough = false, prepare }: Look, zxing: Zxing): readonly RawCode[] {
  const settings = { formats, isThorough, maxCodes: MAX_CODES };
  if (prepare !== 'turned') {
    const looked = prepare === 'inverted' ? inverted(grey) : grey;
    return zxing.read(looked, settings).map((code) => withWholeHeight(code, looked));
  }
  return piecesOf(grey).flatMap((piece) => {
    const turned = turnedByAnEighth(piece);
    const back = (point: Point): Point => {
      const { x, y } = turned.back(point);
      return { x: x + piece.left, y: y + piece.top };
    };
    return zxing.read(turned, settings).map((code) => {
      const whole = withWholeHeight(code, turned);
      const [a, b, c, d] = whole.corners;
      return { ...whole, corners: [back(a), back(b), back(c), back(d)] };
    });
  });
}

function withWholeHeight(code: RawCode, grey: GreyPicture): RawCode {
  return code.isBarCode ? { ...code, corners: withWholeBars(code.corners, grey) } : code;
}

function inFullPixels(code: RawCode, grey: GreyPicture, picture: Picture): CodeRead {
  const [across, down] = [picture.fullWidth / grey.width, picture.fullHeight / grey.height];
  const corners = code.corners.map(({ x, y }): Point => ({ x: x * across, y: y * down }));
  const box = boxOfCorners(corners, Math.max(across, down), picture);
  return { format: nameOf(code.format), text: code.text, box, frame: picture.frame };
}

/** Whole pixels inside the picture. */
function boxOfCorners(corners: readonly Point[], pixel: number, { fullWidth, fullHeight }: Picture): Box {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const longest = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const margin = Math.max(MIN_MARGIN * pixel, longest * MARGIN);
  const x = between(0, Math.floor(Math.min(...xs) - margin), fullWidth - 1);
  const y = between(0, Math.floor(Math.min(...ys) - margin), fullHeight - 1);
  const right = between(x + 1, Math.ceil(Math.max(...xs) + margin), fullWidth);
  const bottom = between(y + 1, Math.ceil(Math.max(...ys) + margin), fullHeight);
  return { x, y, width: right - x, height: bottom - y };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** One code seen in several looks is one, in the box around all of them: no look has to see its corners as well as another. */
function join(found: CodeRead[], code: CodeRead): void {
  const index = found.findIndex(
    (one) => one.text === code.text && one.format === code.format && touch(one.box, code.box),
  );
  const before = found[index];
  if (before === undefined) found.push(code);
  else found[index] = { ...before, box: boxAround(before.box, code.box) };
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** `QRCode` as `qr-code`, `EAN13` as `ean-13`, `PDF417` as `pdf417`. */
function nameOf(format: string): string {
  return format
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/(QR)(Code)/, '$1-$2')
    .replace(/^(EAN|UPC|Code)-?([A-Z\d]+)$/, '$1-$2')
    .toLowerCase();
}
