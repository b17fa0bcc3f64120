/** A page that says one thing: gone, declined, deleted, not found, failed. */
import type { HoldStatus } from '../holds/types.ts';
import { type Catalog, catalogFor } from './catalog/catalog.ts';
import { html } from './html.ts';
import { chooseLanguage } from './language.ts';
import { renderPage } from './page-layout.ts';

export type PageMessage = Exclude<keyof Catalog['messages'], 'ready'>;

/** `lang` is a language tag or a whole `Accept-Language` header. */
export function renderMessagePage(
  message: PageMessage,
  { lang: requested }: { readonly lang: string | undefined },
): string {
  const lang = chooseLanguage(requested);
  const { title, text } = catalogFor(lang).messages[message];
  const body = html`<section class="card message">
<h1>${title}</h1>
<p class="lead">${text}</p>
</section>`;
  return renderPage({ lang, title, body, narrow: true });
}

/** The message for an error code of a hold's route; the codes are those of `docs/errors.md`. */
export function messageForCode(code: string): PageMessage {
  switch (code) {
    case 'GONE':
      return 'gone';
    case 'ALREADY_DECIDED':
      return 'finished';
    case 'RUNNING':
    case 'UNDECIDED':
      return 'working';
    case 'NOT_FOUND':
    case 'SUBJECT_REQUIRED':
      return 'notFound';
    default:
      return 'failed';
  }
}

/** The message for a hold that neither asks nor can be finished any more. */
export function messageForStatus(status: Exclude<HoldStatus, 'awaiting' | 'released'>): PageMessage {
  switch (status) {
    case 'decided':
    case 'resuming':
      return 'working';
    case 'consumed':
      return 'finished';
    case 'declined':
      return 'declined';
    case 'expired':
    case 'withdrawn':
    case 'purged':
      return 'gone';
  }
}
