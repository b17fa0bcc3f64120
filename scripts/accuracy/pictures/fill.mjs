// Sentences with places for values: `{email}` is one of the person's, as a labelled piece of the text.

/** Pieces as `write` takes them. `person` has a maker for each place's name; what it has none for is a text in `others`. */
export function fill(template, person, others = {}) {
  return template.split(/[{}]/).map((part, index) => {
    if (index % 2 === 0) return part;
    return others[part] ?? person[part]();
  });
}
