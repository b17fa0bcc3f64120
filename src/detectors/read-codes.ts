/**
 * Reads machine-readable codes in pictures, for the text detectors: QR, Micro QR and rMQR, Data Matrix, Aztec, PDF417 and MicroPDF417,
 * Code 128, 39 and 93, ITF, Codabar, EAN and UPC. The reader is zxing-cpp; this file decides in which sizes and positions it looks.
 * Known misses: modules under 2 pixels (1.5 in small pictures), bars of 2 pixels that lie on the diagonal, codes bent around bottles, codes
 * under glare or fingers beyond what their error correction repairs; GS1 DataBar, MaxiCode, Han Xin and the codes of postal services.
 */
import { boxArea, boxAround, boxOfPoints, type Point, sharedArea, touchedPixels } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import type { GreyPicture } from '../media/luma.ts';
import type { Picture } from '../media/picture.ts';
import { resizeLuma } from '../media/resize-pixels.ts';
import { scaledSize } from '../media/size.ts';
import { type CodeRead, type CodeReader, MAX_CODES } from './code-reader.ts';
import { withWholeBars } from './read-codes/bar-height.ts';
import { busyAreas } from './read-codes/busy-areas.ts';
import { cropped, inverted, turned } from './read-codes/grey-picture.ts';
import { leanOf } from './read-codes/lean-of.ts';
import { piecesToTurn } from './read-codes/pieces-to-turn.ts';
import { type RawCode, startZxing, type Zxing } from './read-codes/zxing.ts';

const VERSION = '2';
const OPTION = 'engines.codes';

const MATRIX_CODES = ['QRCode', 'MicroQRCode', 'RMQRCode', 'DataMatrix', 'Aztec'];
/** Read from lines across them, dark on light and level or upright only. */
const BAR_CODES = ['PDF417', 'MicroPDF417', 'Code128', 'Code39', 'Code93', 'ITF', 'Codabar', 'EANUPC'];
const ALL_CODES = [...MATRIX_CODES, ...BAR_CODES];

/** One way of looking. */
interface Look {
  /** Of the picture's size. */
  readonly scale: number;
  readonly formats: readonly string[];
  readonly isThorough?: boolean;
  readonly isInverted?: boolean;
  /** `straight`: only where something is. `leaning`: only where that leans, and turned so that it lies level. */
  readonly needs?: 'straight' | 'leaning';
  /** Of the size that was made by `scale`. */
  readonly enlarged?: number;
  /** Busy cells of the area, in the size that was searched: in a smaller one the look finds nothing that a plain one does not. */
  readonly minCells?: number;
}

/** Looks at what looks busy in one size of the picture. */
interface Search {
  readonly scale: number;
  readonly looks: readonly Look[];
}

/**
 * Only what looks busy is looked at thoroughly: the first search finds modules of up to 8 pixels, the second larger ones. Measured on drawn
 * codes (`scripts/accuracy/codes.mjs`): the thorough look alone is slower than these together, and misses what a second size shows: modules
 * of exactly three pixels, and large ones.
 */
const SMALLER = 2 / 3;
const SMALLEST = 1 / 3;
/**
 * Most of what looks busy in a photo of people is a window or two, 32 pixels: a glint, an eye, a button. Of 614 codes read in 720 drawn
 * pictures none needs another look than the plain one in so small an area; of 240 others one does (rMQR, modules of 1.5 pixels). Three
 * windows each way are 16 cells, two are 9.
 */
const MIN_CELLS_THOROUGH = 9;
const MIN_CELLS_OF_BARS = 16;
const SEARCHES: readonly Search[] = [
  {
    scale: 1,
    looks: [
      { scale: 1, formats: ALL_CODES },
      { scale: SMALLER, formats: ALL_CODES, isThorough: true, minCells: MIN_CELLS_THOROUGH },
      { scale: SMALLER, formats: BAR_CODES, isInverted: true, needs: 'straight', minCells: MIN_CELLS_OF_BARS },
      { scale: 1, formats: ALL_CODES, needs: 'leaning', minCells: MIN_CELLS_OF_BARS },
    ],
  },
  {
    scale: SMALLEST,
    looks: [
      { scale: SMALLEST, formats: ALL_CODES, isThorough: true },
      { scale: SMALLEST, formats: BAR_CODES, isInverted: true, needs: 'straight', minCells: MIN_CELLS_OF_BARS },
      { scale: SMALLEST, formats: ALL_CODES, needs: 'leaning', minCells: MIN_CELLS_OF_BARS },
    ],
  },
];
/** Degrees; less is read as if it were level. */
const MIN_LEAN = 8;
/** Of the whole picture, whatever looks busy in it. */
const GLANCE: Look = { scale: SMALLER, formats: ALL_CODES };
/** Thumbnails and pictures from chats have small modules; in larger ones areas that are small together cost as little. */
const SMALL_PIXELS = 400_000;
const SMALL_AREAS = 160_000;
const LOOKS_WHEN_SMALL: readonly Look[] = [{ scale: 1, enlarged: 1.5, formats: ALL_CODES, needs: 'straight' }];
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
      const found: CodeRead[] = [];
      for await (const { grey, area, look, turn } of looksAt(picture)) {
        const seen = codesIn(cropped(grey, area), look, turn, zxing).map((code) =>
          inFullPixels(code, { grey, area }, picture),
        );
        // A look that is full has not seen the rest, also where the many that it saw would be joined to one.
        if (seen.length >= MAX_CODES) return [...found, ...seen].slice(0, MAX_CODES);
        for (const code of seen) join(found, code);
        if (found.length >= MAX_CODES) break;
      }
      return found.slice(0, MAX_CODES);
    },
  };
}

