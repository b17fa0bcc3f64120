import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/media/svg/read-xml.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { svgWith } from '../../fixtures/svg.ts';

const START = '<svg xmlns="http://www.w3.org/2000/svg">';
const MEBIBYTE = 2 ** 20;

function isComplete(svg: string | Uint8Array): boolean | undefined {
  return walkImage(byteView(Buffer.from(svg)), 'image/svg+xml')?.isComplete;
}

function fill(part: string, length: number): string {
  return part.repeat(Math.floor(length / part.length));
}

describe('readXml', () => {
  it('reads elements with their namespaces, text, CDATA and what stands beside the root', () => {
    const xml = '<!--a--><!DOCTYPE r><r xmlns:p="urn:p"><p:e p:f="1" g="2">x<![CDATA[<y>]]></p:e><?t b?></r>';
    const { root, asides, doctype } = readXml(byteView(Buffer.from(xml)));
    expect([asides, doctype]).toEqual([[{ kind: 'comment', target: '', text: 'a' }], ' r']);
    expect(root.children).toMatchObject([
      {
        uri: 'urn:p',
        local: 'e',
        attributes: [
          { uri: 'urn:p', local: 'f', value: '1' },
          { uri: '', local: 'g', value: '2' },
        ],
        children: ['x', '<y>'],
      },
      { kind: 'instruction', target: 't', text: 'b' },
    ]);
  });

  it.each([
    ['an entity of the document', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'],
    ['an entity in an attribute', '<!DOCTYPE r [<!ENTITY a "b">]><r a="&a;"/>'],
    ['an external entity', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % a "<!ENTITY b \'c\'>">%a;]><r>&b;</r>'],
    ['an entity of HTML', '<r>&nbsp;</r>'],
    ['an element that stays open', '<r><e></r>'],
    ['CDATA that stays open', '<r><![CDATA[x</r>'],
    ['a comment that stays open', '<r/><!-- x'],
    ['two dashes in a comment', '<r><!-- a -- b --></r>'],
    ['two roots', '<r/><r/>'],
    ['text behind the root', '<r/>text'],
    ['an attribute twice', '<r a="1" a="2"/>'],
    ['one attribute under two prefixes', '<r xmlns:a="urn:x" xmlns:b="urn:x" a:c="1" b:c="2"/>'],
    ['an attribute without quotes', '<r a=1/>'],
    ['a zero byte', '<r>\0</r>'],
    ['a zero by number', '<r>&#0;</r>'],
    ['a noncharacter', '<r>\uffff</r>'],
    ['half a letter', Buffer.concat([Buffer.from('<r>'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('</r>')])],
    ['a second byte order mark', '\ufeff\ufeff<r/>'],
    ['UTF-7', '<?xml version="1.0" encoding="UTF-7"?><r>+ADw-</r>'],
    ['an old encoding', '<?xml version="1.0" encoding="windows-1251"?><r/>'],
    ['a declaration behind the start', ' <?xml version="1.0"?><r/>'],
    ['a document type behind the root', '<r/><!DOCTYPE r>'],
    ['nothing', ''],
    ['white space only', '  '],
    ['no XML', 'hello'],
    ['HTML', '<!doctype html><html><svg><path></svg></html>'],
  ])('refuses %s', (_what, xml) => {
    expect(() => readXml(byteView(Buffer.from(xml)))).toThrow(/^malformed SVG/);
  });

  it.each([
    ['elements inside each other', START + '<g>'.repeat(100_000) + '</g>'.repeat(100_000)],
    ['elements beside each other', START + fill('<g/>', MEBIBYTE)],
    ['comments', START + fill('<!---->', 2 * MEBIBYTE)],
    ['attributes', `${START}<g ${Array.from({ length: 2000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['bytes', START + fill(' ', 17 * MEBIBYTE)],
  ])('refuses too many %s', (_what, xml) => {
    expect(isComplete(xml.endsWith('>') ? `${xml}</svg>` : xml)).toBe(false);
  });
});

describe('a hostile drawing', () => {
  it('is refused when it would draw a billion shapes', () => {
    const doubling = Array.from({ length: 40 }, (_, index) => {
      const use = `<use href="#a${index}"/>`;
      return `<g id="a${index + 1}">${use}${use}</g>`;
    });
    expect(isComplete(svgWith(`<rect id="a0"/>${doubling.join('')}`))).toBe(false);
    const patterns = doubling.map((group) =>
      group.replaceAll('<use href="', '<rect fill="url(').replaceAll('"/>', ')"/>'),
    );
    expect(isComplete(svgWith(`<rect id="a0"/>${patterns.join('')}`))).toBe(false);
    expect(isComplete(svgWith(`<rect id="a0"/>${doubling.slice(0, 10).join('')}`))).toBe(true);
  });

  it('is refused when it draws itself, or nothing', () => {
    expect(isComplete(svgWith('<g id="a"><use href="#a"/></g>'))).toBe(false);
    expect(isComplete('<svg width="9"/>')).toBe(false);
    expect(isComplete('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toBe(false);
    expect(isComplete('<g xmlns="http://www.w3.org/2000/svg"/>')).toBe(false);
  });

  it.each([
    ['an attribute', (length: number) => svgWith(`<g data-a="${fill('x', length)}"/>`)],
    ['a list of numbers', (length: number) => svgWith(`<g stroke-dasharray="${fill('1 ', length)}"/>`)],
    ['white space in a value', (length: number) => svgWith(`<g fill="${fill(' ', length)}x"/>`)],
    ['white space in a path', (length: number) => svgWith(`<path d="M${fill(' ', length)}x"/>`)],
    ['white space in a time', (length: number) => svgWith(`<set attributeName="fill" begin="${fill(' ', length)}"/>`)],
    ['open references', (length: number) => svgWith(`<g fill="${fill('url(', length)}"/>`)],
    ['open braces', (length: number) => svgWith(`<style>${fill('a{', length)}</style>`)],
    ['closing braces', (length: number) => svgWith(`<style>${fill('}', length)}</style>`)],
    ['open comments of CSS', (length: number) => svgWith(`<style>${fill('/*', length)}</style>`)],
    ['nested conditions', (length: number) => svgWith(`<style>${fill('@media screen{', length)}</style>`)],
    ['digits in a condition', (length: number) => svgWith(`<style>@media (${fill('1', length)}){a{}}</style>`)],
    ['white space in a selector', (length: number) => svgWith(`<style>.a${fill(' ', length)}{fill:red}</style>`)],
    ['declarations', (length: number) => svgWith(`<g style="${fill('fill:red;', length)}"/>`)],
    ['white space in base64', (length: number) => svgWith(`<image href="data:;base64,${fill(' ', length)}"/>`)],
    ['entities', (length: number) => svgWith(`<text>${fill('&amp;', length)}</text>`)],
    [
      'a document type',
      (length: number) => svgWith('', { before: `<!DOCTYPE svg [${fill('<!ENTITY a "b">', length)}]>` }),
    ],
    ['names', (length: number) => svgWith(`<g class="${fill('a ', length)}"/>`)],
  ])('takes time in proportion to its size: %s', (_what, make) => {
    const time = (length: number): number => {
      const svg = make(length);
      const times = Array.from({ length: 3 }, () => {
        const start = process.cpuUsage();
        walkImage(byteView(svg), 'image/svg+xml');
        return process.cpuUsage(start).user / 1000;
      });
      return Math.min(...times);
    };
    // Sixteen times the size: quadratic growth would be 256 times the time.
    expect(time(2 ** 19)).toBeLessThan(100 * Math.max(2, time(2 ** 15)));
  });
});
