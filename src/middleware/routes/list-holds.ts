import { heldBody } from '../held-body.ts';
import type { Route } from '../route.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** The asking user's holds, newest first; `next` is the cursor of the next page. */
export const listHolds: Route = {
  method: 'get',
  path: '/holds',
  async answer({ guard, request, response, subject }) {
    const asked = new URL(request.url, 'http://localhost').searchParams;
    const limit = Math.min(
      Math.max(Math.trunc(Number(asked.get('limit') ?? DEFAULT_LIMIT)) || DEFAULT_LIMIT, 1),
      MAX_LIMIT,
    );
    const { holds, next } = await guard.holds.list(await subject(), {
      cursor: asked.get('cursor') ?? undefined,
      limit,
    });
    response.json({
      holds: holds.map((view) => heldBody(view, guard.options.routerPath)),
      ...(next !== undefined && { next }),
    });
  },
};
