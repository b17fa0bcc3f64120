/** The same route again with `{ hold }`: the handler gets the decided upload under a lease, and its answer ends the lease. */
import type { Response } from 'express';
import type { Logger } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { Lease } from '../holds/types.ts';
import { deliverFiles } from './deliver-content.ts';
import { openEnvelope } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import type { Guard } from './guard.ts';
import { rebuildContent } from './rebuild-content.ts';
import { defineQuery } from './replace-query.ts';
import { type Consumer, requestReport } from './request-report.ts';
import type { Submission } from './submission.ts';

/** Throws `NOT_FOUND`, `UNDECIDED`, `RUNNING`, `GONE`. */
export async function resumeHold(guard: Guard, exchange: Exchange, submission: Submission, id: string): Promise<void> {
  const { request, response, session, signal } = exchange;
  const lease = await guard.holds.resume(id, submission.subject, submission.origin);
  const consumer: Consumer = { consumption: undefined };
  try {
    const envelope = openEnvelope(lease.envelope);
    const { body, query, files } = rebuildContent(envelope, lease.items);
    await deliverFiles(request, files, envelope.layout, session);
    request.body = body;
    // Not in the URLs: what the user decided to keep is for the handler, not for access logs.
    defineQuery(request, query);
    if (signal.aborted) throw new BystanderError('ABORTED', 'the client went away');
  } catch (error) {
    await lease.giveBack();
    throw error;
  }
  request.bystander = requestReport(session, [], { hold: lease.hold, record: lease.record, consumer });
  endWithAnswer(response, lease, consumer, guard.logger);
}

/**
 * The lease ends before the last byte of the answer leaves, so that a client that has its answer finds the hold consumed. A redirect is
 * how forms are answered, so it counts as success like 2xx.
 */
function endWithAnswer(response: Response, lease: Lease, consumer: Consumer, logger: Logger): void {
  let ending: Promise<void> | undefined;
  async function endLease(succeeded: boolean): Promise<void> {
    try {
      await (succeeded ? lease.consume(consumer.consumption) : lease.giveBack());
    } catch (error) {
      const code = error instanceof BystanderError ? error.code : 'unexpected';
      logger.error(`bystander: the lease of ${lease.hold} did not end (${code}); it runs out by itself`);
    }
  }
  const end = response.end;
  function endAfterLease(...args: Parameters<Response['end']>): Response {
    const { statusCode } = response;
    ending ??= endLease(statusCode >= 200 && statusCode < 400);
    ending.then(() => end.apply(response, args));
    return response;
  }
  Object.assign(response, { end: endAfterLease });
  response.once('close', () => {
    ending ??= endLease(false);
  });
}
