import type { Finding, FindingType, Gap } from '../../../src/core/types.ts';
import type { DecisionInput, HoldOrigin, HoldView, NewHold, NewHoldItem } from '../../../src/holds/types.ts';
import { reportOn } from './mask-redactor.mjs';

export const ANNA = 'user-anna';
export const ORIGIN: HoldOrigin = { kind: 'upload', method: 'POST', path: '/uploads', mount: '' };
export const TEXT = 'Call berta@example.org or carl@example.org.';
export const SIDE = 20;

/** A hold of the text above, unless told otherwise: two e-mail addresses to decide about. */
export function newHold(changes: Partial<NewHold> = {}): NewHold {
  return {
    subject: ANNA,
    isMinor: false,
    lang: 'en',
    origin: ORIGIN,
    items: [textItem(TEXT)],
    envelope: Buffer.from('{"rebuild":"this"}'),
    ...changes,
  };
}

export function textItem(text: string, gaps: readonly Gap[] = []): NewHoldItem {
  const report = { ...reportOn(text), gaps };
  return {
    kind: 'text',
    mediaType: 'text/plain',
    field: '/body/prompt',
    report,
    content: { bytes: Buffer.from(text) },
  };
}

/** A picture of one byte a pixel, all 9, with boxes of these types side by side. */
export function pictureItem(types: readonly FindingType[], gaps: readonly Gap[] = []): NewHoldItem {
  const findings = types.map(
    (type, index): Finding => ({
      id: `f${index + 1}`,
      type,
      score: 0.9,
      detector: type,
      action: 'confirm',
      subject: 'unknown',
      box: { x: index * 4, y: 2, width: 3, height: 3 },
    }),
  );
  const bytes = new Uint8Array(SIDE * SIDE).fill(9);
  return {
    kind: 'image',
    mediaType: 'image/png',
    field: 'image',
    report: {
      verdict: 'hold',
      input: { kind: 'image', mediaType: 'image/png', bytes: bytes.length, width: SIDE, height: SIDE },
      findings,
      gaps,
      assessed: { face: types.includes('face') ? 'found' : 'none_found' },
    },
    content: { bytes },
  };
}

export function gap(id: string, detector = 'face'): Gap {
  return { id, detector, reason: 'timeout' };
}

type Given = DecisionInput['choices'][number];

/** The decision about this view: `choose` gives each finding and gap its choice, or none. */
export function decisionOn(
  view: HoldView,
  choose: Given['choice'] | ((id: string, n: number) => Given['choice'] | Omit<Given, 'finding'> | undefined),
): DecisionInput {
  const asked = view.items.flatMap(({ n, findings, gaps }) =>
    [...findings, ...gaps].filter(({ choices }) => choices.length > 0).map(({ id }) => ({ id, n })),
  );
  const choices = asked.flatMap(({ id, n }): Given[] => {
    const chosen = typeof choose === 'string' ? choose : choose(id, n);
    if (chosen === undefined) return [];
    return [typeof chosen === 'string' ? { finding: id, choice: chosen } : { finding: id, ...chosen }];
  });
  return { token: view.token ?? 'none', statement: { ...view.statement, accepted: true }, choices };
}
