// How often the subject of a value is resolved as the labelled set says: accuracy and confusion by language, and the errors that
// matter: somebody else's data taken for the user's or an office's own. `node scripts/accuracy/subjects.mjs` after `npm run build`;
// `--errors` lists the errors of the development half by file and number.
import { readdirSync, readFileSync } from 'node:fs';
import { resolveSubjects } from '../../dist/detectors/subject.js';

const FIXTURES = new URL('../../test/fixtures/subject/', import.meta.url);
const SUBJECTS = ['self', 'third-party', 'organisation', 'fictional', 'public', 'unknown'];
/** Under these a contact detail is not held. */
const RELAXED = ['self', 'organisation'];
const isListing = process.argv.includes('--errors');

const languages = readdirSync(FIXTURES).filter((name) => name.endsWith('.json'));
for (const half of ['development', 'test']) {
  const results = languages.flatMap((name) => {
    const texts = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'))[half];
    return texts.flatMap((entry, at) =>
      resolved(entry).map((result) => ({ ...result, at, language: name.slice(0, 2) })),
    );
  });
  print(half, results);
}

function resolved({ text, values, account }) {
  let from = 0;
  const detections = values.map(({ value, type }) => {
    const start = text.indexOf(value, from);
    from = start + value.length;
    return { type, detector: type, score: 0.99, start, end: from };
  });
  const found = resolveSubjects(text, detections, account);
  return values.map(({ type, subject }, index) => ({ type, gold: subject, text, ...found[index] }));
}

function print(half, results) {
  const share = (part, all) => `${part.length} of ${all.length} (${((100 * part.length) / all.length).toFixed(1)} %)`;
  const isRight = ({ gold, subject }) => gold === subject;
  console.log(`\n${half}: right ${share(results.filter(isRight), results)}`);
  for (const language of languages.map((name) => name.slice(0, 2))) {
    const own = results.filter((one) => one.language === language);
    console.log(`  ${language}: ${share(own.filter(isRight), own)}`);
  }
  console.log(`${'gold \\ resolved'.padEnd(16)}${SUBJECTS.map((subject) => subject.padStart(13)).join('')}`);
  for (const gold of SUBJECTS) {
    const counts = SUBJECTS.map(
      (subject) => results.filter((one) => one.gold === gold && one.subject === subject).length,
    );
    console.log(gold.padEnd(16) + counts.map((count) => String(count).padStart(13)).join(''));
  }
  const others = results.filter(({ gold }) => gold === 'third-party' || gold === 'unknown');
  console.log(
    `of others or unknown, relaxed as own: ${share(
      others.filter(({ subject }) => RELAXED.includes(subject)),
      others,
    )}`,
  );
  const own = results.filter(({ gold }) => RELAXED.includes(gold));
  console.log(
    `own, still asked about: ${share(
      own.filter(({ subject }) => !RELAXED.includes(subject)),
      own,
    )}`,
  );
  if (!isListing || half !== 'development') return;
  for (const { language, at, type, gold, subject, reasons } of results.filter((one) => !isRight(one))) {
    console.log(`${language} ${at} ${type}: ${gold} -> ${subject} ${reasons}`);
  }
}
