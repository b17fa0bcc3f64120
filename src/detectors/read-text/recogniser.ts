/**
 * The network that reads one line: PP-OCRv4 mobile recognition. It takes lines 48 pixels high and answers, for each 8 pixels of width, how
 * likely each character of its dictionary is (Latin, digits, Chinese), or none ("blank", the first): connectionist temporal classification.
 * Source: https://github.com/PaddlePaddle/PaddleOCR (`configs/rec/PP-OCRv4`, `ppocr/postprocess/rec_postprocess.py`).
 */
import { readFile } from 'node:fs/promises';
import { ConfigError } from '../../errors.ts';
import { type FloatTensor, type OnnxRuntime, type OnnxSession, openSession } from '../onnx-session.ts';
import type { LineCrop } from './crop-line.ts';
import { OCR_OPTION } from './models.ts';
import { splitCrop } from './split-crop.ts';

/** Pixels. */
export const LINE_HEIGHT = 48;

export interface ReadCharacter {
  readonly text: string;
  /** Where it is surest, 0..1 of the crop's width. */
  readonly at: number;
  /** 0..1. */
  readonly confidence: number;
}

export interface Recogniser {
  readonly session: OnnxSession;
  /** One line after the other: batches are not faster on one thread, and shorter lines in them are padded. */
  read(crop: LineCrop): Promise<ReadCharacter[]>;
}

/** Throws `ConfigError`: `CONFIG_MODEL_MISSING`, `CONFIG_RUNTIME_MISSING`. */
export async function openRecogniser(
  { recognition, dictionary }: { readonly recognition: string; readonly dictionary: string },
  runtime: OnnxRuntime | undefined,
): Promise<Recogniser> {
  const session = await openSession({ model: recognition, option: OCR_OPTION, runtime });
  const characters = await readDictionary(dictionary);
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    session,
    async read(crop) {
      const read: ReadCharacter[] = [];
      for (const piece of splitCrop(crop)) {
        const result = (await session.run({ [input]: recognitionInput(piece) }))[output];
        if (result?.dims[2] !== characters.length) throw new Error('the line model gave no characters');
        for (const character of decodeSteps(result.data, result.dims[1] ?? 0, characters))
          read.push({ ...character, at: (piece.from + character.at * piece.width) / crop.width });
      }
      return read;
    },
  };
}

/** None first, the space last, as the network was trained. */
async function readDictionary(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ConfigError([{ path: OCR_OPTION, expected: 'a readable dictionary file' }], 'CONFIG_MODEL_MISSING');
  });
  return ['', ...text.replace(/\n$/, '').split('\n').map(halfWidth), ' '];
}

/** The full-width forms U+FF01 to U+FF5E are written beside Chinese; in an address they are the same characters. */
function halfWidth(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
}

function recognitionInput({ data: rgb, width, height }: LineCrop): FloatTensor {
  const plane = width * height;
  const data = new Float32Array(plane * 3);
  for (let pixel = 0, at = 0; pixel < plane; pixel++, at += 3) {
    data[pixel] = (rgb[at + 2] ?? 0) / 127.5 - 1;
    data[plane + pixel] = (rgb[at + 1] ?? 0) / 127.5 - 1;
    data[2 * plane + pixel] = (rgb[at] ?? 0) / 127.5 - 1;
  }
  return { data, dims: [1, 3, height, width] };
}

/** The likeliest of each step; the same again is one character as long as no blank lies between. */
function decodeSteps(likelihoods: Float32Array, steps: number, characters: readonly string[]): ReadCharacter[] {
  const read: ReadCharacter[] = [];
  let last = 0;
  let peak = 0;
  for (let step = 0; step < steps; step++) {
    const row = likelihoods.subarray(step * characters.length, (step + 1) * characters.length);
    const best = likeliest(row);
    const confidence = row[best] ?? 0;
    const isSame = best === last;
    last = best;
    if (best === 0 || (isSame && confidence <= peak)) continue;
    if (isSame) read.pop();
    peak = confidence;
    read.push({ text: characters[best] ?? '', at: (step + 0.5) / steps, confidence });
  }
  return read;
}

function likeliest(row: Float32Array): number {
  let best = 0;
  for (let n = 1; n < row.length; n++) if ((row[n] ?? 0) > (row[best] ?? 0)) best = n;
  return best;
}
