/** Where the files of PP-OCRv4 lie; model card in `models/pp-ocrv4.md`. */
import { fileURLToPath } from 'node:url';

interface OcrModelPaths {
  /** Finds where text stands. */
  readonly detection: string;
  /** Reads one line. */
  readonly recognition: string;
  /** The characters that it knows, one on each line. */
  readonly dictionary: string;
}

/** What errors name: there is no option of its own for these files. */
export const OCR_OPTION = 'engines.ocr';

export const OCR_MODELS: OcrModelPaths = {
  detection: fileOf('pp-ocrv4-detection.onnx'),
  recognition: fileOf('pp-ocrv4-recognition.onnx'),
  dictionary: fileOf('pp-ocrv4-characters.txt'),
};

function fileOf(name: string): string {
  return fileURLToPath(new URL(`../../../models/${name}`, import.meta.url));
}
