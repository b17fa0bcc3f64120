/** The frame of every page: head, style, main. */
import { html, type Markup, markupText, ownMarkup } from './html.ts';
import type { Language } from './language.ts';
import { PAGE_STYLE } from './page-style.ts';

export interface PageContent {
  readonly lang: Language;
  readonly title: string;
  readonly body: Markup;
  /** For pages of one message. */
  readonly narrow?: boolean;
}

/** A whole HTML document; send it with `promptPageHeaders()`, or its style is not applied. */
export function renderPage({ lang, title, body, narrow = false }: PageContent): string {
  return markupText(html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${ownMarkup(PAGE_STYLE)}</style>
</head>
<body>
<main class="${narrow ? 'narrow' : 'full'}">
${body}
</main>
</body>
</html>
`);
}
