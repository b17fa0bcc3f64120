/** The smallest ONNX model: one matrix of floats in, the same out. Protobuf by hand, field numbers of onnx.proto. */
export function identityModel(): Uint8Array {
  const node = message([text(1, 'input'), text(2, 'output'), text(4, 'Identity')]);
  const graph = message([field(1, node), text(2, 'g'), field(11, value('input')), field(12, value('output'))]);
  return message([number(1, 8), field(7, graph), field(8, message([number(2, 13)]))]);
}

/** A matrix of floats whose sides are not fixed. */
function value(name: string): Uint8Array {
  const shape = message([field(1, message([text(2, 'rows')])), field(1, message([text(2, 'columns')]))]);
  const tensor = message([number(1, 1), field(2, shape)]);
  return message([text(1, name), field(2, message([field(1, tensor)]))]);
}

function number(id: number, content: number): Uint8Array {
  return Uint8Array.of(id << 3, content);
}

function text(id: number, content: string): Uint8Array {
  return field(id, new TextEncoder().encode(content));
}

function field(id: number, content: Uint8Array): Uint8Array {
  return Uint8Array.of((id << 3) | 2, content.length, ...content);
}

function message(fields: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(fields.flatMap((bytes) => [...bytes]));
}
