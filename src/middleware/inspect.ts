/** `inspect()`: scans a request that the host's own parsers have read: JSON, urlencoded, text, bytes, or multer's files. */
import type { Request, RequestHandler } from 'express';
import { BystanderError } from '../errors.ts';
import { type Admission, admitContent } from './admit-content.ts';
import { answerHeld } from './answer-held.ts';
import { deliverStrings } from './deliver-content.ts';
import { type Exchange, guarded, type Outcome, submissionOf } from './exchange.ts';
import { type Guard, observes } from './guard.ts';
import { type HostFiles, hostFilesOf, removeHostFiles, replaceHostFile } from './host-files.ts';
import { queryOf } from './query-items.ts';
import { hasBody, isParsed } from './request-body.ts';
import { requestReport } from './request-report.ts';
import { holdToResume } from './resume-body.ts';
import { resumeHold } from './resume-hold.ts';
import type { Submission } from './submission.ts';

/** The host's own files are removed whenever its handler is not reached. */
export function createInspect(guard: Guard): RequestHandler {
  async function inspect(exchange: Exchange): Promise<Outcome> {
    const { request } = exchange;
    try {
      const outcome = await inspectRequest(guard, exchange);
      if (outcome === 'answered') await removeHostFiles(request, guard.logger);
      return outcome;
    } catch (error) {
      await removeHostFiles(request, guard.logger);
      throw error;
    }
  }
  return guarded(guard, 'bystanderInspect', inspect);
}

async function inspectRequest(guard: Guard, exchange: Exchange): Promise<Outcome> {
  const { request, response, session } = exchange;
  if (hasBody(request) && !isParsed(request)) {
    if (!observes(guard))
      throw new BystanderError('BODY_NOT_PARSED', 'no parser has read the body; mount one before inspect()');
    guard.logger.warn('bystander: a body that no parser has read was let by (preset observe)');
  }
  const submission = await submissionOf(guard, exchange, 'inspect');
  const hold = holdToResume(request.body);
  if (hold !== undefined) {
    await resumeHold(guard, exchange, submission, hold);
    return 'handler';
  }
  const hostFiles = await hostFilesOf(request);
  const admission = await admit(guard, submission, request, hostFiles);
  if (admission.verdict === 'hold') {
    answerHeld(request, response, admission.hold, guard.options.routerPath);
    return 'answered';
  }
  if (!observes(guard)) await deliver(request, admission, hostFiles);
  request.bystander = requestReport(session, admission.items);
  return 'handler';
}

function admit(guard: Guard, submission: Submission, request: Request, hostFiles: HostFiles): Promise<Admission> {
  const files = hostFiles.files.map(({ uploaded }) => uploaded);
  const content = { body: request.body, query: queryOf(request.url), files };
  return admitContent(guard, submission, content, hostFiles.layout);
}

async function deliver(
  request: Request,
  { content }: Extract<Admission, { verdict: 'pass' }>,
  hostFiles: HostFiles,
): Promise<void> {
  for (const [index, file] of hostFiles.files.entries()) {
    const cleaned = content.files[index];
    if (cleaned !== undefined) await replaceHostFile(file, cleaned);
  }
  deliverStrings(request, content);
}
