/** What the codes of a picture say, through the search for text: each finding with the box of its code. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ruleOf } from '../../core/policy.ts';
import type { BoxPlace, Detection, Subject } from '../../core/types.ts';
import { type Payload, readPayload } from '../../detectors/code-payload.ts';
import { type CodeRead, MAX_CODES } from '../../detectors/code-reader.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import { viewsOf } from '../../detectors/text-views.ts';
import type { Plan } from '../plan.ts';
import { abortedError } from '../pool/turns.ts';
import { findByHost } from './find-by-host.ts';
import { findInText } from './find-in-text.ts';
import type { LookCall } from './find-in-texts.ts';
import { type FoundGap, onceEach } from './look.ts';

export interface FoundInCodes {
  readonly detections: readonly (Detection & BoxPlace)[];
  readonly gaps: readonly FoundGap[];
}

/** Codes that say the same: they are searched once. */
interface SameCodes {
  readonly codes: CodeRead[];
  readonly payload: Payload;
  /** Only the host's own lists and detectors are asked about the number of an article. */
  readonly isProduct: boolean;
}

/**
 * UTF-16 units of all different payloads of a picture, six of the largest codes there are. The densest text takes 5.5 ms of CPU for 1,024
 * units (measured, `find-in-texts.ts`); what is beyond is a gap.
 */
const MAX_UNITS = 20_000;
/** Of all frames together. */
const MAX_CODES_SEARCHED = 256;
const PRODUCT_CODE = /^(?:ean|upc|isbn)/;
const TRUNCATED: FoundGap = { detector: 'codes', reason: 'truncated' };
/** Subjects from the one that is asked about to the one that is let through. */
const STRICTEST_FIRST: readonly Subject[] = ['third-party', 'unknown', 'fictional', 'public', 'organisation', 'self'];

/** One finding of each type for each code: all of them have the same place. Throws `ABORTED` only. */
export async function findInCodes(codes: readonly CodeRead[], plan: Plan, call: LookCall): Promise<FoundInCodes> {
  const { groups, isCut } = bounded(codes);
  const texts = groups.map(({ payload }) => payload.text);
  const byHost = await findByHost(texts, plan.host, { signal: call.signal, deadlineMs: plan.limits.deadlineMs });
  const gaps: FoundGap[] = isCut ? [TRUNCATED] : [];
  const detections: (Detection & BoxPlace)[] = [];
  for (const [index, group] of groups.entries()) {
    await nextTurn();
    if (call.signal?.aborted) throw abortedError();
    const { payload, isProduct } = group;
    const { byView, gaps: ofHost } = byHost[index] ?? { byView: [], gaps: [] };
    const [whole = [], ...windows] = byView;
    const found = findInText(payload.text, isProduct ? { ...plan, detectors: [] } : plan, {
      account: call.account,
      explain: call.explain,
      byHost: [[...whole, ...knownInView(payload, plan)], ...windows],
    });
    gaps.push(...ofHost, ...found.gaps);
    const ofEachType = strictestOfEachType(found.detections);
    for (const code of group.codes) detections.push(...ofEachType.map((detection) => inCode(detection, code)));
  }
  return { detections, gaps: onceEach(gaps) };
}

function bounded(codes: readonly CodeRead[]): { readonly groups: readonly SameCodes[]; readonly isCut: boolean } {
  const groups = new Map<string, SameCodes>();
  const inFrames = new Map<number, number>();
  let [units, isCut] = [0, codes.length > MAX_CODES_SEARCHED];
  for (const code of codes.slice(0, MAX_CODES_SEARCHED)) {
    const inFrame = (inFrames.get(code.frame) ?? 0) + 1;
    inFrames.set(code.frame, inFrame);
    isCut ||= inFrame >= MAX_CODES;
    const isProduct = PRODUCT_CODE.test(code.format);
    const key = `${isProduct} ${code.text}`;
    const same = groups.get(key);
    if (same !== undefined) {
      same.codes.push(code);
      continue;
    }
    const payload = readPayload(code.text);
    if (units + payload.text.length > MAX_UNITS) isCut = true;
    else {
      units += payload.text.length;
      groups.set(key, { codes: [code], payload, isProduct });
    }
  }
  return { groups: [...groups.values()], isCut };
}

/** What the format says of its places, in the first view of the text, which has the characters folded. */
function knownInView({ text, known }: Payload, { policy }: Plan): readonly TextDetection[] {
  const wanted = known.filter(({ type }) => ruleOf(policy, type).enabled);
  if (wanted.length === 0) return [];
  const [view] = viewsOf(text);
  if (view === undefined || view.text === text) return wanted;
  // Neither the places nor what is known go back.
  let unit = 0;
  return wanted.flatMap(({ start, end, ...one }) => {
    while (unit < view.text.length && view.placeOf(unit, unit + 1).end <= start) unit++;
    const first = unit;
    while (unit < view.text.length && view.placeOf(unit, unit + 1).start < end) unit++;
    return first === unit ? [] : [{ ...one, start: first, end: unit }];
  });
}

/** Of several of one type the one that most needs an answer, then the surest: what is allowed hides nothing. */
function strictestOfEachType(detections: readonly TextDetection[]): readonly TextDetection[] {
  const chosen = new Map<string, TextDetection>();
  for (const detection of detections) {
    const before = chosen.get(detection.type);
    if (before === undefined || isStricter(detection, before)) chosen.set(detection.type, detection);
  }
  return [...chosen.values()];
}

function isStricter(a: TextDetection, b: TextDetection): boolean {
  const [rankA, rankB] = [a, b].map(({ subject = 'unknown' }) => STRICTEST_FIRST.indexOf(subject));
  return rankA === rankB ? a.score > b.score : (rankA ?? 0) < (rankB ?? 0);
}

function inCode(
  { start: _start, end: _end, path: _path, ...detection }: TextDetection,
  { box }: CodeRead,
): Detection & BoxPlace {
  return { ...detection, source: 'code', box };
}
