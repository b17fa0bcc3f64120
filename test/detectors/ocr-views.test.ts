import { describe, expect, it } from 'vitest';
import { ocrViews } from '../../src/detectors/ocr-views.ts';

/** The text with all repairs made. */
function repaired(text: string): string {
  const [view, ...others] = ocrViews(text);
  expect(others).toEqual([]);
  return view?.text ?? text;
}

describe('ocrViews', () => {
  it.each([
    ['+44 2O 7946 O958', '+44 20 7946 0958'],
    ['+49 l5I 23456789', '+49 151 23456789'],
    ['( 212 ) 555-OI99', '(212) 555-0199'],
    ['t44 20 7946 0958', '+44 20 7946 0958'],
    ['4Ill 1111 1111 1111', '4111 1111 1111 1111'],
    ['born O1.O5.1990', 'born 01.05.1990'],
    ['1O115 Berlin', '10115 Berlin'],
  ])('takes letters for digits within numbers: %s', (read, meant) => {
    expect(repaired(read)).toBe(meant);
  });

  it.each([
    ['Anna Mi1ler', 'Anna Miller'],
    ['ANNA M1LLER', 'ANNA MILLER'],
    ['HauptstraBe 12', 'Hauptstraße 12'],
  ])('takes digits for letters within words: %s', (read, meant) => {
    expect(repaired(read)).toBe(meant);
  });

  it.each([
    'Oslo, SOS, Bill, solo, IO',
    'the B2B sales of Q3 in 2024',
    'class A4 paper, size XL',
    'G502 HERO, iPhone 15',
    'Is it 5 or 6 o’clock?',
    'B08N5WRWBX',
  ])('leaves words and names of products as they are: %s', (text) => {
    expect(repaired(text)).toBe(text);
  });

  it.each([
    ['anna©example.com', 'anna@example.com'],
    ['anna@ example.com', 'anna@example.com'],
    ['anna.m @example.com', 'anna.m@example.com'],
    ['anna@example,com', 'anna@example.com'],
    ['anna@example .co .uk', 'anna@example.co.uk'],
    ['anna@example.c0m', 'anna@example.com'],
    ['anna@example.corn', 'anna@example.com'],
    ['annaQexample.com', 'anna@example.com'],
    ['anna(a)example.com', 'anna@example.com'],
    ['anna@firma - nord.de', 'anna@firma-nord.de'],
    ['anna@exam ple.com', 'anna@example.com'],
    ['anna@examplecom', 'anna@example.com'],
    ['Mail: anna. miller@example.com', 'Mail: anna.miller@example.com'],
    ['anna.mill er@example.com', 'anna.miller@example.com'],
  ])('repairs the signs of an address: %s', (read, meant) => {
    expect(repaired(read)).toBe(meant);
  });

  it.each([
    'Photo © example.com',
    'follow us @example.com',
    'Lunch @ noon. It is free',
    'Write to anna@example.com, it helps',
    'Write to anna@example.com. Thanks',
    'Prices from €example',
    'user@2x.png',
    'anna@example.constructor',
    'a@b.toString, c@d.__proto__',
  ])('leaves what is no address, or a whole one: %s', (text) => {
    expect(repaired(text)).toBe(text);
  });

  it.each([
    ['DE89 37O4 0O44 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
    ['0E89 3704 0044 0532 0130 0O', 'DE89 3704 0044 0532 0130 00'],
    ['GB82 WE5T 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 32'],
    ['DE8937040044053201300O', 'DE89 3704 0044 0532 0130 00'],
  ])('repairs an account number by its form and check digits: %s', (read, meant) => {
    expect(repaired(read)).toBe(meant);
  });

  it('knows the place of what it repaired', () => {
    const text = 'write to anna@example ,com or call O20 7946 0958';
    for (const [value, read] of [
      ['020 7946 0958', 'O20 7946 0958'],
      ['anna@example.com', 'anna@example ,com'],
    ]) {
      const view = ocrViews(text).find((one) => one.text.includes(value ?? ''));
      const start = view?.text.indexOf(value ?? '') ?? 0;
      const place = view?.placeOf(start, start + (value?.length ?? 0));
      expect(text.slice(place?.start, place?.end)).toBe(read);
    }
  });

  it('takes time in proportion to the text', () => {
    const timeOf = (piece: string, units: number): number => {
      const text = piece.repeat(units / piece.length);
      const before = process.cpuUsage();
      ocrViews(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    for (const piece of ['O0', 'a@', '(1 ', 'DE8O ', '@ ', 'a.', '1 O ']) {
      timeOf(piece, 6000);
      expect(timeOf(piece, 48_000)).toBeLessThan(Math.max(200, timeOf(piece, 12_000) * 12));
    }
  });
});
