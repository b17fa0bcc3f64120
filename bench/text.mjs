// Text: CPU per KB with and without names beside other packages, each in a process of its own and all in turn, and whether time grows with length.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseScannerOptions } from '../dist/core/options-schema.js';
import { textDetectors } from '../dist/detectors/text-detectors.js';
import { findInText } from '../dist/scanner/look/find-in-text.js';
import { createPlan } from '../dist/scanner/plan.js';
import { cpuMs, median } from './measure.mjs';
import { contenderNames } from './text-contenders.mjs';

const LETTERS = 240;
/** A server is compiled by its engine after some hundred texts: what it costs then counts. The first round is shown beside it. */
const WARM_UP_ROUNDS = 25;
const ROUNDS = 7;
/** UTF-16 units; time at the long length over time at the short one is the growth. */
const [SHORT, LONG] = [2 ** 18, 2 ** 20];

for (const kind of ['personal', 'plain']) await compare(kind);

const plan = createPlan(parseScannerOptions());
console.log(`CPU ms for ${SHORT} and ${LONG} units, and the growth (linear is 4)`);
for (const [name, piece] of Object.entries(triggers())) {
  const [short, long] = [SHORT, LONG].map((units) =>
    fastest(() => findInText(filled(piece, units), plan, { account: {} })),
  );
  console.log(
    `  ${name.padEnd(44)} ${short.toFixed(0).padStart(6)} ${long.toFixed(0).padStart(6)}  x ${(long / short).toFixed(1)}`,
  );
}

/** All contenders in turn, so that a busy minute of the machine hits all alike. */
async function compare(kind) {
  const contenders = [];
  for (const name of contenderNames) {
    const child = fork(fileURLToPath(new URL('text-contenders.mjs', import.meta.url)), [name, String(LETTERS), kind]);
    const [{ kilobytes, isMissing }] = await once(child, 'message');
    if (isMissing) console.log(`${name} is not installed: npm ci --prefix bench/peers`);
    else contenders.push({ name, child, kilobytes, rounds: [] });
  }
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const { child, rounds } of contenders) {
      child.send('round');
      const [{ msPerKilobyte }] = await once(child, 'message');
      rounds.push(msPerKilobyte);
    }
  }
  for (const { child } of contenders) child.disconnect();
  const size = Math.round(contenders[0].kilobytes);
  const what = kind === 'personal' ? 'every third sentence with something personal' : 'nothing personal in them';
  console.log(`${LETTERS} letters in six languages, ${size} KB, ${what}`);
  console.log(`CPU ms per KB: median of ${ROUNDS} rounds after ${WARM_UP_ROUNDS}, and the first`);
  const costOf = new Map(contenders.map(({ name, rounds }) => [name, median(rounds.slice(WARM_UP_ROUNDS))]));
  for (const { name, rounds } of contenders)
    console.log(`  ${name.padEnd(44)} ${costOf.get(name).toFixed(3)}  ${rounds[0].toFixed(2)}`);
  const times = costOf.get('patterns + libphonenumber-js + compromise') / costOf.get('everything');
  console.log(`  the mix costs ${times.toFixed(1)} times as much as everything here\n`);
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
