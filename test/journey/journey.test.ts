import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../src/core/types.ts';
import { walkImage } from '../../src/media/walk-image.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { exifBlock } from '../fixtures/exif.ts';
import { jpegWith } from '../fixtures/jpeg.ts';
import { uprightPhoto } from '../fixtures/phone-photo.ts';
import { CHROMIUM_ARGUMENTS, findChromium } from './chromium.ts';
import { type ExampleApp, startExampleApp } from './example-app.ts';

const PHONE = '+995 599 12 34 56';
const PROMPT = `A poster for our spring sale. For tickets call ${PHONE} after six.`;
/** Two of the four people of sample 6, upright. */
const TWO_PEOPLE = { left: 200, top: 200, width: 880, height: 1300 };
/** Node closes an idle connection after five seconds, sometimes just as it is used again; a browser then asks once more. */
const KEPT_ALIVE = { maxRetries: 2 };
const PLACE = { latitude: 41.69375, longitude: 44.8015 };

const executablePath = findChromium();
if (executablePath === undefined) {
  console.log(
    'left out: the browser test in test/journey (no Chromium found; `apt-get install chromium`, or set CHROMIUM_PATH)',
  );
}

interface HeldFinding {
  readonly id: string;
  readonly type: string;
  readonly box?: Box;
  readonly choices: readonly string[];
}

describe.skipIf(executablePath === undefined)('the journey of one upload, in a browser without JavaScript', () => {
  let app: ExampleApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    app = await startExampleApp();
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_ARGUMENTS] });
    context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'en',
      viewport: { width: 360, height: 740 },
    });
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('holds a photo with people, a place and a number, asks, and keeps only what was decided', async () => {
    const upright = await sharp(await uprightPhoto(6))
      .extract(TWO_PEOPLE)
      .jpeg({ quality: 95 })
      .toBuffer();
    await uploadByForm(await asPhonePhoto(upright));

    expect(page.url()).toMatch(/\/privacy\/holds\/[\w-]+\/prompt$/);
    expect(await textOf(page.locator('h1'))).toBe('Someone else may be in your upload');
    expect(await textOf(page.locator('body'))).toContain('Where it was taken (GPS)');
    const findings = await findingsOf(page.url());
    const faces = findings.filter(({ type }) => type === 'face');
    const numbers = findings.filter(({ type }) => type === 'phone');
    expect(faces).toHaveLength(2);
    expect(numbers).toHaveLength(1);
    const [covered, kept] = faces;

    // The look of covers is asked for as soon as something is to be covered.
    const mosaic = page.locator('input[name=cover][value=mosaic]');
    expect(await mosaic.isVisible()).toBe(false);
    await answer(covered, 'redact');
    await mosaic.check();

    // One answer is left out at first: it is asked for again, and the others are kept.
    await answer(kept, 'consent');
    for (const other of findings.filter(({ type }) => type !== 'face' && type !== 'phone'))
      await answer(other, 'redact');
    await page.locator('input[name=accepted]').check();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    expect(await textOf(page.getByRole('alert'))).toContain('Phone number');
    expect(await radio(kept, 'consent').isChecked()).toBe(true);
    expect(await mosaic.isChecked()).toBe(true);
    await expectNoSidewaysScrolling();
    await answer(numbers[0], 'redact');
    await page.getByRole('button', { name: 'Save my answers' }).click();

    expect(await textOf(page.locator('h1'))).toBe('Your answers are saved');
    await page.getByRole('button', { name: 'Finish the upload' }).click();

    // The host's own answer.
    expect(page.url()).toMatch(/\/uploads\/[\da-f]+$/);
    const result = await textOf(page.locator('main'));
    expect(result).toContain('Hidden details left: 0');
    expect(result).toContain('Still in it: 1 × face');
    expect(await textOf(page.locator('blockquote'))).toMatch(
      /^A poster for our spring sale\. For tickets call (?!\+).* after six\.$/,
    );
    expect(result).not.toContain(PHONE);

    const saved = await download();
    await expectNoMetadata(saved);
    expect(await differenceAt(upright, saved, covered?.box)).toBeGreaterThan(30);
    expect(await differenceAt(upright, saved, kept?.box)).toBeLessThan(4);
  });

  it('lets a product picture with nobody in it straight through', async () => {
    await page.goto(app.url);
    await page.locator('form[action="/samples/product"] button').click();
    expect(page.url()).toMatch(/\/uploads\/[\da-f-]+$/);
    expect(await textOf(page.locator('main'))).toContain('it went straight through');
  });

  it('takes one answer for all places of a text, and another for one of them', async () => {
    await page.goto(app.url);
    await page.locator('form[action="/samples/card"] button').click();
    const findings = await findingsOf(page.url());
    expect(new Set(findings.map(({ type }) => type))).toEqual(new Set(['person', 'address', 'minor', 'phone']));
    await expectNoSidewaysScrolling();

    await page.locator('.all input[value=redact]').check();
    await page.getByText('Answer one by one').click();
    await answer(
      findings.find(({ type }) => type === 'address'),
      'consent',
    );
    await page.locator('input[name=accepted]').check();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    await page.getByRole('button', { name: 'Finish the upload' }).click();
    expect(await textOf(page.locator('blockquote'))).toBe(
      'A welcome card for our new neighbour [person], 12 Harbour Street, Bristol BS1 4QA.\n[minor] and loves foxes. Print her number on the back: [phone].',
    );
  });

  it('lets an ad with the user’s own contact straight through', async () => {
    await page.goto(app.url);
    await page.locator('form[action="/samples/advert"] button').click();
    const result = await textOf(page.locator('main'));
    expect(result).toContain('it went straight through');
    expect(result).toContain('Your own or a business’s: 1 × phone, 2 × email');
  });

  it('deletes an upload from its page, and says so', async () => {
    await page.goto(app.url);
    await page.locator('textarea[name=prompt]').fill(PROMPT);
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    const held = page.url();
    await page.getByText('Delete this upload instead').click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    expect(await textOf(page.locator('h1'))).toBe('Your upload is deleted');
    const again = await page.goto(held);
    expect(again?.status()).toBe(410);
    expect(await textOf(page.locator('h1'))).toBe('This upload is no longer here');
  });

  async function textOf(part: Locator): Promise<string> {
    return (await part.textContent()) ?? '';
  }

  async function uploadByForm(photo: Buffer): Promise<void> {
    await page.goto(app.url);
    const files = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo };
    await page.locator('input[name=image]').setInputFiles(files);
    await page.locator('textarea[name=prompt]').fill(PROMPT);
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
  }

  /** The findings of the hold on whose page the browser is, as its own user's client gets them. */
  async function findingsOf(promptUrl: string): Promise<readonly HeldFinding[]> {
    const response = await context.request.get(promptUrl.replace(/\/prompt$/, ''), KEPT_ALIVE);
    const { items } = (await response.json()) as { items: { findings: HeldFinding[] }[] };
    return items.flatMap(({ findings }) => findings).filter(({ choices }) => choices.length > 0);
  }

  function radio(finding: HeldFinding | undefined, choice: string): Locator {
    return page.locator(`input[name="choice.${finding?.id}"][value="${choice}"]`);
  }

  async function answer(finding: HeldFinding | undefined, choice: string): Promise<void> {
    await radio(finding, choice).check();
  }

  async function expectNoSidewaysScrolling(): Promise<void> {
    for (const element of await page.locator('.card, .answer, .frame, .text').all()) {
      const box = await element.boundingBox();
      if (box !== null) expect(box.x + box.width).toBeLessThanOrEqual(360);
    }
  }

  async function download(): Promise<Buffer> {
    const href = await page.getByRole('link', { name: 'Download and check yourself' }).getAttribute('href');
    return (await context.request.get(new URL(href ?? '', app.url).href, KEPT_ALIVE)).body();
  }
});

