/** Sends the pages of a hold: it asks, it finishes, or it says why there is nothing to do. */
import type { CoverStyle } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { HoldView } from '../holds/types.ts';
import { promptPageHeaders } from '../prompt/prompt-page-headers.ts';
import type { GivenAnswers } from '../prompt/question.ts';
import { renderFinishPage } from '../prompt/render-finish-page.ts';
import {
  messageForCode,
  messageForStatus,
  type PageMessage,
  renderMessagePage,
} from '../prompt/render-message-page.ts';
import { renderPromptPage } from '../prompt/render-prompt-page.ts';
import type { RouteCall } from './route.ts';

export interface GivenForm {
  /** Why the answers did not do. */
  readonly error?: BystanderError;
  readonly choices?: GivenAnswers;
  readonly accepted?: boolean;
  readonly cover?: CoverStyle | undefined;
}

/** The page for the hold as it is now. */
export async function sendHoldPage(call: RouteCall, subject: string, form: GivenForm): Promise<void> {
  const { guard, parameter } = call;
  const view = await guard.holds.get(parameter('id'), subject);
  if (view.status === 'awaiting') return sendPrompt(call, subject, view, form);
  if (form.error !== undefined) return sendError(call, form.error);
  if (view.status === 'released') return send(call, 200, renderFinishPage(view, { lang: langOf(call) }));
  sendMessage(call, messageForStatus(view.status), 200);
}

export function sendMessage(call: RouteCall, message: PageMessage, status: number): void {
  send(call, status, renderMessagePage(message, { lang: langOf(call) }));
}

/** A coded error as a page; throws anything else on. */
export function sendError(call: RouteCall, error: unknown): void {
  if (!(error instanceof BystanderError)) throw error;
  sendMessage(call, messageForCode(error.code), error.status);
}

async function sendPrompt(call: RouteCall, subject: string, view: HoldView, form: GivenForm): Promise<void> {
  const { guard } = call;
  const texts = new Map<number, string>();
  for (const { n, kind, removed } of view.items) {
    if (kind === 'text' && removed !== true) texts.set(n, await guard.holds.text(view.hold, subject, n));
  }
  const { statement: shown, token = '' } = view;
  const statement = guard.statements.find(shown.id, shown.lang);
  if (statement === undefined)
    throw new BystanderError('STATEMENT_CHANGED', 'the statement of this hold is not known any more');
  const { error, choices, accepted, cover = guard.options.redaction.cover } = form;
  const page = renderPromptPage(view, {
    texts,
    statement,
    token,
    lang: langOf(call),
    base: guard.options.routerPath,
    cover,
    labels: guard.options.customDetectors,
    error: error && { code: error.code },
    previousChoices: choices,
    previouslyAccepted: accepted,
  });
  send(call, error?.status ?? 200, page);
}

function send({ response }: RouteCall, status: number, page: string): void {
  response.status(status).set(promptPageHeaders()).send(page);
}

function langOf({ request }: RouteCall): string | undefined {
  return request.get('accept-language');
}
