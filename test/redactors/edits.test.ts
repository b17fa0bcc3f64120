import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { applyEdits, type Edit, writeEdits } from '../../src/redactors/edits.ts';

const folder = mkdtempSync(join(tmpdir(), 'edits-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ranges one behind the other, each with what it becomes. */
const changes = fc.array(
  fc.record({
    keep: fc.uint8Array({ maxLength: 9 }),
    drop: fc.uint8Array({ minLength: 1, maxLength: 9 }),
    by: fc.oneof(fc.constant(undefined), fc.constant('zeros' as const), fc.uint8Array({ maxLength: 9 })),
  }),
  { maxLength: 12 },
);

describe('edits', () => {
  it('cut, overwrite and leave the rest, in whatever order they are given', () => {
    fc.assert(
      fc.property(changes, fc.uint8Array({ maxLength: 9 }), fc.boolean(), (parts, tail, isReversed) => {
        const edits: Edit[] = [];
        const [before, after]: [Uint8Array[], Uint8Array[]] = [[], []];
        let at = 0;
        for (const { keep, drop, by } of parts) {
          edits.push({ offset: at + keep.length, length: drop.length, ...(by !== undefined && { by }) });
          before.push(keep, drop);
          after.push(keep, by === 'zeros' ? new Uint8Array(drop.length) : (by ?? new Uint8Array(0)));
          at += keep.length + drop.length;
        }
        const view = byteView(Buffer.concat([...before, tail]));
        const edited = applyEdits(view, isReversed ? edits.toReversed() : edits);
        expect(edited.equals(Buffer.concat([...after, tail]))).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it('insert before a cut at the same place', () => {
    const edits = [
      { offset: 1, length: 2 },
      { offset: 1, length: 0, by: Buffer.from('X') },
    ];
    expect(applyEdits(byteView(Buffer.from('abcd')), edits).toString()).toBe('aXd');
  });

  it('may not overlap', () => {
    const edits = [
      { offset: 0, length: 3 },
      { offset: 2, length: 1 },
    ];
    expect(() => applyEdits(byteView(Buffer.from('abcd')), edits)).toThrow(RangeError);
  });

  it('write a file that only its owner reads, and never over another', () => {
    const path = join(folder, 'edited');
    const view = byteView(Buffer.from('abcd'));
    writeEdits(view, [{ offset: 1, length: 2, by: 'zeros' }], path);
    expect(readFileSync(path, 'latin1')).toBe('a\0\0d');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => writeEdits(view, [], path)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  });
});
