// How many codes of drawn pictures are read, by kind, size and position, how many are wholly within the box that is given for them, and what it
// costs. `node scripts/accuracy/codes.mjs` after `npm run build`; `--pictures 480` for more than the default, `--list` names
// the large ones that were missed; `--seed 23` draws others.
import { parseArgs } from 'node:util';
import { createCodeReader } from '../../dist/detectors/read-codes.js';
import { drawCodePicture } from './codes/draw-code-picture.mjs';
import { createRandom, pick } from './random.mjs';

const [WIDTH, HEIGHT] = [1000, 750];
const PASS = 'M1BERGER/ANNA        EABC123 FRATBSLH 0123 123Y012A0001 100';
/** `most`: modules in pixels with which the code still fits the picture at any angle. */
const KINDS = [
  { format: 'QRCode', text: 'mailto:anna.berger@example.org', most: 6 },
  {
    format: 'QRCode',
    text: 'BEGIN:VCARD\nVERSION:3.0\nFN:Anna Berger\nTEL:+442079460958\nEMAIL:anna.berger@example.org\nEND:VCARD',
    most: 6,
  },
  { format: 'MicroQRCode', text: 'TEL:441234', most: 6 },
  { format: 'RMQRCode', text: 'anna.berger@example.org', most: 6 },
  { format: 'DataMatrix', text: 'anna.berger@example.org', most: 6 },
  { format: 'Aztec', text: PASS, most: 6 },
  { format: 'PDF417', text: PASS, most: 3 },
  { format: 'MicroPDF417', text: 'ANNA BERGER', most: 5 },
  { format: 'Code128', text: 'MEMBER-4711', most: 3 },
  { format: 'Code39', text: 'MEMBER4711', most: 3 },
  { format: 'EAN13', text: '4006381333931', most: 5 },
];
const MODULES = [1.5, 2, 3, 4, 5, 6];
const POSITIONS = {
  level: {},
  'JPEG 40': { quality: 40 },
  'JPEG 90': { quality: 90 },
  'turned 12°': { turn: 12 },
  'turned 37°': { turn: 37 },
  'turned 90°': { turn: 90 },
  'turned 180°': { turn: 180 },
  slanted: { slant: 0.15 },
  'light on dark': { inverted: true },
  stained: { stain: 0.02 },
};
const SCENES = ['plain', 'busy', 'photo'];

const { values } = parseArgs({
  options: {
    pictures: { type: 'string', default: '240' },
    seed: { type: 'string', default: '11' },
    list: { type: 'boolean' },
  },
});
const random = createRandom(Number(values.seed));
const reader = await createCodeReader();
const results = [];
for (let index = 0; index < Number(values.pictures); index++) {
  const { most, ...kind } = KINDS[index % KINDS.length];
  const module = pick(
    random,
    MODULES.filter((size) => size <= most),
  );
  const position = pick(random, Object.keys(POSITIONS));
  const { quality = 75, ...placed } = POSITIONS[position];
  const scene = pick(random, SCENES);
  const code = { ...kind, module, x: WIDTH / 2 + 40 * random(), y: HEIGHT / 2 + 40 * random(), ...placed };
  const { rgb, corners } = await drawCodePicture({
    width: WIDTH,
    height: HEIGHT,
    codes: [code],
    scene,
    quality,
    random,
  });
  const picture = { data: rgb, width: WIDTH, height: HEIGHT, fullWidth: WIDTH, fullHeight: HEIGHT, frame: 0 };
  const before = process.cpuUsage();
  const codes = await reader.read(picture);
  const { user, system } = process.cpuUsage(before);
  const read = codes.find(({ text }) => text === code.text);
  results.push({
    ...{ format: code.format, module, position, scene, isRead: read !== undefined },
    isInBox: read !== undefined && corners[0].every((corner) => isIn(corner, read.box)),
    others: codes.filter(({ text }) => text !== code.text).length,
    cpuMs: (user + system) / 1000,
  });
}

const large = results.filter(({ module }) => module >= 3);
print('all', results);
print('modules of 3 px and more', large);
for (const module of MODULES)
  print(
    `modules of ${module} px`,
    results.filter((one) => one.module === module),
  );
for (const format of new Set(KINDS.map((one) => one.format)))
  print(
    `${format}, 3 px and more`,
    large.filter((one) => one.format === format),
  );
for (const position of Object.keys(POSITIONS))
  print(
    `${position}, 3 px and more`,
    large.filter((one) => one.position === position),
  );
for (const scene of SCENES)
  print(
    `${scene}, 3 px and more`,
    large.filter((one) => one.scene === scene),
  );
const read = results.filter(({ isRead }) => isRead);
console.log(`wholly within their box: ${read.filter(({ isInBox }) => isInBox).length} of ${read.length} read`);
console.log(`codes read that are not there: ${results.reduce((sum, { others }) => sum + others, 0)}`);
const times = results.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
const megapixels = (WIDTH * HEIGHT) / 1e6;
console.log(
  `CPU ms for ${megapixels} megapixels: median ${times[times.length >> 1].toFixed(0)}, most ${times.at(-1).toFixed(0)}`,
);
if (values.list) {
  for (const { isRead, isInBox, format, module, position, scene } of large)
    if (!isRead || !isInBox)
      console.log(`${isRead ? 'not in its box' : 'missed'}: ${format}, ${module} px, ${position}, ${scene}`);
}

function print(name, some) {
  const count = some.filter(({ isRead }) => isRead).length;
  if (some.length > 0)
    console.log(`${name}: ${count} of ${some.length} (${((100 * count) / some.length).toFixed(1)} %)`);
}

/** A pixel of smoothing belongs to the paper. */
function isIn({ x, y }, box) {
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
}
