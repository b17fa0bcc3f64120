import type { Route } from '../route.ts';

/** The user takes a confirmation back; what the host made of the upload is recalled by an event. */
export const postWithdraw: Route = {
  method: 'post',
  path: '/records/:id/withdraw',
  async answer({ guard, response, parameter, subject }) {
    await guard.holds.withdraw(parameter('id'), await subject());
    response.status(202).end();
  },
};
