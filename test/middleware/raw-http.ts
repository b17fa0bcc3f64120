/** A client that sends what it is told and nothing more: for bodies that stall, lie about their length or break off. */
import { connect, type Socket } from 'node:net';

const BOUNDARY = 'boundary';

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** Of the connection, after the answer. */
  readonly closed: Promise<void>;
}

export function multipartHead(path: string, headers: readonly string[]): string {
  const all = ['Host: 127.0.0.1', `Content-Type: multipart/form-data; boundary=${BOUNDARY}`, ...headers];
  return `POST ${path} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n`;
}

/** The beginning of a file part, without its end. */
export function openFilePart(name: string, filename: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n`;
}

export function part(headers: readonly string[], content: string): string {
  return `--${BOUNDARY}\r\n${headers.join('\r\n')}\r\n\r\n${content}\r\n`;
}

export const END: string = `--${BOUNDARY}--\r\n`;

export function chunk(content: string): string {
  return `${Buffer.byteLength(content).toString(16)}\r\n${content}\r\n`;
}

/** Connects and writes the pieces; the connection stays open. */
export async function send(port: number, ...pieces: readonly string[]): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  // The server may close while we write.
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  return socket;
}

/** Waits for an answer with a body of known length. */
export function answer(socket: Socket): Promise<RawAnswer> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
      if (/\r\n\r\n.*\}$/s.test(text)) resolve({ status: Number(text.slice(9, 12)), text, closed });
    });
  });
}

/** A whole multipart request with its right length. */
export function wholeRequest(path: string, body: string): string {
  return multipartHead(path, [`Content-Length: ${Buffer.byteLength(body)}`]) + body;
}
