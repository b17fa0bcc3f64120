import type { Route } from '../route.ts';

/** The receipt: what the user confirmed, on which wording. */
export const getRecord: Route = {
  method: 'get',
  path: '/records/:id',
  async answer({ guard, response, parameter, subject }) {
    response.json(await guard.holds.record(parameter('id'), await subject()));
  },
};
