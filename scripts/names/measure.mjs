// How well marked spans agree with labelled ones: a name is found when spans cover half of it, a span is right when half of it is in a name.
const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** `results`: `[{ gold, found }]` with `score` in each found; counts at a threshold. */
export function measure(results, threshold) {
  let right = 0;
  let wrong = 0;
  let hit = 0;
  let missed = 0;
  for (const { gold, found } of results) {
    const counted = found.filter(({ score }) => score >= threshold);
    for (const name of gold)
      counted.reduce((sum, one) => sum + overlap(one, name), 0) >= (name.end - name.start) / 2 ? hit++ : missed++;
    for (const one of counted) gold.some((name) => overlap(one, name) >= (one.end - one.start) / 2) ? right++ : wrong++;
  }
  const precision = right / Math.max(1, right + wrong);
  const recall = hit / Math.max(1, hit + missed);
  const f = (beta) => ((1 + beta ** 2) * precision * recall) / Math.max(1e-9, beta ** 2 * precision + recall);
  return { precision, recall, f1: f(1), f2: f(2), names: hit + missed, found: right + wrong };
}

export function row(name, { precision, recall, f1, f2, names, found }) {
  const percent = (value) => value.toFixed(3);
  return `${name.padEnd(24)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)} F2 ${percent(f2)} (${names} names, ${found} found)`;
}
