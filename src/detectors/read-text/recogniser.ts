/**
 * The network that reads one line: PP-OCRv4 mobile recognition. It takes lines 48 pixels high and answers, for each 8 pixels of width, which
 * character of its dictionary (Latin, digits, Chinese) is the likeliest, or none ("blank", the first), and how likely: connectionist temporal
 * classification. The model file is ours (`scripts/models/make-pp-ocrv4.py`).
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

/** The model's outputs, one number each for every step: places in the dictionary, and 0..1. */
const NUMBERS = 'characters';
const LIKELIHOODS = 'likelihoods';

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
  const [input = ''] = session.inputNames;
  return {
    session,
    async read(crop) {
      const read: ReadCharacter[] = [];
      for (const piece of splitCrop(crop)) {
        const result = await session.run({ [input]: recognitionInput(piece) });
        const { [NUMBERS]: numbers, [LIKELIHOODS]: likelihoods } = result;
        if (!numbers || !likelihoods) throw new Error('the line model gave no characters');
        for (const character of decodeSteps(numbers.data, likelihoods.data, characters))
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

/** The same again is one character as long as no blank lies between. */
function decodeSteps(numbers: Float32Array, likelihoods: Float32Array, characters: readonly string[]): ReadCharacter[] {
  const read: ReadCharacter[] = [];
  let last = 0;
  let peak = 0;
  for (const [step, number] of numbers.entries()) {
    const text = characters[number];
    const confidence = likelihoods[step];
    if (text === undefined || confidence === undefined) throw new Error('the line model gave an unknown character');
    const isSame = number === last;
    last = number;
    if (number === 0 || (isSame && confidence <= peak)) continue;
    if (isSame) read.pop();
    peak = confidence;
    read.push({ text, at: (step + 0.5) / numbers.length, confidence });
  }
  return read;
}
