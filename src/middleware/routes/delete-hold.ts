import type { Route } from '../route.ts';

/** The user takes the upload back: its bytes are gone when this answers. */
export const deleteHold: Route = {
  method: 'delete',
  path: '/holds/:id',
  async answer({ guard, response, parameter, subject }) {
    await guard.holds.remove(parameter('id'), await subject());
    response.status(204).end();
  },
};
