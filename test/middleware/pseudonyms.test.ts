import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBystander } from '../../src/middleware/index.ts';

const OFF = { enabled: false } as const;
const quiet = (): void => undefined;

async function masked(secret: Buffer, text: string): Promise<string | undefined> {
  const directory = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  const bystander = await createBystander({
    subject: () => 'anna',
    keys: [{ id: 'k1', secret: secret.toString('base64') }],
    storage: { directory },
    engines: { ocr: false },
    detectors: { face: OFF, person: OFF, email: { action: 'redact' } },
    redaction: { mask: 'pseudonym' },
    logger: { info: quiet, warn: quiet, error: quiet },
  });
  const { texts } = await bystander.submit({ subject: 'anna', items: [{ text }] });
  await bystander.close();
  await rm(directory, { recursive: true, force: true });
  return texts[0];
}

test('a pseudonym stays the same after a restart with the same key, and says nothing under another', async () => {
  const text = 'ask anna.keller@mail.example.ch';
  const key = Buffer.alloc(32, 1);
  const first = await masked(key, text);
  expect(first).toMatch(/^ask \[email-[0-9a-f]+\]$/);
  expect(await masked(key, text)).toBe(first);
  expect(await masked(Buffer.alloc(32, 2), text)).not.toBe(first);
});
