/** The steps of every job as tables: what is done, and what follows when one fails. */
import type { Detection } from '../../core/types.ts';
import { detectMetadata } from '../../detectors/metadata.ts';
import { readImageHeader } from '../../media/image-header.ts';
import { renderPreview } from '../../media/render-preview.ts';
import type { Job, LookJob, LookStep, PreviewJob, StepValues } from '../jobs.ts';
import { findInText } from '../look/find-in-text.ts';
import { asUndecodable } from './as-undecodable.ts';
import { cleanPicture } from './clean-picture.ts';
import type { Engines } from './engines.ts';
import { bytesOf, openInput } from './opened-input.ts';
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

export function stepsOf(job: Job, engines: Engines): Steps {
  switch (job.kind) {
    case 'look':
      return lookSteps(job, engines);
    case 'persons':
      return { persons: { again: true, run: async () => personsIn(job.texts, engines) } };
    case 'text':
      return { text: { again: true, run: async () => findInText(job.text, engines.text, job.call) } };
    case 'clean':
      return { clean: { run: () => cleanPicture(job) } };
    case 'preview':
      return { preview: { run: () => previewOf(job) } };
  }
}

function lookSteps(job: LookJob, engines: Engines): { readonly [Name in LookStep]: Step<StepValues[Name]> } {
  const input = openInput(job, engines);
  return {
    sniff: {
      run: async () => sniffInput(await input.bytes(), job.limits.textLength),
      isLast: ({ kind }) => kind !== 'image',
      othersNeedIt: true,
    },
    header: { run: input.header, othersNeedIt: true },
    metadata: { run: async () => detectMetadata(await input.bytes(), (await input.header()).mediaType) },
    decode: { run: async () => ({ frames: (await input.pictures()).length }), othersNeedIt: true },
    face: {
      again: true,
      async run() {
        const detector = await engines.face();
        const found: Detection[] = [];
        for (const picture of await input.pictures()) found.push(...(await detector.detect(picture)));
        return found;
      },
    },
    lines: { again: true, run: input.lines },
    persons: {
      again: true,
      run: async () =>
        personsIn(
          (await input.lines()).map(({ text }) => text),
          engines,
        ),
    },
  };
}

async function personsIn(texts: readonly string[], engines: Engines): Promise<StepValues['persons']> {
  const detectPersons = await engines.persons();
  return texts.map((text) => detectPersons(text));
}

async function previewOf({ source, limits, maxSide }: PreviewJob): Promise<StepValues['preview']> {
  const bytes = await bytesOf(source);
  await readImageHeader(bytes, limits).catch(asUndecodable);
  return renderPreview(bytes, maxSide).catch(asUndecodable);
}
