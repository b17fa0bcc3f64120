import { BystanderError } from '../../errors.ts';
import type { HoldStatus, HoldView } from '../../holds/types.ts';
import { type PromptForm, parsePromptForm } from '../../prompt/parse-prompt-form.ts';
import { holdHref } from '../held-body.ts';
import { accountOf } from '../identify-subject.ts';
import { sendError, sendHoldPage, sendMessage } from '../prompt-page.ts';
import type { Route, RouteCall } from '../route.ts';

/** Nothing is left to be finished. */
const ENDED: readonly HoldStatus[] = ['declined', 'purged'];

/** The page's plain form: decides, then leads to the page that finishes; what is wrong is said on the page itself. */
export const postPrompt: Route = {
  method: 'post',
  path: '/holds/:id/prompt',
  body: 'form',
  async answer(call) {
    try {
      const subject = await call.subject();
      await answerForm(call, subject, parsePromptForm(call.request.body));
    } catch (error) {
      sendError(call, error);
    }
  },
};

async function answerForm(call: RouteCall, subject: string, form: PromptForm): Promise<void> {
  const { guard, parameter } = call;
  const id = parameter('id');
  switch (form.kind) {
    case 'delete':
      await guard.holds.remove(id, subject);
      sendMessage(call, 'deleted', 200);
      return;
    case 'unconfirmed':
      await sendHoldPage(call, subject, { error: unconfirmed(), choices: form.choices, cover: form.cover });
      return;
    case 'decision':
      await answerDecision(call, subject, form);
  }
}

async function answerDecision(
  call: RouteCall,
  subject: string,
  { version, decision }: Extract<PromptForm, { kind: 'decision' }>,
): Promise<void> {
  const { guard, request, response, parameter } = call;
  const id = parameter('id');
  const account = () => accountOf(guard, request);
  const outcome = await outcomeOf(guard.holds.decide(id, subject, decision, { version, account }));
  if (outcome instanceof BystanderError) {
    await sendHoldPage(call, subject, {
      error: outcome,
      choices: decision.choices,
      accepted: true,
      cover: decision.cover,
    });
  } else if (outcome.status === 'awaiting') {
    // Something was tried again: what was answered about the rest is not asked twice.
    await sendHoldPage(call, subject, { choices: decision.choices, cover: decision.cover });
  } else if (ENDED.includes(outcome.status)) {
    sendMessage(call, 'declined', 200);
  } else {
    response.redirect(303, `${holdHref(guard.options.routerPath, id)}/prompt`);
  }
}

function unconfirmed(): BystanderError {
  return new BystanderError('CHOICES_INCOMPLETE', 'the statement was not confirmed');
}

/** A coded error is shown where the answers were given. */
async function outcomeOf(deciding: Promise<HoldView>): Promise<HoldView | BystanderError> {
  try {
    return await deciding;
  } catch (error) {
    if (error instanceof BystanderError) return error;
    throw error;
  }
}
