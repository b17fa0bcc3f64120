import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Report, Verdict } from '../core/types.ts';
import { decodeText } from '../media/decode-text.ts';
import { createScanner } from '../scanner/scanner.ts';
import type { Scanner } from '../scanner/types.ts';
import { inOrder } from './in-order.ts';
import { filesOf, inputOf } from './inputs.ts';
import { createProgress } from './progress.ts';
import { readConfig } from './read-config.ts';
import { reportLines } from './report-lines.ts';
import { UsageError } from './usage-error.ts';

interface Scanned {
  readonly path: string;
  readonly report: Report;
  readonly text: string | undefined;
}

/** `bystander scan`: a table of findings for each input, or one JSON object a line. */
export async function scan(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      explain: { type: 'boolean' },
      config: { type: 'string' },
      reveal: { type: 'boolean' },
    },
  });
  if (positionals.length === 0) throw new UsageError('scan needs a path, or "-" for standard input');
  const files = await filesOf(positionals);
  const scanner = await createScanner(await readConfig(values.config));
  const progress = createProgress(files.length);
  const reports: Report[] = [];
  try {
    for await (const scanned of inOrder(files, availableParallelism(), (path) => scanOne(scanner, path, values))) {
      progress.clear();
      process.stdout.write(values.json ? jsonLine(scanned) : table(scanned));
      progress.step();
      reports.push(scanned.report);
    }
    progress.clear();
    if (files.length !== 1 && !values.json) process.stdout.write(summary(reports));
  } finally {
    await scanner.close();
  }
  return exitCodeOf(reports);
}

interface ScanArguments {
  readonly explain?: boolean;
  readonly reveal?: boolean;
}

async function scanOne(scanner: Scanner, path: string, { explain, reveal }: ScanArguments): Promise<Scanned> {
  const input = await inputOf(path);
  const report = await scanner.scan(input, { explain: explain === true });
  if (reveal !== true || report.input.kind !== 'text') return { path, report, text: undefined };
  const text = decodeText('bytes' in input ? input.bytes : await readFile(input.path));
  return { path, report, text };
}

function jsonLine({ path, report }: Scanned): string {
  return `${JSON.stringify({ path, ...report })}\n`;
}

function table({ path, report, text }: Scanned): string {
  return `${reportLines(path, report, text).join('\n')}\n`;
}

function summary(reports: readonly Report[]): string {
  const count = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length;
  const gaps = reports.filter((report) => report.gaps.length > 0).length;
  return `${reports.length} inputs: ${count('pass')} pass, ${count('hold')} hold, ${count('block')} block; ${gaps} with gaps\n`;
}

function exitCodeOf(reports: readonly Report[]): number {
  if (reports.some(({ gaps }) => gaps.length > 0)) return 2;
  return reports.some(({ verdict }) => verdict !== 'pass') ? 1 : 0;
}
