import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/media/decode-text.ts';

const TEXT = 'Grüße an ნინო,\r\n\tund 😀';

describe('decodeText', () => {
  it('decodes UTF-8 with and without a mark', () => {
    expect(decodeText(Buffer.from(TEXT))).toBe(TEXT);
    expect(decodeText(Buffer.from(`\ufeff${TEXT}`))).toBe(TEXT);
    expect(decodeText(Buffer.alloc(0))).toBe('');
  });

  it('decodes UTF-16 of both orders when it is marked', () => {
    const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    expect(decodeText(little)).toBe(TEXT);
    expect(decodeText(Buffer.from(little).swap16())).toBe(TEXT);
  });

  it('gives nothing for bytes that are no text', () => {
    for (const bytes of [
      [0xff, 0xd8, 0xff, 0xe0],
      [0x61, 0x00, 0x62, 0x00],
      [0xc3, 0x28],
      [0x61, 0x01],
      [0xff, 0xfe, 0x00, 0xd8],
    ])
      expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
  });
});
