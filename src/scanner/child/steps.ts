/** The steps of every job as tables: what is done, and what follows when one fails. */
import type { Detection } from '../../core/types.ts';
import type { CodeRead } from '../../detectors/code-reader.ts';
import type { PixelDetector } from '../../detectors/pixel-detector.ts';
import type { TextLine } from '../../detectors/read-text.ts';
import { readImageHeader } from '../../media/image-header.ts';
import { lookingSize } from '../../media/looking-size.ts';
import type { Picture } from '../../media/picture.ts';
import { renderPreview } from '../../media/render-preview.ts';
import { isAnimation } from '../../media/uneven-frames.ts';
import type { Job, LookJob, LookStep, PreviewJob, StepValues } from '../jobs.ts';
import { findInText } from '../look/find-in-text.ts';
import { mergePlaces } from '../look/merge-places.ts';
import { asUndecodable } from './as-undecodable.ts';
import { cleanPicture } from './clean-picture.ts';
import type { Engines } from './engines.ts';
import { createHiddenPictures } from './hidden-pictures.ts';
import { lookAtHiddenColours } from './look-at-hidden-colours.ts';
import { fileOf, type OpenedInput, openInput } from './opened-input.ts';
import { sniffInput } from './sniff-input.ts';

export interface Step<Value = unknown> {
  readonly run: () => Promise<Value>;
  /** An unknown error is not the input's fault, so a fresh child may do better; without it an error is the input's and final. */
  readonly again?: boolean;
  /** Without this one the steps after it cannot be done. */
  readonly othersNeedIt?: boolean;
  /** Whether the answer says that there is nothing for the other steps. */
  readonly isLast?: (value: Value) => boolean;
}

export type Steps = { readonly [Name in keyof StepValues]?: Step<StepValues[Name]> };

/** A job's steps, and what lets go of its input when no more of them follows. */
export interface Work {
  readonly steps: Steps;
  /** Whether the step that was done last did not go through all frames, since time was up. */
  readonly wasCutShort?: () => boolean;
  readonly end?: () => Promise<void>;
}

/** `deadlineMs`: after which this child is ended. */
export function workOf(job: Job, engines: Engines, deadlineMs: number): Work {
  switch (job.kind) {
    case 'look':
      return lookWork(job, engines, deadlineMs);
    case 'text':
      return { steps: { text: { again: true, run: async () => findInText(job.text, engines.text, job.call) } } };
    case 'clean':
      return { steps: { clean: { run: () => cleanPicture(job) } } };
    case 'preview':
      return { steps: { preview: { run: () => previewOf(job) } } };
  }
}

function lookWork(job: LookJob, engines: Engines, deadlineMs: number): Work {
  const input = openInput(job, deadlineMs);
  return {
    steps: lookSteps(input, job, engines),
    wasCutShort: input.wasCutShort,
    end: async () => (await input.file()).close(),
  };
}

function lookSteps(
  input: OpenedInput,
  job: LookJob,
  engines: Engines,
): { readonly [Name in LookStep]: Step<StepValues[Name]> } {
  const hidden = createHiddenPictures(input, job, engines);
  return {
    sniff: {
      run: async () => sniffInput(await input.file(), job.limits),
      isLast: ({ kind }) => kind !== 'image',
      othersNeedIt: true,
    },
    header: { run: input.header, othersNeedIt: true },
    metadata: { run: input.metadata },
    decode: { run: () => decodeOf(input, job.maxSide), othersNeedIt: true },
    thumbnails: { run: hidden.differentThumbnails },
    face: { again: true, run: async () => inAll(input, await engines.face()) },
    codes: {
      again: true,
      async run() {
        const reader = await engines.codeReader();
        const codes: CodeRead[] = [];
        for await (const picture of input.pictures()) codes.push(...(await reader.read(picture)));
        return codes;
      },
    },
    lines: {
      again: true,
      async run() {
        const reader = await engines.textReader();
        const lines: TextLine[] = [];
        let isCut = false;
        for await (const picture of input.pictures()) {
          const reading = await reader.read(picture, input.readsUntil);
          lines.push(...reading.lines);
          isCut ||= reading.isCut;
        }
        return { lines, isCut };
      },
    },
    hidden: {
      again: true,
      async run() {
        const colours = await lookAtHiddenColours(input, job, engines);
        const { sights, isAll } = await hidden.sights();
        return { sights: [...colours, ...sights], isAll };
      },
    },
  };
}

async function decodeOf(input: OpenedInput, maxSide: number): Promise<StepValues['decode']> {
  const { pictures, frames } = await input.frames();
  const isInDetail = ({ fullWidth, fullHeight }: Picture): boolean =>
    !lookingSize({ width: fullWidth, height: fullHeight }, maxSide).isTooSmall;
  return { frames: frames + (await input.reducedPages()).size, inDetail: pictures.every(isInDetail) };
}

async function inAll(input: OpenedInput, detector: PixelDetector): Promise<Detection[]> {
  const found: Detection[] = [];
  const isMoving = isAnimation(await input.header());
  const frames = isMoving ? (await input.frames()).pictures.length : 1;
  for await (const picture of input.pictures()) found.push(...(await detector.detect(picture, frames)));
  return isMoving ? mergePlaces(found) : found;
}

async function previewOf({ source, limits, maxSide }: PreviewJob): Promise<StepValues['preview']> {
  const file = await fileOf(source);
  try {
    await readImageHeader(file, limits);
    return await renderPreview(file, maxSide);
  } catch (error) {
    return asUndecodable(error);
  } finally {
    file.close();
  }
}
