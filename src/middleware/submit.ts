/** `submit()`: the same way and the same holds without a request, for uploads that arrive by events and queues. */
import { readFile, stat } from 'node:fs/promises';
import type { AccountIdentity, Report } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { HoldView } from '../holds/types.ts';
import type { Change } from '../scanner/types.ts';
import { admitContent } from './admit-content.ts';
import type { Content, UploadedFile } from './content.ts';
import type { Layout } from './envelope.ts';
import { type Guard, refuseClosed } from './guard.ts';
import { safeFileName } from './safe-file-name.ts';

export type SubmittedItem = { readonly path: string; readonly name: string } | { readonly text: string };

export interface SubmittedUpload {
  readonly subject: string;
  readonly items: readonly SubmittedItem[];
  readonly account?: AccountIdentity | undefined;
  /** A language tag for the statement. */
  readonly lang?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SubmittedFile {
  readonly originalname: string;
  readonly mimetype: string;
  readonly size: number;
  readonly buffer: Buffer;
}

export interface SubmitResult {
  readonly verdict: 'pass' | 'hold';
  readonly items: readonly { readonly field: string; readonly report: Report; readonly changes: readonly Change[] }[];
  /** Cleaned, in the order given; only with `pass`. */
  readonly texts: readonly string[];
  readonly files: readonly SubmittedFile[];
  /** Only with `hold`; it is released by the option `onRelease`. */
  readonly hold?: HoldView;
}

const LAYOUT: Layout = { as: 'buffer', files: 'list' };
const FIELD = 'file';

/** Throws `SUBJECT_REQUIRED`, `BLOCKED`, `UNCLEANABLE`, `UNSUPPORTED_TYPE` and the other codes of an upload. */
export async function submitUpload(
  guard: Guard,
  { subject, items, account, lang, signal }: SubmittedUpload,
): Promise<SubmitResult> {
  refuseClosed(guard);
  if (subject === '') throw new BystanderError('SUBJECT_REQUIRED', 'a submitted upload needs a subject');
  const session = guard.spool.open();
  try {
    const submission = {
      subject,
      account,
      lang,
      session,
      signal: signal ?? new AbortController().signal,
      origin: { kind: 'submit', method: '', path: '', mount: '' },
    } as const;
    const admission = await admitContent(guard, submission, await contentOf(guard, items), LAYOUT);
    const reported = admission.items.map(({ field, report, changes }) => ({ field, report, changes }));
    if (admission.verdict === 'hold') {
      return { verdict: 'hold', items: reported, texts: [], files: [], hold: admission.hold };
    }
    return { verdict: 'pass', items: reported, ...(await cleanParts(admission.content)) };
  } finally {
    await session.remove();
  }
}

async function contentOf({ options }: Guard, items: readonly SubmittedItem[]): Promise<Content> {
  const files: UploadedFile[] = [];
  for (const item of items) if ('path' in item) files.push(await submittedFile(item, options.limits.bytes));
  return { body: items.flatMap((item) => ('text' in item ? [item.text] : [])), query: '', files };
}

async function submittedFile({ path, name }: { path: string; name: string }, maxBytes: number): Promise<UploadedFile> {
  const { size } = await stat(path);
  if (size > maxBytes) throw new BystanderError('TOO_LARGE', `a submitted file is larger than ${maxBytes} bytes`);
  const originalname = safeFileName(name);
  return { fieldname: FIELD, isDeclared: true, originalname, encoding: 'binary', mimetype: '', size, source: { path } };
}

async function cleanParts({ body, files }: Content): Promise<Pick<SubmitResult, 'texts' | 'files'>> {
  const cleaned: SubmittedFile[] = [];
  for (const { originalname, mimetype, size, source } of files) {
    const buffer = 'bytes' in source ? Buffer.from(source.bytes) : await readFile(source.path);
    cleaned.push({ originalname, mimetype, size, buffer });
  }
  return { texts: Array.isArray(body) ? body.map(String) : [], files: cleaned };
}
