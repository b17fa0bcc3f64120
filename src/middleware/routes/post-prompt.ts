import { BystanderError } from '../../errors.ts';
import { type PromptForm, parsePromptForm } from '../../prompt/parse-prompt-form.ts';
import { holdHref } from '../held-body.ts';
import { sendError, sendHoldPage, sendMessage } from '../prompt-page.ts';
import type { Route, RouteCall } from '../route.ts';

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
  const { guard, response, parameter } = call;
  const id = parameter('id');
  switch (form.kind) {
    case 'delete':
      await guard.holds.remove(id, subject);
      sendMessage(call, 'deleted', 200);
      return;
    case 'unconfirmed':
      await sendHoldPage(call, subject, { error: unconfirmed(), choices: form.choices });
      return;
    case 'decision': {
      const { version, decision } = form;
      const failure = await failureOf(guard.holds.decide(id, subject, decision, { version }));
      if (failure === undefined) response.redirect(303, `${holdHref(guard.options.routerPath, id)}/prompt`);
      else await sendHoldPage(call, subject, { error: failure, choices: decision.choices, accepted: true });
    }
  }
}

function unconfirmed(): BystanderError {
  return new BystanderError('CHOICES_INCOMPLETE', 'the statement was not confirmed');
}

/** A coded error is shown where the answers were given. */
async function failureOf(deciding: Promise<unknown>): Promise<BystanderError | undefined> {
  try {
    await deciding;
    return undefined;
  } catch (error) {
    if (error instanceof BystanderError) return error;
    throw error;
  }
}
