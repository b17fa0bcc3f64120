import { parseArgs } from 'node:util';
import { FINDING_TYPES, type FindingType } from '../core/types.ts';
import { createScanner } from '../scanner/scanner.ts';
import type { Change, Cleaned } from '../scanner/types.ts';
import { filesOf, inputOf } from './inputs.ts';
import { readConfig } from './read-config.ts';
import { gapLine } from './report-lines.ts';
import { UsageError } from './usage-error.ts';

/** `bystander clean`: writes the cleaned input to OUT and says what was changed. */
export async function clean(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string', short: 'o' }, redact: { type: 'string' }, config: { type: 'string' } },
  });
  const [path] = positionals;
  const { out } = values;
  if (path === undefined || positionals.length > 1 || out === undefined)
    throw new UsageError('clean needs one path and -o OUT');
  if ((await filesOf([path])).length !== 1) throw new UsageError('clean takes one file, not a folder');
  const redact = values.redact === undefined ? undefined : typesOf(values.redact);
  const scanner = await createScanner(await readConfig(values.config));
  try {
    const cleaned = await scanner.clean(await inputOf(path), { out, ...(redact && { redact }) });
    process.stdout.write(`${linesOf(out, cleaned).join('\n')}\n`);
    return cleaned.report.gaps.length > 0 ? 2 : 0;
  } finally {
    await scanner.close();
  }
}

function typesOf(list: string): FindingType[] {
  return list.split(',').map((name) => {
    const type = FINDING_TYPES.find((known) => known === name.trim());
    if (type === undefined) throw new UsageError(`--redact takes finding types: ${FINDING_TYPES.join(', ')}`);
    return type;
  });
}

function linesOf(out: string, { changes, mediaType, report }: Cleaned): string[] {
  const isChanged = changes.length > 0;
  return [
    `${out}: ${mediaType}, ${isChanged ? 'cleaned' : 'nothing to clean'}`,
    ...changes.map(changeLine),
    ...report.gaps.map(gapLine),
  ];
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
