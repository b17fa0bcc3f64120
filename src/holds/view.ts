/** A hold as its user is shown it. */
import { choicesFor, choicesForGap } from '../core/choices.ts';
import type { HoldsContext } from './context.ts';
import { type HoldDocument, heldItem, openDocument, type StoredItem } from './document.ts';
import type { HoldRow, ServedRow } from './store.ts';
import { signToken } from './token.ts';
import type { HoldStatus, HoldView, StatementRef } from './types.ts';

type ShownItem = HoldView['items'][number];

/** With `subject`, and while a decision is awaited, it carries that subject's token. */
export function viewOf(context: HoldsContext, row: HoldRow, subject?: string): HoldView {
  const document = openDocument(context.keys, row);
  const statement = statementOf(context, document);
  const { id: hold, version, status } = row;
  const token = subject !== undefined && status === 'awaiting' && { hold, version, statement, subject };
  return {
    status,
    hold,
    version,
    expiresAt: new Date(row.expiresAt).toISOString(),
    asset: null,
    items: document.items.map((item) => showItem(context, document, item, status)),
    statement,
    ...(token && { token: signToken(context.keys, token) }),
    origin: document.origin,
    ...(row.record !== null && { record: row.record }),
  };
}

/** The statement that was accepted, or the one to accept now. */
function statementOf({ statements }: HoldsContext, { statement, lang }: HoldDocument): StatementRef {
  const { id, version, lang: language, sha256 } = statement ?? statements.current(lang ?? undefined);
  return { id, version, lang: language, sha256 };
}

/** That this user was sent this statement about this version. */
export function servedNow({ clock }: HoldsContext, { hold, version, statement }: HoldView): ServedRow {
  return { hold, version, statement: statementKey(statement), at: clock.now() };
}

export function statementKey({ id, version, lang, sha256 }: StatementRef): string {
  return [id, version, lang, sha256].join(' ');
}

function showItem(context: HoldsContext, { isMinor }: HoldDocument, stored: StoredItem, status: HoldStatus): ShownItem {
  const { findings, gaps, ...item } = heldItem(stored);
  const settings = { ...context.settings, isMinor };
  const isAsked = status === 'awaiting' && item.removed !== true;
  return {
    ...item,
    findings: findings.map((finding) => ({ ...finding, choices: isAsked ? choicesFor(finding, settings) : [] })),
    gaps: gaps.map((gap) => ({ ...gap, choices: isAsked ? choicesForGap(gap, settings) : [] })),
  };
}
