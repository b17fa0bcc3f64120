/** The table of the docs, from what became of every planted place. */
import type { PlaceResult } from './inspect-place.ts';

const START = '<!-- matrix: written by `npm run matrix` -->';
const END = '<!-- end of the matrix -->';
const HEAD = ['| format | kind | places | reported | removed | how |', '|---|---|---|---|---|---|'];

/** The page with its table made anew; the date only changes with the table. */
export function renderPage(page: string, results: readonly PlaceResult[], today: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end < start) throw new Error('the page has no place for the matrix');
  const committed = page.slice(start + START.length, end);
  const date = /\d{4}-\d\d-\d\d/.exec(committed)?.[0] ?? today;
  const same = `\n\n${renderMatrix(results, date)}\n\n`;
  const table = committed === same ? same : `\n\n${renderMatrix(results, today)}\n\n`;
  return page.slice(0, start + START.length) + table + page.slice(end);
}

function renderMatrix(results: readonly PlaceResult[], date: string): string {
  const count = (isTrue: (result: PlaceResult) => boolean): number => results.filter(isTrue).length;
  const summary = [
    `On ${date}: ${results.length} places in ${groupBy(results, formatOf).size} formats`,
    `${count(({ isReported }) => isReported)} reported by a scan`,
    `${count(({ isRemoved }) => isRemoved)} removed`,
    `${count(({ how }) => how === 'refused')} in files that are refused.`,
  ];
  const rows = [...groupBy(results, ({ place }) => `${place.format} | ${place.kind}`)].map(row);
  const misses = results.filter(({ isReported }) => !isReported).map(missLine);
  return [summary.join(', '), [...HEAD, ...rows].join('\n'), ...(misses.length === 0 ? [] : [missList(misses)])].join(
    '\n\n',
  );
}

function row([name, results]: readonly [string, readonly PlaceResult[]]): string {
  const share = (isTrue: (result: PlaceResult) => boolean): string => {
    const count = results.filter(isTrue).length;
    return count === results.length ? 'all' : count === 0 ? 'none' : `${count} of ${results.length}`;
  };
  const how = [...new Set(results.map((result) => result.how))].join(', ');
  const columns = [results.length, share(({ isReported }) => isReported), share(({ isRemoved }) => isRemoved), how];
  return `| ${name} | ${columns.join(' | ')} |`;
}

function missList(lines: readonly string[]): string {
  return ['Not reported:', ...lines].join('\n');
}

function missLine({ place: { format, kind, place }, isRemoved }: PlaceResult): string {
  return `- ${format}, ${kind}: ${place} (${isRemoved ? 'removed all the same' : 'the file is refused'})`;
}

function formatOf({ place }: PlaceResult): string {
  return place.format;
}

function groupBy(results: readonly PlaceResult[], key: (result: PlaceResult) => string): Map<string, PlaceResult[]> {
  const groups = new Map<string, PlaceResult[]>();
  for (const result of results) groups.set(key(result), [...(groups.get(key(result)) ?? []), result]);
  return groups;
}
