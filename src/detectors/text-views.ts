/** The ways a text can be read: as given, and with its disguises taken off. Every place found in a view has a place in the text as given. */

/** A text as a reader sees it, with the way back. */
export interface TextView {
  readonly text: string;
  /** The place in the text as given, by UTF-16 offsets, that shows the view's units from `start` to `end`. */
  placeOf(start: number, end: number): { readonly start: number; readonly end: number };
}

/** The views of a text; the first is always the whole text. Any string is taken; linear in its length. */
export function viewsOf(text: string): readonly TextView[] {
  return [{ text, placeOf: (start, end) => ({ start, end }) }];
}
