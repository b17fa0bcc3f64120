/** The canary check: plant values that occur nowhere else, let an app run, and search everything that it wrote for them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LeakSearch {
  /** Values that were fed in, by a name that may be printed: `{ email: 'canary-1@leak.example' }`. At least eight characters each. */
  readonly canaries: Readonly<Record<string, string>>;
  /** Logs, answers, headers, error texts, metrics: whatever was collected, by a name that may be printed. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Folders whose files are searched at any depth: the storage directory, a spool. */
  readonly folders?: readonly string[];
}

export interface Leak {
  readonly canary: string;
  /** The name of the text, or the path of the file. */
  readonly place: string;
}

const MIN_CANARY_LENGTH = 8;

/** Where a canary stands in clear: as UTF-8, UTF-16, percent-encoded, base64 or hex. Throws `RangeError` for a canary too short to be one. */
export async function findLeaks({ canaries, texts = {}, folders = [] }: LeakSearch): Promise<Leak[]> {
  const forms = Object.entries(canaries).map(([canary, value]) => ({ canary, forms: formsOf(value) }));
  const leaks: Leak[] = [];
  const search = (place: string, bytes: Buffer): void => {
    for (const { canary, forms: written } of forms) {
      if (written.some((form) => bytes.includes(form))) leaks.push({ canary, place });
    }
  };
  for (const [name, text] of Object.entries(texts)) search(name, Buffer.from(text, 'utf8'));
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of entries.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      search(path, Buffer.concat([await readFile(path), Buffer.from(`\n${path}`, 'utf8')]));
    }
  }
  return leaks;
}

function formsOf(value: string): Buffer[] {
  if (value.length < MIN_CANARY_LENGTH) throw new RangeError(`a canary needs ${MIN_CANARY_LENGTH} characters`);
  const utf8 = Buffer.from(value, 'utf8');
  return [
    utf8,
    Buffer.from(value, 'utf16le'),
    Buffer.from(encodeURIComponent(value), 'utf8'),
    Buffer.from(utf8.toString('hex'), 'utf8'),
    ...base64Forms(utf8),
  ];
}

/** Within a longer text a value's base64 depends on where it starts: three alignments, without the characters that neighbours share. */
function base64Forms(value: Buffer): Buffer[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), value])
      .toString('base64')
      .replace(/={1,2}$/, '');
    const first = offset === 0 ? 0 : offset + 1;
    return Buffer.from(encoded.slice(first, encoded.length - 1), 'utf8');
  });
}
