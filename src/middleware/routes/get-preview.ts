import { BystanderError } from '../../errors.ts';
import type { Route } from '../route.ts';

/** A stripped, size-capped picture or the text of one item. It is the user's own content, so nothing in it may run or be kept. */
export const getPreview: Route = {
  method: 'get',
  path: '/holds/:id/items/:n/preview',
  async answer({ guard, response, parameter, subject }) {
    const n = Number(parameter('n'));
    if (!Number.isSafeInteger(n)) throw new BystanderError('NOT_FOUND', 'there is no such item');
    const { bytes, mediaType } = await guard.holds.preview(parameter('id'), await subject(), n);
    response.set({
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Type': mediaType.startsWith('text/') ? 'text/plain; charset=utf-8' : mediaType,
    });
    response.send(Buffer.from(bytes));
  },
};
