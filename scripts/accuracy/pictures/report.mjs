// The tables of the measurement.

import { CAUSES } from './causes.mjs';

const COLUMN = 13;
const NAME = 18;
const SIZES = [14, 20, 28, Number.POSITIVE_INFINITY];

/** The ways in which values are told apart, each a name and a test of `{ label, picture }`. `in true text`: what a perfect reader would give. */
const WAYS = [
  ['all', () => true],
  ['any type', () => true],
  ['in true text', () => true],
  ['dark/light', ({ label }) => !label.isLightOnDark],
  ['light/dark', ({ label }) => label.isLightOnDark],
  ...SIZES.map((to, n) => [
    to === Number.POSITIVE_INFINITY ? `from ${SIZES[n - 1]} px` : `to ${to} px`,
    ({ label }) => label.size < to && label.size >= (SIZES[n - 1] ?? 0),
  ]),
  ['upright', ({ picture }) => picture.traits.turns === 0 && picture.traits.skew === 0],
  ['turned', ({ picture }) => picture.traits.turns !== 0],
  ['180', ({ picture }) => picture.traits.turns === 2],
  ['askew', ({ picture }) => picture.traits.skew !== 0],
];

/** Rows are the types of Latin pictures and what was read in other scripts; a cell is the share flagged and of how many. */
export function printTypes(results) {
  const values = results.flatMap((picture) => picture.labels.map((label) => ({ label, picture })));
  const latin = values.filter(({ picture }) => picture.group === 'latin');
  console.log(`${'flagged, %'.padEnd(NAME)}${WAYS.map(([name]) => name.padStart(COLUMN)).join('')}`);
  for (const [type, own] of grouped(latin, ({ label }) => nameOf(label))) printRow(type, own);
  for (const script of ['cyrillic', 'georgian']) {
    const own = values.filter(({ picture }) => picture.group === script);
    for (const type of ['email', 'phone', 'person'])
      printRow(
        `${script} ${type}`,
        own.filter(({ label }) => nameOf(label) === type),
      );
  }
}

function printRow(name, values) {
  if (values.length === 0) return;
  const cells = WAYS.map(([way, test]) => {
    const own = values.filter(test);
    const says = { 'any type': 'isCovered', 'in true text': 'isInText' }[way] ?? 'isFlagged';
    return cellOf(
      own.filter(({ label }) => label[says]),
      own,
    );
  });
  console.log(`${name.padEnd(NAME)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`);
}

export function printKinds(results) {
  const heads = ['pictures', 'e-mail', 'phone', 'all values', 'false each', 'tightness', 'held', 'faces', 'CPU ms'];
  console.log(`\n${'by kind'.padEnd(NAME)}${heads.map((head) => head.padStart(COLUMN)).join('')}`);
  const groups = grouped(results, ({ group, kind }) =>
    group === 'latin' ? kind : `${kind}, ${group}`.slice(0, NAME - 1),
  );
  for (const [kind, pictures] of [...groups].sort()) {
    const labels = pictures.flatMap((picture) => picture.labels);
    const [found, labelled] = ['found', 'labelled'].map((key) => sum(pictures.map(({ tightness }) => tightness[key])));
    const cells = [
      String(pictures.length),
      flaggedCell(labels.filter(({ type }) => type === 'email')),
      flaggedCell(labels.filter(({ type }) => type === 'phone')),
      flaggedCell(labels),
      (sum(pictures.map(({ falseFindings }) => falseFindings.length)) / pictures.length).toFixed(2),
      labelled > 0 ? (found / labelled).toFixed(2) : '',
      percent(
        pictures.filter(({ isHeld }) => isHeld),
        pictures,
      ),
      (sum(pictures.map(({ faces }) => faces)) / pictures.length).toFixed(2),
      (sum(pictures.map(({ cpuMs }) => cpuMs)) / pictures.length).toFixed(0),
    ];
    console.log(`${kind.padEnd(NAME)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`);
  }
}

