/**
 * HEVC pictures: libheif and libde265 as WebAssembly, from the file of the installed package, in memory of its own. The only file that
 * imports `libheif-js`. sharp's prebuilt libraries read such a file's header, and decode none of its pictures.
 */
import libheif, {
  type heif_chroma,
  type heif_colorspace,
  type heif_image,
  type heif_image_handle,
  type MainModule,
} from 'libheif-js/libheif-wasm/libheif.js';
import { hasEmptyCode, type Plane, seemsEmpty } from './undecoded-area.ts';
import { MalformedImageError } from './walkers/byte-view.ts';

/** Of samples of 8 bits, row by row without padding; three or four channels, RGB and alpha. */
export interface SampleForm {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/** The package's types are those of an ES module; its file is CommonJS and exports the function itself. */
const createLibheif = libheif as unknown as typeof libheif.default;

/** What the package's types leave open. */
interface DecodedImage {
  readonly image: heif_image;
  readonly channels: readonly Plane[];
}

/**
 * Decodes one of the pictures that a file shows; they are counted from 0, as sharp counts pages. Gives what `headOf` returns and, right
 * behind it, the upright samples; no profile is applied. What it takes is bounded by the process that it runs in. Throws what `headOf`
 * throws, and `MalformedImageError`.
 */
export async function decodeHeif(
  bytes: Uint8Array,
  number: number,
  headOf: (form: SampleForm) => Uint8Array,
): Promise<Uint8Array> {
  const { rows, mayBeEmpty } = await withHandle(bytes, number, (heif, handle) => decodeItem(heif, handle, headOf));
  // In memory that was not used before: there what is not decoded is 0.
  if (mayBeEmpty) await withHandle(bytes, number, refuseEmpty);
  return rows;
}

async function withHandle<Value>(
  bytes: Uint8Array,
  number: number,
  use: (heif: MainModule, handle: heif_image_handle) => Promise<Value>,
): Promise<Value> {
  const heif = await load();
  const context = heif.heif_context_alloc();
  try {
    const { code } = heif.heif_context_read_from_memory(context, bytes);
    if (code !== heif.heif_error_code.heif_error_Ok) throw new MalformedImageError('HEIF: structure');
    const ids: readonly number[] = checked(heif.heif_context_get_list_of_top_level_image_IDs(context));
    const id = ids[number];
    if (id === undefined) throw new MalformedImageError('HEIF: no such picture');
    const handle: heif_image_handle = checked(heif.heif_context_get_image_handle(context, id));
    try {
      return await use(heif, handle);
    } finally {
      heif.heif_image_handle_release(handle);
    }
  } finally {
    heif.heif_context_free(context);
  }
}

/** A new one for each file, as its memory grows with the picture and never shrinks. What it prints may quote a file. */
function load(): Promise<MainModule> {
  const ignore = (): void => undefined;
  return Promise.resolve(createLibheif({ print: ignore, printErr: ignore }));
}

function decodeItem(
  heif: MainModule,
  handle: heif_image_handle,
  headOf: (form: SampleForm) => Uint8Array,
): Promise<{ readonly rows: Uint8Array; readonly mayBeEmpty: boolean }> {
  const channels = heif.heif_image_handle_has_alpha_channel(handle) === 0 ? 3 : 4;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = heif.heif_chroma;
  const { heif_colorspace_RGB: space } = heif.heif_colorspace;
  return withDecoded(heif, handle, { space, chroma: channels === 3 ? rgb : rgba }, ([plane]) => {
    if (plane === undefined) throw new MalformedImageError('HEIF: no samples');
    const { width, height } = plane;
    const head = headOf({ width, height, channels });
    return { rows: withRows(head, plane, width * channels), mayBeEmpty: seemsEmpty(plane, channels) };
  });
}

/** As coded, before it became RGB: only that tells what was not decoded from what is green. */
async function refuseEmpty(heif: MainModule, handle: heif_image_handle): Promise<void> {
  const { heif_colorspace_undefined: space } = heif.heif_colorspace;
  const { heif_chroma_undefined: chroma } = heif.heif_chroma;
  const isEmpty = await withDecoded(heif, handle, { space, chroma }, hasEmptyCode);
  if (isEmpty) throw new MalformedImageError('HEIF: a part without samples');
}

/** What `use` gives of the planes, which are gone behind it. */
async function withDecoded<Value>(
  heif: MainModule,
  handle: heif_image_handle,
  { space, chroma }: { readonly space: heif_colorspace; readonly chroma: heif_chroma },
  use: (planes: readonly Plane[]) => Value,
): Promise<Value> {
  const decoded: DecodedImage = checked(await heif.heif_js_decode_image2(handle, space, chroma));
  try {
    refuseWarned(heif, decoded.image);
    return use(decoded.channels);
  } finally {
    heif.heif_image_release(decoded.image);
  }
}

/** The library only warns of a tile that does not decode, and leaves its place empty. The number of warnings is asked for by a pointer. */
function refuseWarned(heif: MainModule, image: heif_image): void {
  const { $$: { ptr } = {} } = image as heif_image & { readonly $$?: { readonly ptr?: number } };
  if (ptr === undefined || heif._heif_image_get_decoding_warnings(ptr, 0, 0, 0) !== 0)
    throw new MalformedImageError('HEIF: a part of the picture');
}

/** Out of the library's memory, in one copy. */
function withRows(head: Uint8Array, { data, height, stride }: Plane, rowBytes: number): Uint8Array {
  const bytes = new Uint8Array(head.length + rowBytes * height);
  bytes.set(head);
  for (let y = 0; y < height; y++)
    bytes.set(data.subarray(y * stride, y * stride + rowBytes), head.length + y * rowBytes);
  return bytes;
}

/** The library returns its errors, with a code and a message that may quote the file. */
function checked<Value>(result: Value | { readonly code: unknown } | undefined): Value {
  if (typeof result !== 'object' || result === null || 'code' in result) throw new MalformedImageError('HEIF: picture');
  return result as Value;
}
