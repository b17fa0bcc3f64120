// For comparison: the same pictures through tesseract.js as it comes, each line searched for itself.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import Tesseract from 'tesseract.js';
import { searchLine } from './search-true-text.mjs';

const LANGUAGE = 'eng';
const data = createRequire(import.meta.url).resolve(
  `@tesseract.js-data/${LANGUAGE}/4.0.0_best_int/${LANGUAGE}.traineddata.gz`,
);

/** `{ findings(bytes), close() }`; a finding is `{ type, box }`, its box that of the words it touches. */
export async function startTesseractAlone() {
  const worker = await Tesseract.createWorker(LANGUAGE, Tesseract.OEM.LSTM_ONLY, {
    langPath: dirname(data),
    cacheMethod: 'none',
    gzip: true,
  });
  await worker.setParameters({ debug_file: '/dev/null' });
  return {
    async findings(bytes) {
      const { data: page } = await worker.recognize(Buffer.from(bytes), {}, { text: true, blocks: true });
      const lines = (page.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.flatMap(findingsIn);
    },
    close: () => worker.terminate(),
  };
}

function findingsIn({ words }) {
  const text = words.map((word) => word.text).join(' ');
  const starts = words.map((_, n) => words.slice(0, n).reduce((sum, word) => sum + word.text.length + 1, 0));
  return searchLine(text).map(({ type, start, end }) => {
    const touched = words.filter((word, n) => starts[n] < end && start < starts[n] + word.text.length);
    const [x, y] = ['x0', 'y0'].map((side) => Math.min(...touched.map(({ bbox }) => bbox[side])));
    const [right, bottom] = ['x1', 'y1'].map((side) => Math.max(...touched.map(({ bbox }) => bbox[side])));
    return { type, box: { x, y, width: right - x, height: bottom - y } };
  });
}
