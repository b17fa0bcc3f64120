// Measures how large the numbers inside of PP-OCRv4 are while it reads drawn pictures: the table of make-pp-ocrv4.py.
//
//   python scripts/models/make-pp-ocrv4.py package/assets models --in-float && npm run build
//   node scripts/models/measure-pp-ocrv4.mjs [PICTURES]
//   python scripts/models/make-pp-ocrv4.py package/assets models
import { InferenceSession } from 'onnxruntime-node';
import { generatePicture } from '../accuracy/pictures/generate.mjs';
import { openReader } from '../accuracy/pictures/reader.mjs';

/** Not the seed that accuracy is measured with. */
const SEED = 4711;
/** What the table was made with. */
const PICTURES = 50;
/** The layers' names, among the results. */
const SHOWN = /^p2o\./;

const ranges = new Map();
const create = InferenceSession.create;
InferenceSession.create = async (...model) => {
  const session = await create.apply(InferenceSession, model);
  const run = session.run.bind(session);
  session.run = async (feeds) => {
    const results = await run(feeds);
    for (const [name, { data }] of Object.entries(results)) if (SHOWN.test(name)) widen(name, data);
    return results;
  };
  return session;
};

const reader = await openReader(['eng']);
for (let index = 0; index < Number(process.argv[2] ?? PICTURES); index++)
  await reader.read((await generatePicture(index, { seed: SEED, half: 'tuned' })).bytes);
await reader.close();
for (const [name, { low, high }] of ranges) console.log(`${name}: ${low.toFixed(3)}, ${high.toFixed(3)}`);

function widen(name, numbers) {
  const range = ranges.get(name) ?? { low: 0, high: 0 };
  for (const number of numbers) {
    if (number < range.low) range.low = number;
    if (number > range.high) range.high = number;
  }
  ranges.set(name, range);
}
