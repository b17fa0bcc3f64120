// The most that a perfect reader could flag: the search for text, in the text as it was written on the picture.
import { parseScannerOptions } from '../../../dist/core/options-schema.js';
import { findInText } from '../../../dist/scanner/look/find-in-text.js';
import { createPlan } from '../../../dist/scanner/plan.js';

const FOUND_SHARE = 0.5;
const plan = createPlan(parseScannerOptions());

/** `lines` as of a sheet, one below the other. Answers the labels of which half or more is found as their type. */
export function searchTrueText(lines) {
  const text = lines.map((line) => line.text).join('\n');
  const { detections } = findInText(text, plan, { account: {} });
  const counts = new Map();
  let from = 0;
  for (const line of lines) {
    for (const { label, start, end } of line.values) {
      const own = detections.filter(({ type }) => type === label.type);
      const count = counts.get(label) ?? { units: 0, found: 0 };
      for (let at = from + start; at < from + end; at++) {
        count.units++;
        if (own.some((one) => one.start <= at && at < one.end)) count.found++;
      }
      counts.set(label, count);
    }
    from += line.text.length + 1;
  }
  return new Set([...counts].filter(([, { units, found }]) => found >= FOUND_SHARE * units).map(([label]) => label));
}

/** Of a line that some reader read: its detections. */
export function searchLine(text) {
  return findInText(text, plan, { account: {} }).detections;
}
