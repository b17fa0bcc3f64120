/** `router()`: everything that users and their clients ask about holds, statements and records. */
import { type RequestHandler, Router } from 'express';
import type { Guard } from './guard.ts';
import { type Route, routeHandlers } from './route.ts';
import { deleteHold } from './routes/delete-hold.ts';
import { getHold } from './routes/get-hold.ts';
import { getNotice } from './routes/get-notice.ts';
import { getPreview } from './routes/get-preview.ts';
import { getPrompt } from './routes/get-prompt.ts';
import { getRecord } from './routes/get-record.ts';
import { getStatement } from './routes/get-statement.ts';
import { listHolds } from './routes/list-holds.ts';
import { postDecision } from './routes/post-decision.ts';
import { postExtend } from './routes/post-extend.ts';
import { postPrompt } from './routes/post-prompt.ts';
import { postRegion } from './routes/post-region.ts';
import { postWithdraw } from './routes/post-withdraw.ts';

const ROUTES: readonly Route[] = [
  listHolds,
  getHold,
  deleteHold,
  getPreview,
  getPrompt,
  postPrompt,
  postDecision,
  postRegion,
  postExtend,
  getStatement,
  getRecord,
  postWithdraw,
  getNotice,
];

/** To be mounted at the option `routerPath`. */
export function createRouter(guard: Guard): RequestHandler {
  const router = Router();
  for (const route of ROUTES) router[route.method](route.path, ...routeHandlers(guard, route));
  return router;
}
