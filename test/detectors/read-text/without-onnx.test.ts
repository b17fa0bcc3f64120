import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTextReader, type TextReader } from '../../../src/detectors/read-text.ts';
import { ConfigError } from '../../../src/errors.ts';
import { pictureOf } from '../picture-of.ts';

vi.mock('../../../src/detectors/onnx-session.ts', () => ({
  openSession: () => Promise.reject(new ConfigError([], 'CONFIG_RUNTIME_MISSING')),
}));

const CHAT = fileURLToPath(new URL('../../fixtures/text-pictures/dark-chat.png', import.meta.url));

let reader: TextReader;
beforeAll(async () => {
  reader = await createTextReader({ languages: ['eng'] });
});
afterAll(async () => {
  await reader.close();
});

describe('the text reader without an ONNX runtime', () => {
  it('reads with tesseract.js', async () => {
    expect(reader.runtime).toMatch(/^tesseract\.js /);
    const { lines, isCut } = await reader.read(await pictureOf(CHAT));
    expect(isCut).toBe(false);
    expect(lines.map(({ text }) => text).join('\n')).toContain('maria.rossi@example.net');
  });
});
