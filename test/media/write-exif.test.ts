import { describe, expect, it } from 'vitest';
import { readExif } from '../../src/media/read-tiff.ts';
import { writeExif } from '../../src/media/write-exif.ts';

const CAPTURE_TIME = { dateTime: '2026:05:17 13:45:10', offset: '+02:00' };

/** Tags and values of all directories, as hex of the bytes or as text. */
function tagsOf(block: Buffer | undefined): [string, string][] {
  const { directories, isComplete } = readExif(block ?? Buffer.alloc(0));
  expect(isComplete).toBe(true);
  return directories.flatMap(({ kind, entries }) =>
    entries.map(({ tag, value }): [string, string] => [`${kind} ${tag.toString(16)}`, value?.toString('utf8') ?? '']),
  );
}

describe('writeExif', () => {
  it('writes nothing when nothing has to be said', () => {
    expect(writeExif({ orientation: 1 })).toBeUndefined();
  });

  it('writes an orientation as one tag', () => {
    expect(writeExif({ orientation: 6 })?.toString('hex')).toBe('4d4d002a00000008000101120003000000010006000000000000');
  });

  it('writes copyright and capture time as their standard tags, in order and complete', () => {
    const block = writeExif({ orientation: 6, copyright: '© Anna', captureTime: CAPTURE_TIME });
    expect(tagsOf(block)).toEqual([
      ['main 112', '\0\u0006'],
      ['main 8298', '© Anna\0'],
      ['main 8769', expect.any(String)],
      ['exif 9000', '0232'],
      ['exif 9003', '2026:05:17 13:45:10\0'],
      ['exif 9011', '+02:00\0'],
    ]);
  });

  it('writes each of them alone', () => {
    expect(tagsOf(writeExif({ orientation: 1, copyright: 'A' }))).toEqual([['main 8298', 'A\0']]);
    const { dateTime } = CAPTURE_TIME;
    expect(tagsOf(writeExif({ orientation: 1, captureTime: { dateTime } })).map(([tag]) => tag)).toEqual([
      'main 8769',
      'exif 9000',
      'exif 9003',
    ]);
  });
});
