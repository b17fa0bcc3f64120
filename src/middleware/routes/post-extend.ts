import { etagOf } from '../answer-held.ts';
import { heldBody } from '../held-body.ts';
import type { Route } from '../route.ts';

/** More time to decide, once. */
export const postExtend: Route = {
  method: 'post',
  path: '/holds/:id/extend',
  async answer({ guard, response, parameter, subject }) {
    const view = await guard.holds.extend(parameter('id'), await subject());
    response.set('ETag', etagOf(view)).json(heldBody(view, guard.options.routerPath));
  },
};
