/** Hand-made holds for the tests of the pages. */
import type { BoxPlace, Choice, FindingType, GapChoice } from '../../src/core/types.ts';
import type { HoldView, OfferedFinding, OfferedGap } from '../../src/holds/types.ts';
import { type PromptPage, renderPromptPage } from '../../src/prompt/render-prompt-page.ts';
import { createStatements } from '../../src/prompt/statements.ts';

type Item = HoldView['items'][number];

export const CHOICES: readonly Choice[] = ['redact', 'remove', 'self', 'ours', 'consent', 'not-personal'];
export const TOKEN = 'token-of-this-hold';

export function face(id: string, box = { x: 100, y: 200, width: 120, height: 160 }): OfferedFinding {
  return { id, type: 'face', score: 0.97, detector: 'face', action: 'confirm', box, choices: CHOICES };
}

/** Something in a picture, read from its writing, a code or hardly visible colours. */
export function inPicture(
  id: string,
  type: FindingType,
  place: Partial<BoxPlace>,
  reasons: string[] = [],
): OfferedFinding {
  const box = { x: 100, y: 200, width: 300, height: 40 };
  return { id, type, score: 0.9, detector: type, action: 'confirm', box, reasons, choices: CHOICES, ...place };
}

export function words(id: string, type: FindingType, start: number, end: number): OfferedFinding {
  return { id, type, score: 0.9, detector: type, action: 'confirm', start, end, choices: CHOICES };
}

export function gap(id: string, detector: string, choices: readonly GapChoice[] = ['retry', 'remove']): OfferedGap {
  return { id, detector, reason: 'timeout', choices };
}

export function picture(n: number, findings: readonly OfferedFinding[], more: Partial<Item> = {}): Item {
  const size = { width: 4000, height: 3000, bytes: 1000 };
  const item: Item = {
    n,
    kind: 'image',
    mediaType: 'image/jpeg',
    field: 'image',
    findings,
    gaps: [],
    assessed: {},
    ...size,
  };
  return { ...item, ...more };
}

export function textItem(n: number, findings: readonly OfferedFinding[], field = '/body/prompt'): Item {
  return { n, kind: 'text', mediaType: 'text/plain', field, bytes: 100, findings, gaps: [], assessed: {} };
}

export function held(items: readonly Item[], more: Partial<HoldView> = {}): HoldView {
  const { id, version, lang, sha256 } = createStatements().current('en');
  return {
    status: 'awaiting',
    hold: 'hld_0123456789abcdef',
    version: 3,
    expiresAt: '2026-11-26T10:14:00.000Z',
    asset: null,
    items,
    statement: { id, version, lang, sha256 },
    token: TOKEN,
    origin: { kind: 'upload', method: 'POST', path: '/uploads', mount: '' },
    ...more,
  };
}

export function promptPage(items: readonly Item[], more: Partial<PromptPage> = {}): string {
  const lang = more.lang ?? 'en';
  const statement = createStatements().current(lang);
  return renderPromptPage(held(items), {
    texts: new Map(),
    statement,
    lang,
    base: '/privacy',
    token: TOKEN,
    cover: 'solid',
    ...more,
  });
}