/** A look at a part of the picture in one size. */
interface Place {
  /** All of the picture. */
  readonly grey: GreyPicture;
  /** In whole pixels of `grey`. */
  readonly area: Box;
}

async function* looksAt(picture: Picture): AsyncGenerator<Place & { readonly look: Look; readonly turn: number }> {
  const greys = new Map<number, GreyPicture>();
  const at = async (scale: number): Promise<GreyPicture> => {
    const grey = greys.get(scale) ?? (await greyAt(picture, scale));
    greys.set(scale, grey);
    return grey;
  };
  const small = await at(GLANCE.scale);
  yield { grey: small, area: { x: 0, y: 0, width: small.width, height: small.height }, look: GLANCE, turn: 0 };
  for (const { scale, looks } of SEARCHES) {
    const searched = await at(scale);
    const areas = busyAreas(searched);
    const pixels = areas.reduce((sum, area) => sum + boxArea(area), 0);
    const isSmall = pixels <= SMALL_AREAS || picture.width * picture.height <= SMALL_PIXELS;
    for (const area of areas) {
      const wanted = isSmall && scale === 1 ? [...looks, ...LOOKS_WHEN_SMALL] : looks;
      const possible = wanted.filter(({ minCells = 0 }) => area.cells >= minCells);
      const lean = possible.some(({ needs }) => needs !== undefined) ? leanOf(cropped(searched, area)) : undefined;
      for (const look of possible) {
        if (look.needs !== undefined && lean === undefined) continue;
        const grey = await at(look.scale);
        const parts = look.needs === 'leaning' ? leaningParts(area, lean, searched) : [{ part: area, turn: 0 }];
        for (const { part, turn } of parts) yield { grey, area: scaled(part, searched, grey), look, turn };
      }
    }
  }
}

/** What has room to be turned, and how far each has to be. `lean`: of all of the area. */
function leaningParts(
  area: Box,
  lean: number | undefined,
  searched: GreyPicture,
): { readonly part: Box; readonly turn: number }[] {
  return piecesToTurn(area)
    .map((part) => ({ part, turn: -((part === area ? lean : leanOf(cropped(searched, part))) ?? 0) }))
    .filter(({ turn }) => Math.abs(turn) >= MIN_LEAN);
}

async function greyAt(picture: Picture, scale: number): Promise<GreyPicture> {
  const size = scaledSize(picture, scale);
  return { data: await resizeLuma(picture, size), ...size };
}

/** The same part of the same picture in another size. */
function scaled({ x, y, width, height }: Box, from: GreyPicture, to: GreyPicture): Box {
  if (from === to) return { x, y, width, height };
  const [across, down] = [to.width / from.width, to.height / from.height];
  const [left, top] = [Math.floor(x * across), Math.floor(y * down)];
  const right = Math.min(to.width, Math.ceil((x + width) * across));
  const bottom = Math.min(to.height, Math.ceil((y + height) * down));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Corners in pixels of `part`. */
function codesIn(part: GreyPicture, look: Look, turn: number, zxing: Zxing): readonly RawCode[] {
  const { formats, isThorough = false, isInverted = false, enlarged = 1 } = look;
  const settings = { formats, isThorough, maxCodes: MAX_CODES };
  if (Math.min(part.width, part.height) < 2) return [];
  if (turn === 0 && enlarged === 1) {
    const looked = isInverted ? inverted(part) : part;
    return zxing.read(looked, settings).map((code) => withWholeHeight(code, looked));
  }
  const other = turned(part, turn, enlarged);
  return zxing.read(other, settings).map((code) => {
    const whole = withWholeHeight(code, other);
    const [a, b, c, d] = whole.corners;
    return { ...whole, corners: [other.back(a), other.back(b), other.back(c), other.back(d)] };
  });
}

function withWholeHeight(code: RawCode, grey: GreyPicture): RawCode {
  return code.isBarCode ? { ...code, corners: withWholeBars(code.corners, grey) } : code;
}

function inFullPixels(code: RawCode, { grey, area }: Place, picture: Picture): CodeRead {
  const [across, down] = [picture.fullWidth / grey.width, picture.fullHeight / grey.height];
  const corners = code.corners.map(({ x, y }): Point => ({ x: (area.x + x) * across, y: (area.y + y) * down }));
  const box = boxOfCorners(corners, Math.max(across, down), picture);
  return { format: nameOf(code.format), text: code.text, box, frame: picture.frame };
}

/** Whole pixels inside the picture, with the margin. */
function boxOfCorners(corners: readonly Point[], pixel: number, { fullWidth, fullHeight }: Picture): Box {
  const { x, y, width, height } = boxOfPoints(corners);
  const margin = Math.max(MIN_MARGIN * pixel, Math.max(width, height) * MARGIN);
  const widened = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  return touchedPixels(widened, { width: fullWidth, height: fullHeight });
}

/** One code seen in several looks is one, in the box around all of them: no look has to see its corners as well as another. */
function join(found: CodeRead[], code: CodeRead): void {
  const index = found.findIndex(
    (one) => one.text === code.text && one.format === code.format && sharedArea(one.box, code.box) > 0,
  );
  const before = found[index];
  if (before === undefined) found.push(code);
  else found[index] = { ...before, box: boxAround(before.box, code.box) };
}

/** `QRCode` as `qr-code`, `EAN13` as `ean-13`, `PDF417` as `pdf417`. */
function nameOf(format: string): string {
  return format
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/(QR)(Code)/, '$1-$2')
    .replace(/^(EAN|UPC|Code)-?([A-Z\d]+)$/, '$1-$2')
    .toLowerCase();
}
