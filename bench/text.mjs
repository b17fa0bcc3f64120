// Text: CPU per KB with and without names, whether time grows with length, and the same letters through other packages.
import { createRequire } from 'node:module';
import nlp from 'compromise';
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { parseScannerOptions } from '../dist/core/options-schema.js';
import { textDetectors } from '../dist/detectors/text-detectors.js';
import { findInText } from '../dist/scanner/look/find-in-text.js';
import { createPlan } from '../dist/scanner/plan.js';
import { letters } from './letters.mjs';
import { cpuMs, median } from './measure.mjs';

const LETTERS = 240;
const ROUNDS = 5;
const CALL = { account: {} };
/** UTF-16 units; time at the long length over time at the short one is the growth. */
const [SHORT, LONG] = [2 ** 18, 2 ** 20];

const texts = letters(LETTERS);
const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024;

const everything = createPlan(parseScannerOptions());
const withoutNames = createPlan(parseScannerOptions({ detectors: { person: { enabled: false } } }));

console.log(
  `${LETTERS} letters in six languages, ${Math.round(kilobytes)} KB; CPU ms per KB, medians of ${ROUNDS} rounds`,
);
const measured = await perKilobyte({
  'everything but names': (text) => findInText(text, withoutNames, CALL),
  everything: (text) => findInText(text, everything, CALL),
  ...(await peers()),
});
const mix = measured['patterns + libphonenumber-js + compromise'];
for (const [name, ms] of Object.entries(measured)) console.log(`  ${name.padEnd(44)} ${ms.toFixed(3)}`);
console.log(`  the mix costs ${(mix / measured.everything).toFixed(1)} times as much as everything here`);

console.log(`\nCPU ms for ${SHORT} and ${LONG} units, and the growth (linear is 4)`);
for (const [name, piece] of Object.entries(triggers())) {
  const [short, long] = [SHORT, LONG].map((units) => fastest(() => findInText(filled(piece, units), everything, CALL)));
  console.log(
    `  ${name.padEnd(44)} ${short.toFixed(0).padStart(6)} ${long.toFixed(0).padStart(6)}  x ${(long / short).toFixed(1)}`,
  );
}

/** Rounds of all of them in turn, so that a busy minute of the machine hits all alike. */
async function perKilobyte(contenders) {
  const rounds = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const before = cpuMs();
      for (const text of texts) await run(text);
      if (round >= 0) rounds[name].push((cpuMs() - before) / kilobytes);
    }
  }
  return Object.fromEntries(Object.entries(rounds).map(([name, times]) => [name, median(times)]));
}

/** What others use today. The packages of `bench/peers` are measured when they are installed there. */
async function peers() {
  const patterns = [
    /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g,
    /\b\d{3}-\d{2}-\d{4}\b/g,
    /\b(?:\d[ -]?){12,18}\d\b/g,
    /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
    /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g,
    /\b\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive)\b/g,
  ];
  const found = {
    'patterns + libphonenumber-js + compromise': (text) => {
      for (const pattern of patterns) text.match(pattern);
      findPhoneNumbersInText(text, 'US');
      nlp(text).people().json({ offset: true });
    },
  };
  try {
    const require = createRequire(new URL('./peers/package.json', import.meta.url));
    const { SyncRedactor } = require('redact-pii');
    const redactor = new SyncRedactor();
    found['redact-pii'] = (text) => redactor.redact(text);
    const { OpenRedaction } = require('openredaction');
    const openRedaction = new OpenRedaction();
    found.openredaction = (text) => openRedaction.detect(text);
  } catch {
    console.log('redact-pii and openredaction are not installed: npm ci --prefix bench/peers');
  }
  return found;
}

/** Each detector's own example, what sets patterns off, and all of it mixed. */
function triggers() {
  const examples = Object.fromEntries(textDetectors.map(({ id, example }) => [`the example of ${id}`, `${example} `]));
  const signs = {
    '@': '@',
    'a@': 'a@',
    'a.': 'a.',
    digits: '1',
    'digits and blanks': '1 ',
    '+1': '+1',
    'Aa ': 'Aa ',
    '::': '::',
  };
  const encoded = {
    'percent signs': '%40',
    entities: '&#64;',
    base64: 'YW5uYUBleGFtcGxlLm9yZw',
    'at and dot': 'a at b dot c ',
  };
  const all = [...Object.values(examples), ...Object.values(signs), ...Object.values(encoded)];
  return { ...examples, ...signs, ...encoded, 'all of them mixed': all.join('') };
}

function filled(piece, units) {
  return piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
}

function fastest(run) {
  const times = [0, 1].map(() => {
    const before = cpuMs();
    run();
    return cpuMs() - before;
  });
  return Math.min(...times);
}
