/** The page that asks, per finding, what to do: a plain form that works without JavaScript. */
import type { CoverStyle } from '../core/options.ts';
import type { HoldView, Statement } from '../holds/types.ts';
import { type Catalog, type CustomLabels, catalogFor, fill } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import { chooseLanguage, type Language } from './language.ts';
import { renderPage } from './page-layout.ts';
import { ACCEPTED, type PageError, problemsBeside, problemText } from './page-problem.ts';
import { type GivenAnswers, type Question, questionsOf } from './question.ts';
import { renderItem } from './render-item.ts';
import { renderLooks } from './render-looks.ts';
import { type Asking, titleOf } from './render-question.ts';

/** More are only marked where they stand. */
const MAX_LISTED_PROBLEMS = 8;

export interface PromptPage {
  /** Texts of text items in clear, by item number. */
  readonly texts: ReadonlyMap<number, string>;
  readonly statement: Statement;
  /** A language tag or a whole `Accept-Language` header. */
  readonly lang: string | undefined;
  /** Path of the router, as the browser sees it: `/privacy`. */
  readonly base: string;
  readonly token: string;
  /** How places of pictures are covered unless the user chooses otherwise. */
  readonly cover: CoverStyle;
  readonly labels?: CustomLabels | undefined;
  readonly error?: PageError | undefined;
  /** What was answered before the error; it stays chosen. */
  readonly previousChoices?: GivenAnswers | undefined;
  /** The statement was confirmed in that same answer. */
  readonly previouslyAccepted?: boolean | undefined;
}

/**
 * The whole document for a hold that awaits its decision; send it with `promptPageHeaders()`. Its form posts urlencoded to
 * `<base>/holds/<id>/prompt`, where `parsePromptForm` reads it. Nothing is chosen and nothing confirmed beforehand.
 */
export function renderPromptPage(view: HoldView, page: PromptPage): string {
  const lang = chooseLanguage(page.lang);
  const catalog = catalogFor(lang, page.labels);
  const questions = questionsOf(view);
  const choices = page.previousChoices ?? [];
  const accepted = page.previouslyAccepted === true && page.error?.code === 'CHOICES_INCOMPLETE';
  const asking: Asking = {
    catalog,
    total: questions.length,
    given: new Map(choices.map((answer) => [answer.finding, answer])),
    problems: problemsBeside(page.error, questions, { choices, accepted }, catalog),
  };
  const href = `${page.base}/holds/${encodeURIComponent(view.hold)}`;
  const body = html`${renderTop(view, questions, catalog, lang)}
${page.error !== undefined && renderErrors(page.error, questions, asking)}
<form method="post" action="${href}/prompt" autocomplete="off">
${renderHidden(view, page)}
${renderItems(view, questions, page, href, asking)}
${renderLooks(questions, page.cover, catalog)}
${renderConfirmation(page.statement, lang, accepted, asking)}
</form>
${renderDelete(view, page, href, catalog)}`;
  // A screen reader says the title first.
  const title = page.error === undefined ? catalog.page.title : catalog.errors.title;
  return renderPage({ lang, title, body });
}

function renderTop(view: HoldView, questions: readonly Question[], catalog: Catalog, lang: Language): Markup {
  const { page, statuses } = catalog;
  const { title, text } = questions.some(({ kind }) => kind === 'finding') ? page.found : page.unchecked;
  const expires = new Date(view.expiresAt);
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    expires,
  );
  return html`<header class="top">
<p class="status">${statuses[view.status]}</p>
<h1>${title}</h1>
<p class="lead">${text}</p>
<p><small>${fill(page.deadline, { date: `${date} UTC` })}</small></p>
</header>`;
}

function renderErrors(error: PageError, questions: readonly Question[], { catalog, problems }: Asking): Markup {
  const faulty = questions.filter(({ id }) => problems.has(id));
  const more = faulty.length > MAX_LISTED_PROBLEMS;
  return html`<div class="card errors" role="alert" tabindex="-1" autofocus>
<h2>${catalog.errors.title}</h2>
<p>${problemText(error, catalog)}</p>
<ul>${faulty
    .slice(0, MAX_LISTED_PROBLEMS)
    .map(
      (question) => html`<li><a href="#q-${question.id}">${question.number}. ${titleOf(question, catalog)}</a></li>`,
    )}${more && html`<li>…</li>`}${problems.has(ACCEPTED) && html`<li><a href="#${ACCEPTED}">${problems.get(ACCEPTED)}</a></li>`}</ul>
</div>`;
}

function renderHidden({ version }: HoldView, { token, statement }: PromptPage): Markup {
  return html`<input type="hidden" name="version" value="${version}"><input type="hidden" name="token" value="${token}">
<input type="hidden" name="statement.id" value="${statement.id}"><input type="hidden" name="statement.version" value="${statement.version}">
<input type="hidden" name="statement.lang" value="${statement.lang}"><input type="hidden" name="statement.sha256" value="${statement.sha256}">`;
}

function renderItems(
  view: HoldView,
  questions: readonly Question[],
  { texts }: PromptPage,
  href: string,
  asking: Asking,
): Markup[] {
  const items = view.items.filter(({ removed }) => removed !== true);
  return items.map((item) => {
    const own = questions.filter((question) => question.item.n === item.n);
    return renderItem(
      item,
      own,
      { href, text: item.kind === 'text' ? texts.get(item.n) : undefined, namesField: items.length > 1 },
      asking,
    );
  });
}

function renderConfirmation(statement: Statement, lang: Language, accepted: boolean, asking: Asking): Markup {
  const { page } = asking.catalog;
  const problem = asking.problems.get(ACCEPTED);
  return html`<section class="card confirm" aria-labelledby="statement-title">
<div lang="${statement.lang}"${statement.lang !== lang && html` dir="auto"`}><h2 id="statement-title">${statement.title}</h2>
<p id="statement">${statement.text}</p></div>
<div>${problem !== undefined && html`<p class="problem" id="problem-${ACCEPTED}">${problem}</p>`}
<label class="answer"><input type="checkbox" id="${ACCEPTED}" name="accepted" value="yes" required aria-describedby="statement"${accepted && html` checked`}><span>${page.accept}</span></label></div>
<button>${page.submit}</button>
</section>`;
}

function renderDelete({ version }: HoldView, { token }: PromptPage, href: string, { page }: Catalog): Markup {
  return html`<details class="delete"><summary>${page.delete}</summary>
<form method="post" action="${href}/prompt">
<input type="hidden" name="version" value="${version}"><input type="hidden" name="token" value="${token}">
<p>${page.deleteHint}</p>
<button name="intent" value="delete">${page.deleteConfirm}</button>
</form></details>`;
}
