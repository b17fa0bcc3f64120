import sharp from 'sharp';
import { expect, it } from 'vitest';
import { neutralProfile } from '../../../src/media/neutral-profile.ts';
import { descriptionText, iccProfile, plainText } from '../../fixtures/icc.ts';
import { jpegSegment, jpegWith, picture } from '../../fixtures/images.ts';
import { stripBytes } from '../strip.ts';

const CANARY = 'Canary-4711-canary';
const PROFILE = iccProfile([
  ['desc', descriptionText(CANARY)],
  ['targ', plainText(CANARY.repeat(50))],
]);

/** The profile cut into segments that say they are these numbers of so many. */
async function jpegOf(numbers: readonly number[], count: number, profile: Buffer = PROFILE): Promise<Buffer> {
  const size = Math.ceil(profile.length / numbers.length);
  const segments = numbers.map((number) => {
    const part = profile.subarray((number - 1) * size, number * size);
    return jpegSegment(0xe2, Buffer.from(`ICC_PROFILE\0`), Buffer.from([number, count]), part);
  });
  return jpegWith(await picture().jpeg().toBuffer(), { segments });
}

it('makes the profile of a JPEG neutral, in one segment or several, in order or not', async () => {
  for (const numbers of [[1], [1, 2, 3], [3, 1, 2]]) {
    const jpeg = await jpegOf(numbers, numbers.length);
    expect((await sharp(jpeg).metadata()).icc?.equals(PROFILE)).toBe(true);
    const { bytes, kept, method } = await stripBytes(jpeg);
    expect([kept, method]).toEqual([['icc'], 'lossless']);
    expect(Buffer.from(bytes).includes(CANARY)).toBe(false);
    expect((await sharp(bytes).metadata()).icc).toEqual(neutralProfile(PROFILE));
  }
});

it('changes no byte of a JPEG whose profile is neutral already', async () => {
  const jpeg = await jpegOf([1, 2], 2, neutralProfile(PROFILE));
  expect(Buffer.from((await stripBytes(jpeg)).bytes).equals(jpeg)).toBe(true);
});

it('takes a profile out that is broken, that lacks a segment or has one twice', async () => {
  const broken = [await jpegOf([1], 1, PROFILE.subarray(0, 300)), await jpegOf([1, 3], 3), await jpegOf([1, 1], 2)];
  for (const jpeg of broken) {
    const { bytes, kept } = await stripBytes(jpeg);
    expect(kept).toEqual([]);
    expect(Buffer.from(bytes).equals(await picture().jpeg().toBuffer())).toBe(true);
  }
});
