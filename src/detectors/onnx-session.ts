/** Runs an ONNX model on one CPU thread: natively where the host installed `onnxruntime-node`, as WebAssembly otherwise. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { ConfigError } from '../errors.ts';

export type OnnxRuntime = 'onnxruntime-node' | 'onnxruntime-web';

export interface SessionOptions {
  /** The file's bytes, or its path. */
  readonly model: Uint8Array | string;
  /** The option that the model was given by; named in errors. */
  readonly option: string;
  /** Only this runtime; without it the faster one that can be imported. */
  readonly runtime?: OnnxRuntime | undefined;
}

/** 32-bit floats in the order of `dims`, last dimension fastest. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** 8-bit numbers without sign in the order of `dims`, last dimension fastest. */
interface ByteTensor {
  readonly data: Uint8Array;
  readonly dims: readonly number[];
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** Of the model file, lower-case hex. */
  readonly modelSha256: string;
  /** Package and version in use, as `onnxruntime-node 1.30.0`. */
  readonly runtime: string;
  run(feeds: Readonly<Record<string, FloatTensor | ByteTensor>>): Promise<Readonly<Record<string, FloatTensor>>>;
}

type OnnxModule = Pick<typeof import('onnxruntime-web'), 'InferenceSession' | 'Tensor'>;

interface LoadedRuntime {
  readonly onnx: OnnxModule;
  readonly name: string;
  /** Both packages register themselves in one place when both are loaded: this is how a session says whose it is. */
  readonly provider: 'cpu' | 'wasm';
}

/** Level 4 is "fatal": anything less goes to standard error past every logger, and a failed call throws anyway. */
const SILENT = 4;

const SETTINGS: InferenceSession.SessionOptions = {
  graphOptimizationLevel: 'all',
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  // Pictures differ in size: planning memory by shape costs 70 MB for each child and saves nothing.
  enableMemPattern: false,
  logSeverityLevel: SILENT,
};

/**
 * Loads a model. Nothing is downloaded: both runtimes use the files of their own package.
 * Throws `ConfigError`: `CONFIG_MODEL_MISSING` for a file that cannot be read or is no model, `CONFIG_RUNTIME_MISSING` where neither
 * runtime can be imported.
 */
export async function openSession({ model, option, runtime }: SessionOptions): Promise<OnnxSession> {
  const bytes = typeof model === 'string' ? await readModel(model, option) : model;
  const { onnx, name, provider } = await loadRuntime(runtime, option);
  const session = await onnx.InferenceSession.create(bytes, { ...SETTINGS, executionProviders: [provider] }).catch(
    () => {
      throw modelMissing(option);
    },
  );
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    modelSha256: createHash('sha256').update(bytes).digest('hex'),
    runtime: name,
    async run(feeds) {
      const tensors = Object.entries(feeds).map(
        ([input, { data, dims }]) =>
          [
            input,
            data instanceof Float32Array
              ? new onnx.Tensor('float32', data, dims)
              : new onnx.Tensor('uint8', data, dims),
          ] as const,
      );
      const results = await session.run(Object.fromEntries(tensors));
      return Object.fromEntries(Object.entries(results).map(([output, tensor]) => [output, floatsOf(tensor)]));
    },
  };
}

async function readModel(path: string, option: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw modelMissing(option);
  });
}

function modelMissing(option: string): ConfigError {
  return new ConfigError([{ path: option, expected: 'a readable ONNX model file' }], 'CONFIG_MODEL_MISSING');
}

async function loadRuntime(wanted: OnnxRuntime | undefined, option: string): Promise<LoadedRuntime> {
  if (wanted) return wanted === 'onnxruntime-node' ? loadNative(option) : loadWasm(option);
  // An optional peer: not installed, or without a binary for this machine, is the portable runtime's turn.
  return loadNative(option).catch(() => loadWasm(option));
}

async function loadNative(option: string): Promise<LoadedRuntime> {
  const onnx = await import('onnxruntime-node').catch(() => {
    throw runtimeMissing('onnxruntime-node', option);
  });
  return { onnx, name: `onnxruntime-node ${onnx.env.versions.node}`, provider: 'cpu' };
}

async function loadWasm(option: string): Promise<LoadedRuntime> {
  const onnx = await import('onnxruntime-web').catch(() => {
    throw runtimeMissing('onnxruntime-web', option);
  });
  onnx.env.wasm.numThreads = 1;
  return { onnx, name: `onnxruntime-web ${onnx.env.versions.web}`, provider: 'wasm' };
}

function runtimeMissing(runtime: OnnxRuntime, option: string): ConfigError {
  return new ConfigError(
    [{ path: option, expected: `${runtime} installed, with a build for this machine` }],
    'CONFIG_RUNTIME_MISSING',
  );
}

function floatsOf({ data, dims }: Tensor): FloatTensor {
  if (!(data instanceof Float32Array)) throw new TypeError('a model output is not 32-bit floats');
  return { data, dims };
}