export function printGates(gates) {
  console.log('\nwithout text');
  for (const [name, { pictures, skipped, cpuMs }] of Object.entries(gates)) {
    const times = [
      ...(skipped > 0 ? [`${cpuMs.skipped.toFixed(0)} CPU ms each`] : []),
      ...(skipped < pictures ? [`${cpuMs.read.toFixed(0)} where some is`] : []),
    ];
    console.log(`${name.padEnd(NAME + 1)}no line read in ${skipped} of ${pictures}, ${times.join(', ')}`);
  }
}

/** Values are invented, so they may be shown, with what was read in their place. `misses`: `{ picture, label, cause, read }`. */
export function printErrors(results, misses) {
  console.log(
    `\n${'missed, by cause'.padEnd(NAME + 6)}${[...grouped(misses, ({ label }) => nameOf(label)).keys()].map((type) => type.padStart(COLUMN + 2)).join('')}`,
  );
  for (const cause of CAUSES) {
    const cells = [...grouped(misses, ({ label }) => nameOf(label)).values()].map((own) =>
      String(own.filter((miss) => miss.cause === cause).length),
    );
    console.log(`${cause.padEnd(NAME + 6)}${cells.map((cell) => cell.padStart(COLUMN + 2)).join('')}`);
  }
  for (const { picture, label, cause, read } of misses)
    console.log(
      `${whereOf(picture)} ${label.size.toFixed(0)} px ${nameOf(label)}, ${cause}: ${JSON.stringify(label.text)} as ${JSON.stringify(read)}`,
    );
  for (const picture of results)
    for (const { type, box } of picture.falseFindings)
      console.log(`${whereOf(picture)} false ${type} ${JSON.stringify(box)}`);
}

function whereOf({ index, kind, traits }) {
  return `${index} ${kind}, turned ${traits.turns}, askew ${traits.skew}:`;
}

/** What is aimed at beside what was measured, of Latin pictures. */
export function printTargets(results, gate) {
  const values = results
    .filter(({ group }) => group === 'latin')
    .flatMap((picture) => picture.labels.map((label) => ({ label, picture })));
  const of = (type) => values.filter(({ label }) => nameOf(label) === type);
  const contacts = [...of('email'), ...of('phone')];
  const upright = shareOf(contacts.filter(({ picture }) => picture.traits.turns === 0));
  const turned = shareOf(contacts.filter(({ picture }) => picture.traits.turns !== 0));
  const rows = [
    ['e-mail flagged', shareOf(of('email')), 0.97],
    ['phone flagged', shareOf(of('phone')), 0.99],
    ['turned, of upright recall', turned / upright, 0.9],
    ['zones read', shareOf(of('zone')), 0.8],
    ...(gate ? [['text-free skipped', gate.skipped / gate.pictures, 0.9]] : []),
  ];
  console.log('\ntarget');
  for (const [name, share, aim] of rows.filter(([, one]) => Number.isFinite(one)))
    console.log(`${name.padEnd(28)}${(100 * share).toFixed(1).padStart(6)} %  aim ${(100 * aim).toFixed(0)} %`);
}

function grouped(list, nameOf) {
  const groups = new Map();
  for (const item of list) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

function nameOf({ type, isZone }) {
  return isZone ? 'zone' : type;
}

function flaggedCell(labels) {
  return labels.length === 0
    ? ''
    : cellOf(
        labels.filter(({ isFlagged }) => isFlagged),
        labels,
      );
}

function cellOf(part, all) {
  return all.length === 0 ? '' : `${((100 * part.length) / all.length).toFixed(1)} /${String(all.length).padStart(4)}`;
}

function shareOf(values) {
  return values.filter(({ label }) => label.isFlagged).length / values.length;
}

function percent(part, all) {
  return `${((100 * part.length) / all.length).toFixed(0)} %`;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
