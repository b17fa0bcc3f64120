/** HTML by tagged template: everything put in is escaped unless it was itself made by `html`. */

// A symbol cannot come out of JSON or a database, so no stored value passes for markup.
const MARKUP: unique symbol = Symbol('markup');

export interface Markup {
  readonly [MARKUP]: string;
}

/** What may stand in a template: `undefined` and `false` print nothing, arrays print their members. */
export type Printable = Markup | string | number | false | undefined | readonly Printable[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Makes markup; quote every attribute value in the template, the escaping relies on it. */
export function html(literals: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  const parts = literals.map((literal, index) => literal + print(values[index]));
  return { [MARKUP]: parts.join('') };
}

/** The markup as text, to be sent. */
export function markupText(markup: Markup): string {
  return markup[MARKUP];
}

/** Trusts a text as markup: for this room's own constants only. */
export function ownMarkup(text: string): Markup {
  return { [MARKUP]: text };
}

function print(value: Printable): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
  return MARKUP in value ? value[MARKUP] : value.map(print).join('');
}
