/** Answers a hold as its user's client does. */
import type { Express } from 'express';
import request, { type Test } from 'supertest';
import type { HeldBody, HeldItemBody } from '../../src/middleware/held-body.ts';

/** What browsers say of a request that a page of the site itself makes. */
export const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' } as const;

type AskedFinding = HeldItemBody['findings'][number];

/** The body of a decision that answers every finding that needs an answer. */
export function decisionFor(held: HeldBody, choose: (finding: AskedFinding, item: HeldItemBody) => string): object {
  const choices = held.items.flatMap((item) =>
    item.findings
      .filter(({ action }) => action === 'confirm')
      .map((finding) => ({ finding: finding.id, choice: choose(finding, item) })),
  );
  return { token: held.confirm?.token, statement: { ...held.statement, accepted: true }, choices };
}

export function decide(app: Express, held: HeldBody, choose: Parameters<typeof decisionFor>[1]): Test {
  return request(app)
    .post(held.confirm?.href ?? '')
    .set(SAME_ORIGIN)
    .set('If-Match', `"${held.version}"`)
    .send(decisionFor(held, choose));
}
