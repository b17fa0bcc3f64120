import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawCodePicture } from '../../scripts/accuracy/codes/draw-code-picture.mjs';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import { createScanner } from '../../src/scanner/scanner.ts';
import type { Scanner } from '../../src/scanner/types.ts';

const TEXT = 'mailto:anna.berger@kvist.at';

let scanner: Scanner;
let bytes: Buffer;
beforeAll(async () => {
  scanner = await createScanner();
  const codes = [
    { format: 'QRCode', text: TEXT, module: 4, x: 150, y: 150 },
    { format: 'Code128', text: 'ANNA.BERGER@KVIST.AT', module: 2, x: 330, y: 380 },
  ];
  const drawn = { width: 700, height: 500, codes, scene: 'photo', quality: 80, random: createRandom(3) };
  ({ encoded: bytes } = await drawCodePicture(drawn));
});
afterAll(() => scanner.close());

describe('codes in a picture', () => {
  test('are found with what they say, and with nothing of it', async () => {
    const report = await scanner.scan({ bytes });
    const inCodes = report.findings.filter((finding) => 'source' in finding && finding.source === 'code');
    expect(inCodes.map(({ type, action }) => [type, action])).toEqual([
      ['email', 'confirm'],
      ['email', 'confirm'],
    ]);
    expect(report.gaps).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/berger/i);
  });

  test('are covered so that none can be read again', async () => {
    const cleaned = await scanner.clean({ bytes }, { redact: ['email'] });
    expect(cleaned.changes.filter(({ kind }) => kind === 'covered')).toHaveLength(2);
    const again = await scanner.scan({ bytes: cleaned.bytes ?? Buffer.alloc(0) });
    expect(again.findings.filter(({ type }) => type === 'email')).toEqual([]);
    expect(again.gaps).toEqual([]);
  });

  test('are not read where that is off', async () => {
    const blind = await createScanner({ engines: { ocr: false, codes: false } });
    const { findings } = await blind.scan({ bytes });
    await blind.close();
    expect(findings.filter(({ type }) => type === 'email')).toEqual([]);
  });
});
