/**
 * What the host's own code finds in a text: its custom detectors and its model of names. Runs in the host's process, as functions cannot
 * be sent to a child; what it found goes into the search like everything else. What fails or gives no sound answer is a gap.
 */
import type { PersonModel, PersonPlace } from '../../core/options.ts';
import type { TextDetection, TextDetector } from '../../detectors/text-detector.ts';
import { viewsOf } from '../../detectors/text-views.ts';
import { weigh } from '../../detectors/weigh.ts';
import { abortedError } from '../pool/turns.ts';
import { type FoundGap, onceEach } from './look.ts';

export interface HostTools {
  readonly detectors: readonly TextDetector[];
  readonly personModel?: PersonModel;
}

interface HostCall {
  readonly fieldName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of the model, for all texts together. */
  readonly deadlineMs: number;
}

export interface FoundByHost {
  /** For each view of the text, in its own offsets. */
  readonly byView: readonly (readonly TextDetection[])[];
  readonly gaps: readonly FoundGap[];
}

const NOTHING: FoundByHost = { byView: [], gaps: [] };
/** Texts that are with the model at the same time. */
const MAX_CALLS = 4;

/** One answer for each text, in their order. Throws `ABORTED` only. */
export async function findByHost(
  texts: readonly string[],
  host: HostTools,
  call: HostCall,
): Promise<readonly FoundByHost[]> {
  if (host.detectors.length === 0 && host.personModel === undefined) return texts.map(() => NOTHING);
  const { personModel } = host;
  if (personModel === undefined) return texts.map((text) => findByDetectors(text, host, call));
  const patience: Patience = { given: call.signal, deadline: AbortSignal.timeout(call.deadlineMs) };
  const found: FoundByHost[] = [];
  for (let from = 0; from < texts.length; from += MAX_CALLS) {
    const some = texts.slice(from, from + MAX_CALLS).map(async (text): Promise<FoundByHost> => {
      const { byView, gaps } = findByDetectors(text, host, call);
      const persons = text === '' ? [] : await askModel(text, personModel, patience);
      if (typeof persons === 'string') return { byView, gaps: [...gaps, { detector: 'person', reason: persons }] };
      const [asGiven = [], ...others] = byView;
      return { byView: [[...asGiven, ...persons], ...others], gaps };
    });
    found.push(...(await Promise.all(some)));
  }
  return found;
}

/** A detector that failed in several views is one gap. */
function findByDetectors(text: string, { detectors }: HostTools, { fieldName }: HostCall): FoundByHost {
  const gaps: FoundGap[] = [];
  const byView = viewsOf(text).map((view) => {
    const found: TextDetection[] = [];
    for (const { id, detect } of detectors) {
      try {
        for (const one of detect(view.text, { fieldName })) found.push(one);
      } catch {
        gaps.push({ detector: id, reason: 'failed' });
      }
    }
    return found;
  });
  return { byView, gaps: onceEach(gaps) };
}

interface Patience {
  readonly given: AbortSignal | undefined;
  readonly deadline: AbortSignal;
}

/** Whoever gave up the call is told so; a model that does not heed the signal is not waited for. */
async function askModel(
  text: string,
  model: PersonModel,
  { given, deadline }: Patience,
): Promise<TextDetection[] | 'failed' | 'timeout'> {
  const signal = given === undefined ? deadline : AbortSignal.any([given, deadline]);
  let onAbort = (): void => undefined;
  const givenUp = new Promise<undefined>((resolve) => {
    onAbort = () => resolve(undefined);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    signal.throwIfAborted();
    const places: unknown = await Promise.race([model.find(text, { signal }), givenUp]);
    signal.throwIfAborted();
    return arePlaces(places, text) ? places.map(personAt) : 'failed';
  } catch {
    if (given?.aborted) throw abortedError();
    return deadline.aborted ? 'timeout' : 'failed';
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function personAt({ start, end, score }: PersonPlace): TextDetection {
  return { type: 'person', detector: 'person', start, end, ...weigh([{ signal: 'model', weight: score }]) };
}

function arePlaces(places: unknown, { length }: string): places is readonly PersonPlace[] {
  return Array.isArray(places) && places.length <= length && places.every((place) => isPlace(place, length));
}

function isPlace(place: unknown, length: number): boolean {
  if (typeof place !== 'object' || place === null) return false;
  const { start, end, score } = place as Readonly<Record<string, unknown>>;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof score !== 'number') return false;
  const isInText = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
  return isInText && score >= 0 && score <= 1;
}
