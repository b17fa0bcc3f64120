import { parseArgs } from 'node:util';
import { COVER_STYLES, KEEPABLE, type StripOptions } from '../core/options.ts';
import { FINDING_TYPES, type Finding, type FindingType, isCustom } from '../core/types.ts';
import { createScanner } from '../scanner/scanner.ts';
import type { Change, Cleaned } from '../scanner/types.ts';
import { filesOf, inputOf } from './inputs.ts';
import { readConfig } from './read-config.ts';
import { gapLine } from './report-lines.ts';
import { UsageError } from './usage-error.ts';

const MODES: readonly StripOptions['mode'][] = ['lossless', 'reencode'];
/** `--keep none`: not even the colour profile stays. */
const NOTHING = 'none';
/** `--redact all`: every type that can be covered or masked. */
const EVERYTHING = 'all';

interface StripArguments {
  readonly keep?: string | undefined;
  readonly strip?: string | undefined;
  readonly upright?: boolean | undefined;
}

/** `bystander clean`: writes the cleaned input to OUT and says what was changed. */
export async function clean(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string', short: 'o' },
      redact: { type: 'string' },
      cover: { type: 'string' },
      keep: { type: 'string' },
      strip: { type: 'string' },
      upright: { type: 'boolean' },
      config: { type: 'string' },
    },
  });
  const [path] = positionals;
  const { out } = values;
  if (path === undefined || positionals.length > 1 || out === undefined)
    throw new UsageError('clean needs one path and -o OUT');
  if ((await filesOf([path])).length !== 1) throw new UsageError('clean takes one file, not a folder');
  const redact = redactOf(values.redact);
  const cover = values.cover === undefined ? undefined : nameOf(values.cover, COVER_STYLES, '--cover takes one of');
  const strip = stripOf(values);
  const scanner = await createScanner(await readConfig(values.config));
  try {
    const cleaned = await scanner.clean(await inputOf(path), {
      out,
      strip,
      ...(redact && { redact }),
      ...(cover && { redaction: { cover } }),
    });
    process.stdout.write(`${linesOf(out, cleaned).join('\n')}\n`);
    return cleaned.report.gaps.length > 0 ? 2 : 0;
  } finally {
    await scanner.close();
  }
}

function redactOf(given: string | undefined): FindingType[] | typeof EVERYTHING | undefined {
  if (given === undefined || given === EVERYTHING) return given;
  return given.split(',').map((name) => findingType(name.trim()));
}

/** Only what the command line names; the rest is as the configuration says. */
function stripOf({ keep, strip, upright }: StripArguments): Partial<StripOptions> {
  return {
    ...(keep !== undefined && { keep: keep === NOTHING ? [] : namesOf(keep, KEEPABLE, `--keep takes ${NOTHING}, or`) }),
    ...(strip !== undefined && { mode: nameOf(strip, MODES, '--strip takes one of') }),
    ...(upright === true && { orientation: 'pixels' }),
  };
}

/** Which types the configuration adds, the scanner knows. */
function findingType(given: string): FindingType {
  return isCustom(given) ? given : nameOf(given, FINDING_TYPES, `--redact takes ${EVERYTHING}, or finding types`);
}

/** The names of a list with commas. */
function namesOf<Name extends string>(list: string, known: readonly Name[], expected: string): Name[] {
  return list.split(',').map((given) => nameOf(given.trim(), known, expected));
}

/** Throws `UsageError`, which lists the names that there are. */
function nameOf<Name extends string>(given: string, known: readonly Name[], expected: string): Name {
  const name = known.find((one) => one === given);
  if (name === undefined) throw new UsageError(`${expected}: ${known.join(', ')}`);
  return name;
}

function linesOf(out: string, { changes, mediaType, report }: Cleaned): string[] {
  const isChanged = changes.length > 0;
  const left = leftOf(report.findings, changes);
  return [
    `${out}: ${mediaType}, ${isChanged ? 'cleaned' : 'nothing to clean'}`,
    ...changes.map(changeLine),
    ...(report.metadata?.kept ?? []).map((what) => `  kept: ${what}`),
    ...(left.length > 0 ? [`  left as it is: ${left.join(', ')} (--redact covers or masks)`] : []),
    ...report.gaps.map(gapLine),
  ];
}

/** Types of what would be asked about and was neither covered nor masked. */
function leftOf(findings: readonly Finding[], changes: readonly Change[]): FindingType[] {
  const done = new Set(changes.flatMap((change) => ('finding' in change ? change.finding : [])));
  const left = findings.filter(({ id, action }) => !done.has(id) && action !== 'allow' && action !== 'strip');
  return [...new Set(left.map(({ type }) => type))];
}

function changeLine(change: Change): string {
  switch (change.kind) {
    case 'stripped':
      return `  stripped: ${change.what}`;
    case 'covered':
    case 'masked':
      return `  ${change.kind}: ${change.type}`;
    case 're-encoded':
      return `  re-encoded as ${change.mediaType}`;
  }
}
