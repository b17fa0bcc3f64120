import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { jpegWith, orientedJpeg } from '../../fixtures/images.ts';
import { svgPlaces } from '../../fixtures/planted/svg.ts';
import { SHAPE, svgWith } from '../../fixtures/svg.ts';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../journey/chromium.ts';

const executablePath = findChromium();
const SIZE = { width: 120, height: 120 };
/** Places whose content is seen, if only as a broken picture, and goes. */
const SEEN: readonly string[] = ['foreignObject', 'external picture'];

/** Drawings that use most of what is allowed. */
const DRAWINGS: Readonly<Record<string, string>> = {
  gradients:
    '<defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#f00"/><stop offset="1" stop-color="rgb(0,0,255)" stop-opacity=".5"/></linearGradient><radialGradient id="b" xlink:href="#a" fx=".2" gradientTransform="rotate(20)"/></defs><circle cx="30" cy="30" r="20" fill="url(#b)" stroke="url(\'#a\')" stroke-width="4"/>',
  filters:
    '<filter id="shadow"><feGaussianBlur in="SourceAlpha" stdDeviation="2" result="Blur of Anna"/><feOffset in="blur" dx="3"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter><rect x="5" y="5" width="40" height="30" filter="url(#shadow)" fill="coral"/>',
  masks:
    '<mask id="m"><rect width="100" height="50" fill="white"/></mask><clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath><g mask="url(#m)" clip-path="url(#c)"><rect width="100" height="100" fill="purple"/></g>',
  patterns:
    '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 0l10 10" stroke="black"/></pattern><marker id="k" markerWidth="4" markerHeight="4" orient="auto"><path d="M0,0L4,2 0,4z"/></marker><path d="M5 5h50v50" fill="url(#p)" stroke="green" marker-end="url(#k)"/>',
  styles:
    '<style type="text/css"><![CDATA[/* Illustrator */ .st0{fill:#FF8800;stroke:#000;stroke-miterlimit:10;} #round , .st1 > rect{fill:none;stroke:blue!important} @media screen{.st2{opacity:.4}}]]></style><rect class="st0 st2" width="30" height="30"/><circle id="round" cx="60" cy="60" r="20"/><g class="st1"><rect x="50" width="20" height="20"/></g>',
  text: '<text x="5" y="30" style="font-family:\'DejaVu Sans\',sans-serif;font-size:14px;font-weight:bold">Tea <tspan fill="red" dy="3">&amp; milk</tspan> <a xlink:href="https://example.org/">link</a></text><defs><path id="curve" d="M5 60q30 30 60 0"/></defs><text font-size="9"><textPath href="#curve">along a curve</textPath></text>',
  uses: '<symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></symbol><use href="#s" width="20" height="20"/><use xlink:href="#s" x="30" width="40" height="40" fill="gold"/><svg x="10" y="60" width="20" height="20" viewBox="0 0 2 2"><rect width="1" height="1"/></svg><switch><g systemLanguage="xx"><rect width="99" height="99"/></g><rect width="5" height="5" fill="red"/></switch>',
  animation:
    '<rect width="20" height="20"><set attributeName="fill" to="red" begin="0s"/></rect><style>@keyframes anna{from{opacity:.5}to{opacity:.5}}.moved{animation:anna 1s infinite;transform:translate(20px,5px) rotate(3deg)}</style><rect class="moved" y="40" width="20" height="20"/>',
  editors:
    '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/><g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="Layer of Anna" id="layer1" style="display:inline;-inkscape-stroke:none"><path style="fill:#112233;fill-rule:evenodd" d="M1,1 L60,1 30 60zM20 10h10v10z" id="path-1"/></g>',
};

describe.skipIf(executablePath === undefined)('a cleaned SVG, in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_ARGUMENTS] });
    page = await browser.newPage({ viewport: SIZE });
  });
  afterAll(() => browser.close());

  /** As a document of its own, with scripts on. */
  async function shown(svg: Buffer): Promise<string> {
    await page.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    // Chromium now and then cannot capture a page that it has only just shown.
    const picture = await page.screenshot().catch(() => page.screenshot());
    return picture.toString('base64');
  }

  async function expectSame(svg: Buffer): Promise<void> {
    const cleaned = stripInMemory(byteView(svg), 'image/svg+xml', { icc: true, exif: undefined });
    expect(cleaned.equals(svg)).toBe(false);
    expect((await shown(cleaned)) === (await shown(svg))).toBe(true);
  }

  it.each(Object.keys(DRAWINGS))('looks the same: %s', async (name) => {
    const svg = svgWith(DRAWINGS[name] ?? '');
    expect((await shown(svg)) === (await shown(svgWith('')))).toBe(false);
    await expectSame(svg);
  });

  it('looks the same: a turned photo inside', async () => {
    const jpeg = jpegWith(await orientedJpeg(6), { comment: 'Anna' });
    await expectSame(
      svgWith(`<image width="50" height="50" href="data:image/jpeg;base64,${jpeg.toString('base64')}"/>`),
    );
  });

  it.each(svgPlaces.filter(({ place }) => !SEEN.includes(place)))(
    'looks the same without: $place',
    async ({ plant }) => {
      await expectSame(await plant());
    },
  );

  it('runs nothing any more', async () => {
    const svg = svgWith('<script>document.documentElement.remove()</script>');
    const cleaned = stripInMemory(byteView(svg), 'image/svg+xml', { icc: true, exif: undefined });
    expect((await shown(svg)) === (await shown(cleaned))).toBe(false);
    expect(cleaned.toString()).toContain(SHAPE);
  });
});
