import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UncleanableError } from '../../../src/errors.ts';
import { ATTRIBUTES, ELEMENTS } from '../../../src/media/svg/allowed.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { svgPlaces } from '../../fixtures/planted/svg.ts';
import { svgWith } from '../../fixtures/svg.ts';

const SEED = 20_261_123;
/** What could run, load or break out; in any spelling. */
const DANGEROUS =
  /<script|<foreignobject|\son\w+=|javascript:|@import|https?:(?!\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink)")|<!|<\?/i;

const values = [
  ...[
    'red',
    'url(#a)',
    'url(https://evil.example)',
    '10px',
    'javascript:alert(1)',
    '#a',
    'a b',
    '1 2 3',
    'a{b:c}',
    ';',
    '\\75',
  ],
  ...[
    '<',
    '&',
    '"',
    "'",
    ']]>',
    '/*',
    '*/',
    'expression(1)',
    '@import',
    'data:text/html,x',
    '\u2028',
    '\r',
    '\t',
    '💙',
    'href',
    'onload',
  ],
];
const names = [
  ...ATTRIBUTES.keys(),
  'id',
  'class',
  'style',
  'href',
  'xlink:href',
  'onload',
  'data-x',
  'xml:space',
  'xml:base',
  'other',
];
const elements = [...ELEMENTS, 'script', 'foreignObject', 'title', 'metadata', 'other'];

const value = fc.array(fc.constantFrom(...values), { maxLength: 4 }).map((parts) => parts.join(''));
const text = fc.oneof(value, fc.constantFrom('.a{fill:url(#a)}', '#a{x:1}', '@keyframes a{from{fill:red}}', '  '));
const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), value), {
  maxLength: 6,
  selector: ([name]) => name,
});

interface Node {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (Node | string)[];
}

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    name: fc.constantFrom(...elements),
    attributes,
    children: fc.array(fc.oneof({ maxDepth: 4, withCrossShrink: true }, text, tie('node')), { maxLength: 4 }),
  }),
}));

function escaped(given: string): string {
  return given.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function write(given: Node | string): string {
  if (typeof given === 'string') return escaped(given);
  const written = given.attributes.map(([name, content]) => ` ${name}="${escaped(content)}"`).join('');
  return `<${given.name}${written}>${given.children.map(write).join('')}</${given.name}>`;
}

/** Undefined when the file is refused. */
function clean(svg: Uint8Array): Buffer | undefined {
  try {
    return stripInMemory(byteView(svg), 'image/svg+xml', { icc: true, exif: undefined });
  } catch (error) {
    if (error instanceof UncleanableError && error.reason !== 'residue') return undefined;
    throw error;
  }
}

function expectClean(svg: Uint8Array): void {
  const cleaned = clean(svg);
  if (cleaned === undefined) return;
  expect(walkImage(byteView(cleaned), 'image/svg+xml')).toEqual({ blocks: [], isComplete: true });
  expect(clean(cleaned)?.toString()).toBe(cleaned.toString());
  // Text that is shown may say anything; inside a tag it may not.
  const tags = cleaned.toString().match(/<[^>]*>/g) ?? [];
  expect(tags.filter((tag) => DANGEROUS.test(tag))).toEqual([]);
}

describe('any drawing', () => {
  it('is refused, or is clean, safe and the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (nodes) =>
        expectClean(svgWith(nodes.map(write).join(''))),
      ),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('is so with bytes changed anywhere', async () => {
    const seeds = await Promise.all(svgPlaces.map(({ plant }) => plant()));
    const nasty = Buffer.from('<>&"\'/=!-[]{}();:#\\ \0\xff', 'latin1');
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(5000), fc.nat(nasty.length - 1)), { minLength: 1, maxLength: 3 }),
        (seed, changes) => {
          const bytes = Buffer.from(seed);
          for (const [at, sign] of changes) bytes[at % bytes.length] = nasty[sign] ?? 0;
          expectClean(bytes);
        },
      ),
      { seed: SEED, numRuns: 1500 },
    );
  });
});
