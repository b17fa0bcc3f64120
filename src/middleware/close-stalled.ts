/** Ends the connection of a client that goes on sending, or stalls, after it was answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Long enough for the client to read the answer while it still sends; closing at once could take the answer from it. */
const LINGER_MS = 1000;

/** Reads on over what still comes and, a second after the answer, closes the connection if the body has not ended. */
export function closeStalled(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  response.once('finish', () => {
    request.resume();
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, LINGER_MS);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
  });
}
