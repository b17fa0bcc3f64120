// How many harmless advertisements of small businesses are held when the account's own data is known: every hold here is a needless
// question. `node scripts/accuracy/advertising.mjs` after `npm run build`; `--list` names the held ones by file and number.
import { readdirSync, readFileSync } from 'node:fs';
import { resolveSubjects } from '../../dist/detectors/subject.js';
import { createScanner } from '../../dist/index.js';

const FIXTURES = new URL('../../test/fixtures/advertising/', import.meta.url);
const isListing = process.argv.includes('--list');

const scanner = await createScanner({ preset: 'balanced' });
const results = [];
for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith('.json'))) {
  const groups = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));
  for (const { account, text, addresses = [] } of groups.flatMap(({ account, texts }) =>
    texts.map((one) => ({ ...one, account })),
  )) {
    const withAccount = await scanner.scan({ text }, { account });
    const without = await scanner.scan({ text });
    results.push({
      language: name.slice(0, 2),
      text,
      held: withAccount.verdict !== 'pass',
      heldWithout: without.verdict !== 'pass',
      asked: withAccount.findings
        .filter(({ action }) => action === 'confirm')
        .map(({ type, subject }) => `${type} ${subject}`),
      addresses: addresses.map((address) => subjectOfAddress(text, address, withAccount.findings, account)),
    });
  }
}
await scanner.close();

for (const language of [...new Set(results.map((one) => one.language)), 'all']) {
  const own = results.filter((one) => language === 'all' || one.language === language);
  const count = (test) => `${own.filter(test).length} (${((100 * own.filter(test).length) / own.length).toFixed(1)} %)`;
  console.log(
    `${language}: of ${own.length} held ${count(({ held }) => held)}, without account data ${count(({ heldWithout }) => heldWithout)}`,
  );
}
const addresses = results.flatMap((one) => one.addresses);
const isOwn = (subject) => subject === 'organisation' || subject === 'self';
console.log(
  `${addresses.length} labelled addresses of shops, resolved as the shop's: ${addresses.filter(isOwn).length}`,
);
if (isListing) {
  for (const [at, { language, asked, held, addresses: subjects }] of results.entries()) {
    if (held || !subjects.every(isOwn))
      console.log(`${language} ${at % 34}: ${asked.join(', ')} | address ${subjects.join(', ')}`);
  }
}

/** As the labels have it, whether or not a detector found the address. */
function subjectOfAddress(text, address, findings, account) {
  const start = text.indexOf(address);
  const own = { type: 'address', detector: 'address', score: 0.99, start, end: start + address.length };
  const others = findings.filter((one) => one.end <= own.start || one.start >= own.end);
  const all = [...others, own].sort((a, b) => a.start - b.start);
  return resolveSubjects(text, all, account)[all.indexOf(own)].subject;
}
