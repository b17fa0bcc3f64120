/** An engine for tests: it finds what it is told to find, loads no model and starts no child. Policy, verdicts and types are the real ones. */
import { readFile, writeFile } from 'node:fs/promises';
import { decide } from '../core/decide.ts';
import type { CustomDetectorOptions, DetectorOptions } from '../core/options.ts';
import { createPolicy } from '../core/policy.ts';
import type { Preset } from '../core/presets.ts';
import {
  type BuiltInType,
  type Detection,
  type Finding,
  type Gap,
  type InputSummary,
  type Report,
  typeName,
} from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { decodeText } from '../media/decode-text.ts';
import { sniff } from '../media/sniff.ts';
import type { Change, CleanCall, Engine, Inspection, ScanCall, ScanInput } from '../scanner/types.ts';

/** What the fake is shown: a text as it is, or a file's bytes with their type. */
export interface Seen {
  readonly kind: InputSummary['kind'];
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly text?: string;
  readonly call: CleanCall;
}

/** Every picture is said to be of this many pixels in width and height. */
const SIDE = 1000;

type Told<Value> = readonly Value[] | ((seen: Seen) => readonly Value[] | Promise<readonly Value[]>);

export interface FakeEngineOptions {
  readonly preset?: Preset | undefined;
  readonly detectors?: Readonly<Partial<Record<BuiltInType, DetectorOptions>>> | undefined;
  readonly customDetectors?: readonly CustomDetectorOptions[] | undefined;
  readonly passThrough?: readonly string[] | undefined;
  /** Found in every input, or asked for each. */
  readonly findings?: Told<Detection> | undefined;
  readonly gaps?: Told<Gap> | undefined;
  /** The bytes after cleaning; by default they stay as they are. */
  readonly cleaned?: ((seen: Seen, places: readonly Finding[]) => Uint8Array | Promise<Uint8Array>) | undefined;
}

/** Types other than text and pictures are refused as the real engine refuses them. */
export function createFakeEngine(options: FakeEngineOptions = {}): Engine {
  const policy = createPolicy(options.preset ?? 'balanced', options.detectors, options.customDetectors);

  async function look(input: ScanInput, call: CleanCall): Promise<{ seen: Seen; inspection: Inspection }> {
    refuseAborted(call);
    const seen = await see(input, call);
    const detections = await told(options.findings, seen);
    const gaps = await told(options.gaps, seen);
    refuseAborted(call);
    const report: Report = {
      ...decide(detections, gaps, policy),
      input: summaryOf(seen),
      gaps,
      assessed: Object.fromEntries(detections.map(({ type }) => [type, 'found'])),
    };
    const isRefused = seen.kind === 'other' && options.passThrough?.includes(seen.mediaType) !== true;
    return { seen, inspection: isRefused ? { report, refusal: 'UNSUPPORTED_TYPE' } : { report } };
  }

  return {
    inspect: async (input, call = {}) => (await look(input, call)).inspection,
    scan: async (input, call = {}) => (await look(input, call)).inspection.report,
    async clean(input, call = {}) {
      const { seen, inspection } = await look(input, call);
      const { report } = inspection;
      const places =
        call.places ?? report.findings.filter(({ type }) => call.redact === 'all' || call.redact?.includes(type));
      const cleaned = { mediaType: seen.mediaType, report, changes: changesOf(seen, places) };
      if ('text' in input) return { ...cleaned, text: mask(input.text, places) };
      const bytes = (await options.cleaned?.(seen, places)) ?? seen.bytes;
      if (call.out === undefined) return { ...cleaned, bytes };
      await writeFile(call.out, bytes, { mode: 0o600 });
      return cleaned;
    },
    async preview(input) {
      const { bytes, mediaType } = await see(input, {});
      return { bytes, mediaType };
    },
    describe: () => [{ id: 'fake', version: '1' }],
    close: () => Promise.resolve(),
  };
}

async function see(input: ScanInput, call: CleanCall): Promise<Seen> {
  if ('text' in input) {
    return { kind: 'text', mediaType: 'text/plain', bytes: Buffer.from(input.text, 'utf8'), text: input.text, call };
  }
  const bytes = 'bytes' in input ? input.bytes : await readFile(input.path);
  const { kind, mediaType } = sniff(bytes);
  if (kind === 'image') return { kind, mediaType, bytes, call };
  const text = mediaType === 'application/octet-stream' ? decodeText(bytes) : undefined;
  return text === undefined
    ? { kind: 'other', mediaType, bytes, call }
    : { kind: 'text', mediaType: 'text/plain', bytes, text, call };
}

function summaryOf({ kind, mediaType, bytes, text }: Seen): InputSummary {
  switch (kind) {
    case 'text':
      return { kind, mediaType: 'text/plain', bytes: bytes.length, length: text?.length ?? 0 };
    case 'image':
      return { kind, mediaType, bytes: bytes.length, width: SIDE, height: SIDE, frames: 1 };
    case 'other':
      return { kind, mediaType, bytes: bytes.length };
  }
}

async function told<Value>(values: Told<Value> | undefined, seen: Seen): Promise<readonly Value[]> {
  return typeof values === 'function' ? values(seen) : (values ?? []);
}

function changesOf({ kind }: Seen, places: readonly Finding[]): Change[] {
  const stripped: Change[] = kind === 'image' ? [{ kind: 'stripped', what: 'gps' }] : [];
  const redacted = places.flatMap((place): Change[] => {
    const { id: finding, type } = place;
    if ('box' in place) return [{ kind: 'covered', finding, type, box: place.box }];
    return 'start' in place ? [{ kind: 'masked', finding, type, start: place.start, end: place.end }] : [];
  });
  return [...stripped, ...redacted];
}

function mask(text: string, places: readonly Finding[]): string {
  const fromTheEnd = places.flatMap((place) => ('start' in place ? [place] : [])).sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce(
    (masked, { type, start, end }) => `${masked.slice(0, start)}[${typeName(type)}]${masked.slice(end)}`,
    text,
  );
}

function refuseAborted({ signal }: ScanCall): void {
  if (signal?.aborted) throw new BystanderError('ABORTED', 'The call was aborted.');
}
