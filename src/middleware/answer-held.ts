/** Tells the client that its upload waits for its decision: 202, or 303 to the prompt page for a form of a browser. */
import type { Request, Response } from 'express';
import type { HoldView } from '../holds/types.ts';
import { heldBody, holdHref } from './held-body.ts';
import { dropQuery } from './replace-query.ts';
import { isFormPost } from './request-body.ts';

export function answerHeld(request: Request, response: Response, view: HoldView, routerPath: string): void {
  dropQuery(request);
  response.set('Cache-Control', 'private, no-store');
  const href = holdHref(routerPath, view.hold);
  if (isFormPost(request)) {
    response.redirect(303, `${href}/prompt`);
    return;
  }
  response.status(202).location(href).set('ETag', etagOf(view)).json(heldBody(view, routerPath));
}

/** The entity tag of a hold is its version. */
export function etagOf({ version }: Pick<HoldView, 'version'>): string {
  return `"${version}"`;
}
