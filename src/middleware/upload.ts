/** `upload()`: receives a multipart body, scans everything in it, and hands it on clean, holds it, or refuses it. */
import type { RequestHandler } from 'express';
import { BystanderError } from '../errors.ts';
import { admitContent } from './admit-content.ts';
import { answerHeld } from './answer-held.ts';
import type { Content } from './content.ts';
import { deliverFiles, deliverStrings } from './deliver-content.ts';
import type { Layout } from './envelope.ts';
import { type Exchange, guarded, type Outcome, submissionOf } from './exchange.ts';
import type { Guard } from './guard.ts';
import { queryOf } from './query-items.ts';
import { receiveMultipart } from './receive-multipart.ts';
import { hasBody, isParsed, refuseTooLarge } from './request-body.ts';
import { requestReport } from './request-report.ts';
import { holdToResume, readSmallBody } from './resume-body.ts';
import { resumeHold } from './resume-hold.ts';
import { type DeclaredFields, parseUploadOptions, type UploadOptions } from './upload-options.ts';

/** Throws `ConfigError` for its own options when the route is mounted. */
export function createUpload(guard: Guard, uploadOptions: UploadOptions): RequestHandler {
  const { as, ...declared } = parseUploadOptions(uploadOptions);
  const layout: Layout = { as, files: 'by-field' };

  async function upload(exchange: Exchange): Promise<Outcome> {
    const { request, response, session } = exchange;
    refuseTooLarge(request, guard.options.limits.bytes);
    const submission = await submissionOf(guard, exchange, 'upload');
    if (!request.is('multipart')) {
      const hold = await resumedHold(exchange);
      if (hold !== undefined) {
        await resumeHold(guard, exchange, submission, hold);
        return 'handler';
      }
    }
    const content = await receiveContent(guard, exchange, declared);
    const admission = await admitContent(guard, submission, content, layout);
    if (admission.verdict === 'hold') {
      answerHeld(request, response, admission.hold, guard.options.routerPath);
      return 'answered';
    }
    await deliverFiles(request, admission.content.files, layout, session);
    deliverStrings(request, admission.content);
    request.bystander = requestReport(session, admission.items);
    return 'handler';
  }

  return guarded(guard, 'bystanderUpload', upload);
}

/** Reads what is not multipart: it is a resume, or nothing that this route takes. */
async function resumedHold({ request, response }: Exchange): Promise<string | undefined> {
  if (!hasBody(request)) return undefined;
  const isRead = await readSmallBody(request, response);
  const hold = isRead && isParsed(request) ? holdToResume(request.body) : undefined;
  if (hold === undefined) throw new BystanderError('BODY_NOT_PARSED', 'this route takes multipart/form-data');
  return hold;
}

async function receiveContent(
  { options }: Guard,
  { request, response, session, signal }: Exchange,
  declared: DeclaredFields,
): Promise<Content> {
  const query = queryOf(request.url);
  if (!request.is('multipart')) return { body: request.body, query, files: [] };
  if (isParsed(request)) throw new BystanderError('BODY_NOT_PARSED', 'another parser has read the multipart body');
  const { limits } = options;
  return { query, ...(await receiveMultipart({ request, response, session, signal, limits, declared })) };
}
