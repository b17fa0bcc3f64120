import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const photo = join(root, 'node_modules/@vladmandic/face-api/demo/sample1.jpg');
const project = mkdtempSync(join(tmpdir(), 'bystander-packed-'));
const INSTALL_MS = 240_000;

/** The environment of a user's shell: nothing of the npm that runs these tests, so not our `ignore-scripts` either. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));

const SCAN = `
import { createScanner } from 'bystander';
const online = await fetch('http://192.0.2.1', { signal: AbortSignal.timeout(2000) }).then(() => true, () => false);
const scanner = await createScanner();
const text = await scanner.scan({ text: 'Write to anna.keller@mail.example.ch or call +41 44 668 18 00' });
const image = await scanner.scan({ path: 'photo.jpg' });
const cleaned = await scanner.clean({ path: 'photo.jpg' }, { redact: ['face'] });
await scanner.close();
const brief = ({ verdict, findings, gaps }) => ({ verdict, types: [...new Set(findings.map(({ type }) => type))].sort(), gaps });
console.log(JSON.stringify({ online, text: brief(text), image: brief(image), covered: cleaned.changes.some(({ kind }) => kind === 'covered') }));
`;

beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', project], { cwd: root, stdio: 'ignore' });
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(project, 'scan.mjs'), SCAN);
  copyFileSync(photo, join(project, 'photo.jpg'));
  const install = ['install', `./${tarball}`, '--no-audit', '--no-fund', '--prefer-offline'];
  execFileSync('npm', install, { cwd: project, env: environment, stdio: 'ignore' });
}, INSTALL_MS);

afterAll(() => rmSync(project, { recursive: true, force: true }));

it('the packed tarball scans and covers in an empty project, on the portable runtime and with the network off', () => {
  const offline = spawnSync('unshare', ['-rn', 'true']).status === 0;
  const [command, ...args] = [...(offline ? ['unshare', '-rn'] : []), process.execPath, 'scan.mjs'];
  const { stdout, stderr, status } = spawnSync(command ?? '', args, {
    cwd: project,
    env: environment,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(readdirSync(join(project, 'node_modules'))).not.toContain('onnxruntime-node');
  expect(JSON.parse(stdout)).toMatchObject({
    online: false,
    text: { verdict: 'hold', types: ['email', 'phone'], gaps: [] },
    image: { verdict: 'hold', types: expect.arrayContaining(['face']), gaps: [] },
    covered: true,
  });
}, 120_000);

it('the packed tarball carries the build, the models with their licences, and nothing else', () => {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root, encoding: 'utf8' });
  const [{ files }] = JSON.parse(listing) as [{ files: { path: string }[] }];
  const folders = new Set(files.map(({ path }) => path.split('/')[0]));
  expect([...folders].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'NOTICE',
    'README.md',
    'dist',
    'models',
    'package.json',
  ]);
  for (const licence of ['models/yunet-s.LICENSE', 'models/pp-ocrv4.LICENSE'])
    expect(files.map(({ path }) => path)).toContain(licence);
});
