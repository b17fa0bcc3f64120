/**
 * What the host's own code finds in a text: its custom detectors and its model of names. Runs in the host's process, as functions cannot
 * be sent to a child; what it found goes into the search like everything else. What fails or gives no sound answer is a gap.
 */
import type { PersonModel } from '../../core/options.ts';
import type { TextDetection, TextDetector } from '../../detectors/text-detector.ts';
import { type TextView, viewsOf } from '../../detectors/text-views.ts';
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
  const { detectors, personModel } = host;
  if (detectors.length === 0 && personModel === undefined) return texts.map(() => NOTHING);
  const found = texts.map((text) => findByDetectors(text, host, call));
  if (personModel === undefined) return found;
  const read = texts.map((text) => readableViews(text)[0]?.text ?? '');
  const answers = await askAbout(read, personModel, call);
  return found.map((one, index) => withPersons(one, answers[index] ?? 'failed'));
}

/** A detector that failed in several views is one gap. */
function findByDetectors(text: string, { detectors }: HostTools, { fieldName }: HostCall): FoundByHost {
  const gaps: FoundGap[] = [];
  const byView = readableViews(text).map((view) => {
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

type ModelAnswer = readonly TextDetection[] | 'failed' | 'timeout';

/** Names are looked for in the first view: all of the text with its characters folded. */
function withPersons({ byView, gaps }: FoundByHost, answer: ModelAnswer): FoundByHost {
  if (typeof answer === 'string') return { byView, gaps: [...gaps, { detector: 'person', reason: answer }] };
  const [asGiven = [], ...others] = byView;
  return { byView: [[...asGiven, ...answer], ...others], gaps };
}

/** A few texts at a time, all of them before one deadline. */
async function askAbout(texts: readonly string[], model: PersonModel, call: HostCall): Promise<readonly ModelAnswer[]> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), call.deadlineMs);
  const patience: Patience = { given: call.signal, deadline: deadline.signal };
  const answers: ModelAnswer[] = [];
  try {
    for (let from = 0; from < texts.length; from += MAX_CALLS) {
      const some = texts.slice(from, from + MAX_CALLS);
      answers.push(...(await Promise.all(some.map((text) => askModel(text, model, patience)))));
    }
    return answers;
  } finally {
    clearTimeout(timer);
  }
}

/** None where they cannot be made: the search behind this one fails at the same and leaves the gap. */
function readableViews(text: string): readonly TextView[] {
  try {
    return viewsOf(text);
  } catch {
    return [];
  }
}

interface Patience {
  readonly given: AbortSignal | undefined;
  readonly deadline: AbortSignal;
}

/** Whoever gave up the call is told so; a model that does not heed the signal is not waited for. */
async function askModel(text: string, model: PersonModel, { given, deadline }: Patience): Promise<ModelAnswer> {
  if (text === '') return [];
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
    return personsOf(places, text) ?? 'failed';
  } catch {
    if (given?.aborted) throw abortedError();
    return deadline.aborted ? 'timeout' : 'failed';
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Undefined where one of the places is none. Each is read once: what the model's own objects say later changes nothing. */
function personsOf(places: unknown, { length }: string): readonly TextDetection[] | undefined {
  if (!Array.isArray(places) || places.length > length) return undefined;
  const persons = Array.from(places, (place: unknown) => personAt(place, length));
  return persons.every((person) => person !== undefined) ? persons : undefined;
}

function personAt(place: unknown, length: number): TextDetection | undefined {
  if (typeof place !== 'object' || place === null) return undefined;
  const { start, end, score } = place as Readonly<Record<string, unknown>>;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof score !== 'number') return undefined;
  const isInText = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
  if (!isInText || !(score >= 0 && score <= 1)) return undefined;
  return { type: 'person', detector: 'person', start, end, ...weigh([{ signal: 'model', weight: score }]) };
}
