import { BystanderError } from '../../../src/errors.ts';

/** The code that a call is refused with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof BystanderError) return error.code;
    throw error;
  }
  return 'no error';
}
