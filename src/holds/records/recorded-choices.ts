/** Each choice of a decision beside what was done with its finding. */
import type { StoredItem } from '../document.ts';
import type { Intent } from '../intent.ts';
import type { DecisionInput } from '../types.ts';
import type { RecordedChoice } from './record-document.ts';

type Given = DecisionInput['choices'][number];

export function recordedChoices(
  items: readonly StoredItem[],
  { choices, cover }: Pick<Intent, 'choices' | 'cover'>,
  commitTo: (note: string) => string,
): readonly RecordedChoice[] {
  const given = new Map(choices.map((choice) => [choice.finding, choice]));
  return items.flatMap((item) => {
    const asked = [
      ...item.findings.map((finding) => ({ id: finding.id, type: finding.type, hasBox: 'box' in finding })),
      ...item.gaps.map(({ id, detector }) => ({ id, type: { gap: detector }, hasBox: false })),
    ];
    return asked.flatMap(({ id, type, hasBox }) => {
      const choice = given.get(id);
      if (choice === undefined) return [];
      const recorded = toRecorded(choice, item, type, commitTo);
      const isCovered = hasBox && recorded.outcome === 'redacted';
      return [isCovered && cover !== undefined ? { ...recorded, cover } : recorded];
    });
  });
}

function toRecorded(
  { finding: id, choice, basis, note }: Given,
  { n, removed }: StoredItem,
  type: RecordedChoice['type'],
  commitTo: (note: string) => string,
): RecordedChoice {
  const isOwn = choice === 'self';
  return {
    id,
    item: n,
    type,
    claimed: choice,
    ...(choice === 'other-basis' && basis !== undefined && { basis }),
    givenBy: isOwn ? 'data-subject' : 'uploader',
    ...(isOwn && { assurance: 'account' }),
    outcome: removed === true ? 'removed' : choice === 'redact' ? 'redacted' : 'kept',
    ...(note !== undefined && { note: commitTo(note) }),
  };
}
