import { parseDecision } from '../../holds/parse-decision.ts';
import { etagOf } from '../answer-held.ts';
import { heldBody } from '../held-body.ts';
import { accountOf } from '../identify-subject.ts';
import { versionShown } from '../if-match.ts';
import type { Route } from '../route.ts';

/** The user's answers. 200 with the hold as it is then: released, declined, or asking again with a new version. */
export const postDecision: Route = {
  method: 'post',
  path: '/holds/:id/decision',
  body: 'json',
  async answer({ guard, request, response, parameter, subject }) {
    const version = versionShown(request);
    const decision = parseDecision(request.body);
    const idempotencyKey = request.get('idempotency-key');
    const call = { version, idempotencyKey, account: () => accountOf(guard, request) };
    const view = await guard.holds.decide(parameter('id'), await subject(), decision, call);
    response.set('ETag', etagOf(view)).json(heldBody(view, guard.options.routerPath));
  },
};
