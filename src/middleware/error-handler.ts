/** Express error middleware: coded errors as problem documents, anything else is the host's. */
import type { ErrorRequestHandler } from 'express';
import { codedError, sendProblem } from './problem.ts';

export function createErrorHandler(): ErrorRequestHandler {
  return function bystanderErrors(error, _request, response, next) {
    const coded = codedError(error);
    if (coded === undefined || response.headersSent) next(error);
    else sendProblem(response, coded);
  };
}
