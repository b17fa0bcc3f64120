import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type OnnxRuntime, openSession } from '../../src/detectors/onnx-session.ts';
import { ConfigError } from '../../src/errors.ts';
import { identityModel } from './identity-model.ts';

const RUNTIMES: readonly OnnxRuntime[] = ['onnxruntime-node', 'onnxruntime-web'];
const option = 'engines.face.model';

describe.each(RUNTIMES)('openSession with %s', (runtime) => {
  it('runs a model and says what it runs on', async () => {
    const session = await openSession({ model: identityModel(), option, runtime });
    const data = Float32Array.from([1, 2, 3, 4, 5, 6]);
    const { output } = await session.run({ input: { data, dims: [2, 3] } });
    expect(output).toEqual({ data, dims: [2, 3] });
    expect(session.inputNames).toEqual(['input']);
    expect(session.outputNames).toEqual(['output']);
    expect(session.runtime).toMatch(new RegExp(`^${runtime} \\d+\\.\\d+\\.\\d+$`));
    expect(session.modelSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no model', new TextEncoder().encode('not a model at all')],
    ['half a model', identityModel().subarray(0, 40)],
  ])('refuses a file that is %s', async (_, model) => {
    await expect(openSession({ model, option, runtime })).rejects.toMatchObject({
      code: 'CONFIG_MODEL_MISSING',
      problems: [{ path: option }],
    });
  });
});

describe('openSession', () => {
  it('prefers the native runtime', async () => {
    const { runtime } = await openSession({ model: identityModel(), option });
    expect(runtime).toMatch(/^onnxruntime-node /);
  });

  it('refuses a file that is not there, without naming it', async () => {
    const failure = await openSession({ model: '/nowhere/secret-name.onnx', option }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(failure).toMatchObject({ code: 'CONFIG_MODEL_MISSING' });
    expect(String(failure)).not.toContain('secret-name');
  });

  it('refuses to start where no runtime is installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bystander-no-runtime-'));
    try {
      const built = fileURLToPath(new URL('../../dist/', import.meta.url));
      await mkdir(join(folder, 'detectors'));
      await cp(join(built, 'detectors/onnx-session.js'), join(folder, 'detectors/onnx-session.js'));
      await cp(join(built, 'errors.js'), join(folder, 'errors.js'));
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      const script = `import('./detectors/onnx-session.js')
        .then(({ openSession }) => openSession({ model: new Uint8Array(), option: 'engines.face.model' }))
        .catch((error) => process.stdout.write(error.code));`;
      const said = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
      expect(said).toBe('CONFIG_RUNTIME_MISSING');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
