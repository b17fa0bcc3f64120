/** A counter on the terminal; nothing where standard error is none, or where there is one thing to do. */
export interface Progress {
  step(): void;
  /** Clears its line, before something else is printed. */
  clear(): void;
}

export function createProgress(total: number): Progress {
  const isShown = process.stderr.isTTY && total > 1;
  let done = 0;
  return {
    step() {
      done++;
      if (isShown) process.stderr.write(`\r${done} of ${total}`);
    },
    clear() {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
