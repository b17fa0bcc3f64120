/** The body of a decision, from `unknown` to its type. */
import { z } from 'zod';
import { COVER_STYLES } from '../core/options.ts';
import { CHOICES, GAP_CHOICES } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { DecisionInput } from './types.ts';

const MAX_CHOICES = 10_000;
const MAX_NOTE_LENGTH = 2000;
const MAX_KEY_LENGTH = 255;

/** The bases an uploader may claim with `other-basis`; the ids of the option `processing.operatorBasis`. */
const BASES = ['contract', 'consent', 'legal-obligation', 'legitimate-interests'] as const;

const name = z.string().min(1).max(128);
/** A form sends what was left empty. */
const emptyAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);

const choiceSchema = z.strictObject({
  finding: name,
  choice: z.enum([...CHOICES, ...GAP_CHOICES]),
  basis: z.preprocess(emptyAsAbsent, z.enum(BASES).optional()),
  note: z.preprocess(emptyAsAbsent, z.string().max(MAX_NOTE_LENGTH).optional()),
});

const decisionSchema = z.strictObject({
  token: z.string().min(1).max(256),
  // Other members are ignored: a client may send back the statement as it got it.
  statement: z.object({
    id: name,
    version: name,
    lang: name,
    sha256: z.string().regex(/^[0-9a-f]{64}$/i),
    accepted: z.literal(true),
  }),
  choices: z.array(choiceSchema).max(MAX_CHOICES),
  cover: z.enum(COVER_STYLES).optional(),
});

/** Throws `DECISION_MALFORMED`: a wrong shape, a statement that is not accepted, two choices for one finding. */
export function parseDecision(body: unknown): DecisionInput {
  const { success, data } = decisionSchema.safeParse(body);
  if (!success) throw new BystanderError('DECISION_MALFORMED', 'the decision does not have the documented shape');
  if (new Set(data.choices.map(({ finding }) => finding)).size < data.choices.length) {
    throw new BystanderError('DECISION_MALFORMED', 'a finding has two choices');
  }
  return data;
}

/** Throws `DECISION_MALFORMED` for a key that is empty or longer than 255 characters. */
export function assertIdempotencyKey(key: string | undefined): void {
  if (key !== undefined && (key.length === 0 || key.length > MAX_KEY_LENGTH)) {
    throw new BystanderError('DECISION_MALFORMED', 'the idempotency key is empty or too long');
  }
}
