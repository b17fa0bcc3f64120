import { optionsJsonSchema } from '../core/options-schema.ts';

/** `bystander schema`: the JSON Schema of all options. */
export async function schema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(optionsJsonSchema(), null, 2)}\n`);
  return 0;
}
