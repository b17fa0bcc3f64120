/** The logger where the host gives none: lines on standard error. */
import type { Logger } from '../core/options.ts';

export const stderrLogger: Logger = { info: write, warn: write, error: write };

function write(line: string): void {
  process.stderr.write(`${line}\n`);
}
