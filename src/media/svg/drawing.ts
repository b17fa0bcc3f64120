/** What is left of a drawing when everything but the picture has gone. */
import type { EmbeddedPicture } from './embedded-picture.ts';

export interface Drawing {
  /** A name of `ELEMENTS`. */
  readonly name: string;
  /** As its author wrote it; only written where something refers to it, and then as a number. */
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** Filtered, with marked names; `xlink:href` under that name. In the order of the file. */
  readonly attributes: readonly (readonly [name: string, value: string | EmbeddedPicture])[];
  readonly children: readonly (Drawing | string)[];
}

/** The pictures inside it, in the order of the file. */
export function* embeddedIn(drawing: Drawing): Generator<EmbeddedPicture> {
  for (const [, value] of drawing.attributes) if (typeof value !== 'string') yield value;
  for (const child of drawing.children) if (typeof child !== 'string') yield* embeddedIn(child);
}

/** What can be read in it: each text as a whole, and the names of its fonts. */
export function* textsIn(drawing: Drawing): Generator<{ readonly field: VisibleField; readonly text: string }> {
  for (const [name, value] of drawing.attributes)
    if (name === 'font-family' || name === 'font') yield { field: 'SVG:Font', text: String(value) };
  if (drawing.name === 'text') yield { field: 'SVG:Text', text: lettersOf(drawing) };
  for (const child of drawing.children) if (typeof child !== 'string') yield* textsIn(child);
}

/** Fields that are part of the picture. */
type VisibleField = 'SVG:Text' | 'SVG:Font';

function lettersOf({ children }: Drawing): string {
  return children.map((child) => (typeof child === 'string' ? child : lettersOf(child))).join('');
}
