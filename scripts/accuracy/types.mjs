// Precision, recall and F1 by finding type on generated texts: values made by the types' own rules in sentences of six languages, one case in
// five with look-alikes only. A value is found when a finding has exactly its place. `npm run build` first; `--errors` lists what went wrong.
import { parseScannerOptions } from '../../dist/core/options-schema.js';
import { findInText } from '../../dist/scanner/look/find-in-text.js';
import { createPlan } from '../../dist/scanner/plan.js';
import { generateEmail } from './generate-emails.mjs';
import { generators } from './generate-numbers.mjs';
import { generateNationalIds } from './numbers/national-ids.mjs';
import { lookAlike } from './numbers/values.mjs';
import { createRandom, pick } from './random.mjs';

const CASES = 1500;
const SEED = 20261123;
const isListing = process.argv.includes('--errors');

const NATIONAL_ID_SENTENCES = [
  (label, value) => `${label}: ${value}`,
  (label, value) => `${label} ${value}, please check.`,
  (label, value) => `Name: A. Berger\n${label}: ${value}\nOrder no. 4051`,
  (label, value) => `{"note": "${label} ${value}"}`,
  (label, value) => `Her ${label} is ${value}.`,
];

const plan = createPlan(parseScannerOptions());
const all = {
  email: (random) => generateEmail(random),
  ...generators,
  'national-id': (random, index) => {
    if (index % 5 === 4) return { text: lookAlike(random), values: [] };
    const { label, value } = nationalIds[index];
    return { text: pick(random, NATIONAL_ID_SENTENCES)(label, value), values: [value] };
  },
};
const nationalIds = generateNationalIds(createRandom(SEED), CASES);

console.log(`${CASES} generated cases of each type, seed ${SEED}`);
for (const [type, generate] of Object.entries(all)) console.log(row(type, countOf(type, generate)));

function countOf(type, generate) {
  const random = createRandom(SEED);
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (let index = 0; index < CASES; index++) {
    const { text, values } = generate(random, index);
    const found = findInText(text, plan, { account: {} }).detections.filter((one) => one.type === type);
    const left = [...values];
    for (const { start, end } of found) {
      const at = left.indexOf(text.slice(start, end));
      if (at === -1) counts.wrong++;
      else {
        counts.right++;
        left.splice(at, 1);
      }
    }
    counts.missed += left.length;
    if (isListing && (left.length > 0 || found.length + left.length > values.length))
      console.log(`  ${type} ${JSON.stringify(text)}`);
  }
  return counts;
}

function row(type, { right, wrong, missed }) {
  const percent = (share) => (100 * share).toFixed(1).padStart(6);
  const [precision, recall, f1] = [
    right / (right + wrong),
    right / (right + missed),
    (2 * right) / (2 * right + wrong + missed),
  ];
  return `${type.padEnd(16)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  (${right + missed} values)`;
}
