/** The page after a decision: its button sends the hold's id to the upload's own route, and the host answers. */
import type { HoldView } from '../holds/types.ts';
import { catalogFor } from './catalog/catalog.ts';
import { html } from './html.ts';
import { chooseLanguage } from './language.ts';
import { renderPage } from './page-layout.ts';
import { renderMessagePage } from './render-message-page.ts';

/**
 * For a released hold. A form can only finish what was a POST; other uploads (`submit`, PUT) get the message that all is answered.
 * `lang` is a language tag or a whole `Accept-Language` header.
 */
export function renderFinishPage(view: HoldView, { lang: requested }: { readonly lang: string | undefined }): string {
  const { kind, method, path } = view.origin;
  if (kind === 'submit' || method.toUpperCase() !== 'POST') return renderMessagePage('answered', { lang: requested });
  const lang = chooseLanguage(requested);
  const { page, messages, statuses } = catalogFor(lang);
  const body = html`<section class="card message">
<p class="status">${statuses[view.status]}</p>
<h1>${messages.ready.title}</h1>
<p class="lead">${messages.ready.text}</p>
<form method="post" action="${ownPath(path)}">
<input type="hidden" name="hold" value="${view.hold}">
<button autofocus>${page.finish}</button>
</form>
</section>`;
  return renderPage({ lang, title: messages.ready.title, body, narrow: true });
}

/** A path that begins with two slashes (or what a browser takes for one) would name another host. */
function ownPath(path: string): string {
  return /^\/(?![/\\\s])/.test(path) ? path : `/.${path}`;
}
