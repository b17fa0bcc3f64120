import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { identifyingFields, neutralProfile } from '../../src/media/neutral-profile.ts';
import { MalformedImageError } from '../../src/media/walkers/byte-view.ts';
import { descriptionText, type IccTag, iccProfile, localizedText, plainText } from '../fixtures/icc.ts';
import { jpegWith, picture } from '../fixtures/images.ts';

const CANARY = 'Canary-4711-canary';
const WIDE = Buffer.from(CANARY, 'utf16le').swap16();

const MONITOR: readonly IccTag[] = [
  ['desc', localizedText(CANARY)],
  ['dscm', localizedText(CANARY)],
  ['cprt', plainText(CANARY)],
  ['mmod', Buffer.from(`mmod\0\0\0\0${CANARY}`)],
  ['meta', Buffer.from(`dict\0\0\0\0${CANARY}`)],
  ['targ', plainText(CANARY)],
  ['dmnd', descriptionText(CANARY)],
  ['vcgt', Buffer.from(`vcgt\0\0\0\0${CANARY}`)],
];

async function builtIn(name: 'p3' | 'srgb' | 'cmyk'): Promise<Buffer> {
  const jpeg = await picture().withIccProfile(name).jpeg().toBuffer();
  return (await sharp(jpeg).metadata()).icc ?? Buffer.alloc(0);
}

/** The same coded picture as sRGB, converted by the profile. */
async function converted(profile: Uint8Array): Promise<Buffer> {
  const jpeg = jpegWith(await picture().jpeg().toBuffer(), { icc: profile });
  return sharp(jpeg).toColourspace('srgb').raw().toBuffer();
}

/** The same for profiles that are larger than a segment: `profile` takes the place of the built-in one. */
async function convertedFromCmyk(profile: Uint8Array): Promise<Buffer> {
  const tiff = await picture().toColourspace('cmyk').withIccProfile('cmyk').tiff().toBuffer();
  tiff.set(profile, tiff.indexOf(await builtIn('cmyk')));
  return sharp(tiff).toColourspace('srgb').raw().toBuffer();
}

function neutral(profile: Uint8Array): Buffer {
  const result = neutralProfile(profile);
  expect(result).toHaveLength(profile.length);
  return result ?? Buffer.alloc(0);
}

describe('neutralProfile', () => {
  it('takes out all that names a device or a person, and the bytes that no tag points to', () => {
    const result = neutral(iccProfile(MONITOR, Buffer.from(CANARY)));
    for (const trace of [CANARY, WIDE, 'mmod', 'vcgt', 'MAKE', 'MODL', 'CREA', '0123456789abcdef'])
      expect(result.includes(trace)).toBe(false);
    expect(result.subarray(24, 36).toString('hex')).toBe('07d000010001000000000000');
  });

  it('has nothing to change in its own result', () => {
    for (const text of [localizedText, descriptionText, plainText])
      for (const words of ['Display P3', CANARY])
        expect(neutralProfile(neutral(iccProfile([['desc', text(words)]])))).toBeUndefined();
  });

  it('keeps well-known names in whatever form they are written', () => {
    for (const text of [localizedText, descriptionText, plainText]) {
      const result = neutral(iccProfile([['desc', text('Adobe RGB (1998)')]]));
      const name = text === localizedText ? Buffer.from('Adobe RGB (1998)', 'utf16le').swap16() : 'Adobe RGB (1998)';
      expect(result.includes(name)).toBe(true);
    }
  });

  it('converts every colour as the profile did', async () => {
    const rgb = [await builtIn('p3'), await builtIn('srgb'), iccProfile(MONITOR), iccProfile([])];
    for (const profile of rgb) expect((await converted(profile)).equals(await converted(neutral(profile)))).toBe(true);
    expect((await converted(iccProfile(MONITOR))).equals(await converted(await builtIn('srgb')))).toBe(false);
    const cmyk = await builtIn('cmyk');
    const changed = neutral(cmyk);
    expect((await convertedFromCmyk(cmyk)).equals(await convertedFromCmyk(changed))).toBe(true);
    expect(changed.includes('Argyll')).toBe(false);
  });

  it('throws for a profile that is broken, of another class or newer than it knows', () => {
    const profile = iccProfile(MONITOR);
    const change = (at: number, text: string): Buffer => {
      const changed = Buffer.from(profile);
      changed.write(text, at, 'latin1');
      return changed;
    };
    const overlapping = Buffer.from(profile);
    overlapping.writeUInt32BE(overlapping.readUInt32BE(136) + 4, 148);
    const broken = [
      Buffer.alloc(0),
      profile.subarray(0, -1),
      change(36, 'none'),
      change(12, 'nmcl'),
      change(8, '\x05'),
      change(128, '\x7f'),
      change(profile.readUInt32BE(136), 'text'),
      overlapping,
    ];
    for (const bytes of broken) expect(() => neutralProfile(bytes)).toThrow(MalformedImageError);
  });

  it('empties a text that cannot be read and keeps the colours', () => {
    const long = descriptionText(CANARY);
    long.writeUInt32BE(0x7fff_ffff, 8);
    const result = neutral(iccProfile([['desc', long]]));
    expect(result.includes(CANARY)).toBe(false);
    expect(neutralProfile(result)).toBeUndefined();
  });
});

describe('identifyingFields', () => {
  it('names each tag that may say whose device it is', () => {
    expect(identifyingFields(iccProfile(MONITOR))).toEqual([
      'ICC:ProfileDescription',
      'ICC:ProfileCopyright',
      'ICC:ProfileMakeAndModel',
      'ICC:ProfileMetadata',
      'ICC:ProfileCharTarget',
      'ICC:ProfileDeviceManufacturer',
      'ICC:ProfilePrivateTag',
    ]);
  });

  it('names none for the profiles that systems and programs embed', async () => {
    expect(identifyingFields(await builtIn('p3'))).toEqual([]);
    expect(identifyingFields(await builtIn('srgb'))).toEqual([]);
    const apple: readonly IccTag[] = [
      ['desc', localizedText('Display P3')],
      ['cprt', localizedText('Copyright Apple Inc., 2022')],
    ];
    expect(identifyingFields(iccProfile(apple))).toEqual([]);
  });
});
