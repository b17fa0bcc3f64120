#!/usr/bin/env node
/** The command line. Exit codes: 0 pass, 1 hold or block, 2 any gap or wrong use. Errors are one line with their code. */
import { BystanderError } from '../errors.ts';
import { clean } from './clean-command.ts';
import { doctor } from './doctor-command.ts';
import { scan } from './scan-command.ts';
import { schema } from './schema-command.ts';
import { UsageError } from './usage-error.ts';

/** Each takes its own arguments and gives the exit code. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = { scan, clean, doctor, schema };

const USAGE = `bystander scan PATH… [--json] [--explain] [--config FILE] [--reveal]
bystander clean PATH -o OUT [--redact face,email | all] [--cover solid|mosaic|blur]
                [--keep icc,copyright,capture-time | none] [--strip lossless|reencode] [--upright] [--config FILE]
bystander doctor [--production] [--config FILE]
bystander schema
PATH may be "-" for standard input. Exit codes: 0 pass, 1 hold or block, 2 any gap or wrong use.
`;

const HELP: readonly string[] = ['--help', '-h'];

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if ([name, ...args].some((given) => HELP.includes(given))) {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    return await command(args);
  } catch (error) {
    process.stderr.write(`bystander: ${lineOf(error)}\n`);
    return 2;
  }
}

function lineOf(error: unknown): string {
  if (error instanceof BystanderError) return `${error.code}: ${error.message}`;
  if (error instanceof UsageError) return `USAGE: ${error.message}`;
  if (!(error instanceof Error)) return 'FAILED';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'FAILED';
  // What parseArgs says of wrong arguments is meant for people; what the system says (ENOENT) has its name in the code already.
  return code.startsWith('ERR_PARSE_ARGS') ? `USAGE: ${error.message}` : code;
}

process.exitCode = await main(process.argv.slice(2));
