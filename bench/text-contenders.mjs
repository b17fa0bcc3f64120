// What the text bench compares, each run in a process of its own: the message `round` searches all letters once and answers the CPU ms per KB.
import { createRequire } from 'node:module';
import { letters } from './letters.mjs';
import { cpuMs } from './measure.mjs';

const CALL = { account: {} };

/** Name, and what makes its search; a package that is not installed throws. */
const CONTENDERS = {
  'everything but names': () => ours({ detectors: { person: { enabled: false } } }),
  everything: () => ours({}),
  'patterns + libphonenumber-js + compromise': mix,
  'redact-pii': async () => {
    const { SyncRedactor } = peer('redact-pii');
    const redactor = new SyncRedactor();
    return (text) => redactor.redact(text);
  },
  openredaction: async () => {
    const { OpenRedaction } = peer('openredaction');
    const redaction = new OpenRedaction();
    return (text) => redaction.detect(text);
  },
};

export const contenderNames = Object.keys(CONTENDERS);

const name = process.argv[2];
if (process.send !== undefined && name !== undefined) {
  const texts = letters(Number(process.argv[3]), process.argv[4] === 'personal');
  const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024;
  try {
    const search = await CONTENDERS[name]();
    process.on('message', async () => {
      const before = cpuMs();
      for (const text of texts) await search(text);
      process.send({ msPerKilobyte: (cpuMs() - before) / kilobytes });
    });
    process.send({ kilobytes });
  } catch {
    process.send({ isMissing: true });
    process.disconnect();
  }
}

async function ours(options) {
  const { parseScannerOptions } = await import('../dist/core/options-schema.js');
  const { findInText } = await import('../dist/scanner/look/find-in-text.js');
  const { createPlan } = await import('../dist/scanner/plan.js');
  const plan = createPlan(parseScannerOptions(options));
  return (text) => findInText(text, plan, CALL);
}

/** What is usually put together: patterns for the numbers, a finder of phones, a tagger of names. */
async function mix() {
  const { findPhoneNumbersInText } = await import('libphonenumber-js');
  const { default: nlp } = await import('compromise');
  const patterns = [
    /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g,
    /\b\d{3}-\d{2}-\d{4}\b/g,
    /\b(?:\d[ -]?){12,18}\d\b/g,
    /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
    /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g,
    /\b\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive)\b/g,
  ];
  return (text) => {
    for (const pattern of patterns) text.match(pattern);
    findPhoneNumbersInText(text, 'US');
    nlp(text).people().json({ offset: true });
  };
}

/** Of the folder `bench/peers`, which has a lock file of its own. */
function peer(packageName) {
  return createRequire(new URL('./peers/package.json', import.meta.url))(packageName);
}
