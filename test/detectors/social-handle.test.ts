import { describe, expect, it } from 'vitest';
import { socialHandle } from '../../src/detectors/social-handle.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/social-handle/crowded.json' with { type: 'json' };
import hit from '../fixtures/social-handle/hit.json' with { type: 'json' };
import miss from '../fixtures/social-handle/miss.json' with { type: 'json' };

function reported(text: string): string[] {
  const found = socialHandle.detect(text).filter(({ score }) => score >= 0.5);
  return found.map(({ start, end }) => text.slice(start, end));
}

describe('the social handle detector', () => {
  for (const { name, run } of textDetectorContract(socialHandle, { hit, miss, crowded })) it(name, run);

  it('tells a decorator from a mention by the line that follows', () => {
    expect(reported('@Tracked\nexport class Cart {}')).toEqual([]);
    expect(reported('@anna_k\nthanks for the class')).toEqual(['@anna_k']);
  });

  it('takes names of 32 units at most', () => {
    expect(reported(`@a${'b'.repeat(31)} hi`)).toHaveLength(1);
    expect(reported(`@a${'b'.repeat(32)} hi`)).toEqual([]);
  });

  it('leaves out what ends a sentence behind a name or a URL', () => {
    expect(reported('Ask @anna.kvist. Or see instagram.com/anna.kvist.')).toEqual([
      '@anna.kvist',
      'instagram.com/anna.kvist',
    ]);
  });
});