/** Stored turned, as a phone does, with place, serial number, owner and a thumbnail in its EXIF. */
async function asPhonePhoto(upright: Buffer): Promise<Buffer> {
  const stored = await sharp(upright).rotate(270).jpeg({ quality: 95 }).toBuffer();
  const thumbnail = await sharp(stored).resize(160).jpeg().toBuffer();
  const exif = exifBlock({ orientation: 6, make: 'Canary', gps: PLACE, serial: 'SN-1', ownerName: 'Nino', thumbnail });
  return jpegWith(stored, { exif });
}

async function expectNoMetadata(picture: Buffer): Promise<void> {
  const { exif, xmp, iptc } = await sharp(picture).metadata();
  expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
  const walk = walkImage(byteView(picture), 'image/jpeg');
  expect(walk?.isComplete).toBe(true);
  expect(walk?.blocks.filter(({ kind }) => kind !== 'icc').map(({ kind }) => kind)).toEqual([]);
}

/** Mean difference per channel, 0 to 255, between two pictures in the middle of a box; upright. */
async function differenceAt(before: Buffer, after: Buffer, box: Box | undefined): Promise<number> {
  if (box === undefined) throw new Error('the finding has no box');
  const middle = {
    left: Math.round(box.x + box.width / 4),
    top: Math.round(box.y + box.height / 4),
    width: Math.round(box.width / 2),
    height: Math.round(box.height / 2),
  };
  const [a, b] = await Promise.all(
    [before, after].map(async (picture) => {
      const upright = await sharp(picture).autoOrient().removeAlpha().toBuffer();
      return sharp(upright).extract(middle).raw().toBuffer();
    }),
  );
  if (a === undefined || b === undefined || a.length !== b.length) throw new Error('the pictures differ in shape');
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}
