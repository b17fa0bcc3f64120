import { sendError, sendHoldPage } from '../prompt-page.ts';
import type { Route } from '../route.ts';

/** The page that asks; after the decision, the one that finishes the upload. */
export const getPrompt: Route = {
  method: 'get',
  path: '/holds/:id/prompt',
  async answer(call) {
    try {
      await sendHoldPage(call, await call.subject(), {});
    } catch (error) {
      sendError(call, error);
    }
  },
};
