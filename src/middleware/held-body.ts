/** A hold as its user's client sees it, with the addresses of everything that belongs to it. */
import { UNSEEN_IMAGE_TYPES } from '../core/types.ts';
import type { HoldView } from '../holds/types.ts';

type ViewedItem = HoldView['items'][number];

export interface HeldItemBody extends Omit<ViewedItem, 'mediaType'> {
  /** The media type. */
  readonly type: string;
  /** A stripped, capped picture or the text; nothing for pictures without a decoder and types that are let by unscanned. */
  readonly preview: string | null;
}

export interface HeldBody extends Omit<HoldView, 'items' | 'token' | 'origin'> {
  readonly items: readonly HeldItemBody[];
  /** Where and with which token to decide, while a decision is awaited. */
  readonly confirm?: { readonly href: string; readonly token: string };
  readonly prompt: { readonly href: string };
}

/** Path of a hold under the router. */
export function holdHref(routerPath: string, id: string): string {
  return `${routerPath}/holds/${id}`;
}

/** The body of the 202 and of `GET /holds/:id`. */
export function heldBody(view: HoldView, routerPath: string): HeldBody {
  const { items, token, origin: _origin, ...rest } = view;
  const href = holdHref(routerPath, view.hold);
  return {
    ...rest,
    items: items.map((item) => heldItem(item, href)),
    ...(token !== undefined && { confirm: { href: `${href}/decision`, token } }),
    prompt: { href: `${href}/prompt` },
  };
}

function heldItem({ mediaType, ...item }: ViewedItem, href: string): HeldItemBody {
  const hasPreview = item.kind !== 'other' && item.removed !== true && !UNSEEN_IMAGE_TYPES.includes(mediaType);
  return { ...item, type: mediaType, preview: hasPreview ? `${href}/items/${item.n}/preview` : null };
}
