// Creates, decides and resumes holds in a loop until it is killed, and says on standard output what was acknowledged to it.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UncleanableError } from '../../../dist/errors.js';
import { createHolds } from '../../../dist/holds/create-holds.js';
import { openStorage } from '../../../dist/storage/open-storage.js';
import { createRandom } from '../../../scripts/accuracy/random.mjs';
import { createMaskRedactor, reportOn } from '../support/mask-redactor.mjs';
import { createTestStatements } from '../support/test-statements.mjs';
import { KEYS, ORIGIN, originalText, SETTINGS, SUBJECT } from './scenario.mjs';

const LANES = 4;
const [, , directory, seed] = process.argv;
const random = createRandom(Number(seed));
const redactor = createMaskRedactor(UncleanableError);

const holds = createHolds({
  ...(await openStorage({ directory, keys: KEYS })),
  statements: createTestStatements(),
  // Takes as long as a redaction may, so that kills hit the time between intent and release.
  redactor: { ...redactor, redact: (...call) => sleep(random() * 8).then(() => redactor.redact(...call)) },
  recordContext: { detectors: [{ id: 'email', version: '1' }] },
  settings: SETTINGS,
});

await Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane)));

async function work(lane) {
  for (let count = 0; ; count += 1) {
    const key = `s${seed}l${lane}n${count}`;
    const text = originalText(key);
    const { hold, version, statement, token } = await holds.create({
      subject: SUBJECT,
      isMinor: false,
      lang: 'en',
      origin: ORIGIN,
      items: [
        {
          kind: 'text',
          mediaType: 'text/plain',
          field: '/body',
          report: reportOn(text),
          content: { bytes: Buffer.from(text) },
        },
      ],
      envelope: Buffer.from(key),
    });
    say({ done: 'created', hold, key });
    const fate = random();
    if (fate < 0.15) continue;
    const choices =
      fate < 0.3
        ? [{ finding: 'f1', choice: 'remove' }]
        : [
            { finding: 'f1', choice: 'redact' },
            { finding: 'f2', choice: 'consent' },
          ];
    const decision = { token, statement: { ...statement, accepted: true }, choices };
    const { status, record } = await holds.decide(hold, SUBJECT, decision, { version, idempotencyKey: key });
    say({ done: status, hold, key, record });
    if (status !== 'released' || random() < 0.3) continue;
    const lease = await holds.resume(hold, SUBJECT, ORIGIN);
    if (random() < 0.5) await lease.giveBack();
    else {
      await lease.consume({ asset: key });
      say({ done: 'consumed', hold, key, record });
    }
  }
}

function say(line) {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
