import { z } from 'zod';
import { BystanderError } from '../../errors.ts';
import { etagOf } from '../answer-held.ts';
import { heldBody } from '../held-body.ts';
import { versionShown } from '../if-match.ts';
import type { Route } from '../route.ts';

const side = z.number().positive();
const corner = z.number().min(0);
const schema = z.strictObject({
  item: z.int().positive(),
  box: z.strictObject({ x: corner, y: corner, width: side, height: side }),
});

/** A place that the detectors missed becomes a finding of type `region`. */
export const postRegion: Route = {
  method: 'post',
  path: '/holds/:id/regions',
  body: 'json',
  async answer({ guard, request, response, parameter, subject }) {
    const version = versionShown(request);
    const { success, data } = schema.safeParse(request.body);
    if (!success) throw new BystanderError('DECISION_MALFORMED', 'expected { item, box: { x, y, width, height } }');
    const view = await guard.holds.addRegion(parameter('id'), await subject(), data, version);
    response.set('ETag', etagOf(view)).json(heldBody(view, guard.options.routerPath));
  },
};
