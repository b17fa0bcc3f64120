/** Masks the places of a text one after the other, so that it is known where the masks stand afterwards. */
import { type MaskedFinding, type MaskOptions, maskText } from '../../redactors/mask-text.ts';
import type { Change } from '../types.ts';

type MaskedChange = Extract<Change, { readonly kind: 'masked' }>;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface MaskedPlaces {
  readonly text: string;
  readonly changes: readonly MaskedChange[];
  /** Where the masks are, in the masked text. */
  readonly masks: readonly Span[];
}

/** The second half of a letter that takes two units: a place that ends before it would leave it alone. */
const LOW_SURROGATE = /[\udc00-\udfff]/;

/** Overlapping places get one mask. Throws as `maskText` does. */
export function maskPlaces(text: string, findings: readonly MaskedFinding[], options: MaskOptions): MaskedPlaces {
  const masks: Span[] = [];
  const changes: MaskedChange[] = [];
  let masked = '';
  let from = 0;
  for (const group of overlappingGroups(text, findings)) {
    const places = group.findings.map((finding) => ({
      ...finding,
      start: finding.start - from,
      end: finding.end - from,
    }));
    const piece = maskText(text.slice(from, group.end), places, options);
    const start = masked.length + group.start - from;
    masked += piece.text;
    masks.push({ start, end: masked.length });
    changes.push(
      ...group.findings.map(
        ({ id, type, start, end }): MaskedChange => ({ kind: 'masked', finding: id, type, start, end }),
      ),
    );
    from = group.end;
  }
  return { text: masked + text.slice(from), changes, masks };
}

function overlappingGroups(
  text: string,
  findings: readonly MaskedFinding[],
): (Span & { readonly findings: MaskedFinding[] })[] {
  const groups: { start: number; end: number; findings: MaskedFinding[] }[] = [];
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const end = finding.end + (LOW_SURROGATE.test(text.charAt(finding.end)) ? 1 : 0);
    const last = groups.at(-1);
    if (last !== undefined && finding.start < last.end) {
      last.findings.push(finding);
      last.end = Math.max(last.end, end);
    } else groups.push({ start: finding.start, end, findings: [finding] });
  }
  return groups;
}
