import { describe, expect, it } from 'vitest';
import { jsonStrings } from '../../src/detectors/metadata/json-strings.ts';

describe('jsonStrings', () => {
  it('gives keys and strings of any depth once, in order, unescaped', () => {
    const json = '{"3":{"text":"\\u10dc\\u10d8\\u10dc\\u10dd,\\nAnna","seed":599123456},"9":["Anna",{"text":"Anna"}]}';
    expect(jsonStrings(json)?.split('\n')).toEqual(['3', '9', 'text', 'seed', 'ნინო,', 'Anna', 'Anna']);
  });

  it('reads documents with NaN, as Python writes them', () => {
    expect(jsonStrings('{"is_changed": NaN, "text": "Anna", "list": [NaN]}')).toContain('Anna');
  });

  it.each(['a cat, {masterpiece}', '{ not JSON', '"Anna"', '42', ''])('leaves %j to be read as it is', (text) => {
    expect(jsonStrings(text)).toBeUndefined();
  });

  it('ends on deep nesting', () => {
    const depth = 100_000;
    expect(jsonStrings(`${'['.repeat(depth)}"Anna"${']'.repeat(depth)}`)).toBeUndefined();
    expect(jsonStrings('['.repeat(depth))).toBeUndefined();
  });
});
