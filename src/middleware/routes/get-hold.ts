import { etagOf } from '../answer-held.ts';
import { heldBody } from '../held-body.ts';
import type { Route } from '../route.ts';

/** A hold of the asking user, with the token to decide. Another's is `NOT_FOUND`, an ended one `GONE`. */
export const getHold: Route = {
  method: 'get',
  path: '/holds/:id',
  async answer({ guard, response, parameter, subject }) {
    const view = await guard.holds.get(parameter('id'), await subject());
    response.set('ETag', etagOf(view)).json(heldBody(view, guard.options.routerPath));
  },
};
