import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageVersion } from '../../scanner/package-version.ts';
import type { Check } from './check.ts';

const NEEDED = [
  'sharp',
  'exifr',
  'tesseract.js',
  'zxing-wasm',
  'libheif-js',
  'libphonenumber-js',
  'libsql',
  'scslre',
  'multer',
  'zod',
];
/** The native one is used when it is there. */
const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web'];
/** `engines.node` of the package. */
const MIN_NODE = [20, 19] as const;

/** Node and the packages that do the heavy work, with their installed versions. */
export async function checkVersions(): Promise<readonly Check[]> {
  const needed = await Promise.all(NEEDED.map(async (name) => checkOf(name, await installedVersion(name), 'missing')));
  const runtimes = await Promise.all(RUNTIMES.map(async (name) => checkOf(name, await installedVersion(name), 'note')));
  return [{ name: 'bystander', status: 'ok', detail: packageVersion() }, nodeCheck(), ...needed, ...runtimes];
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
  const detail = isEnough ? process.versions.node : `${process.versions.node}, needs ${MIN_NODE.join('.')} or newer`;
  return { name: 'node', status: isEnough ? 'ok' : 'broken', detail };
}

function checkOf(name: string, version: string | undefined, whenAbsent: 'missing' | 'note'): Check {
  return { name, status: version === undefined ? whenAbsent : 'ok', detail: version ?? 'not installed' };
}

async function installedVersion(name: string): Promise<string | undefined> {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const file = await readFile(join(folder, name, 'package.json'), 'utf8').catch(() => undefined);
    if (file !== undefined) return (JSON.parse(file) as { readonly version?: string }).version;
  }
  return undefined;
}
