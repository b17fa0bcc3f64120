import { describe, expect, it } from 'vitest';
import { readXmp } from '../../src/detectors/metadata/read-xmp.ts';
import { xmpPacket } from '../fixtures/images.ts';

describe('readXmp', () => {
  it('knows the properties by local name, whatever their prefix', async () => {
    const packet = xmpPacket({ 'dc:creator': 'Anna' }).replaceAll('dc:', 'd0:');
    const decoded = await readXmp(Buffer.from(packet));
    expect([...(decoded?.names ?? [])]).toEqual(['creator']);
    expect(decoded?.texts?.get('creator')).toBe('Anna');
  });

  it('leaves out what is empty, and syntax', async () => {
    const packet = xmpPacket({ 'dc:creator': '', 'dc:rights': ' ' }).replace(
      'rdf:about=""',
      'rdf:about="x" aux:SerialNumber=""',
    );
    expect(await readXmp(Buffer.from(packet))).toBeUndefined();
  });

  it.each(['<a:b>', '<a:b ', '<a', ' a:b="', " a:b = '", '<rdf:li ', ' ', 'a', '<rdf:li/>'])(
    'takes time in proportion to a packet that repeats %j',
    async (trigger) => {
      const time = async (bytes: number): Promise<number> => {
        const packet = Buffer.from(trigger.repeat(bytes / trigger.length));
        const times: number[] = [];
        for (let run = 0; run < 3; run++) {
          const start = performance.now();
          await readXmp(packet);
          times.push(performance.now() - start);
        }
        return Math.min(...times);
      };
      expect(await time(2 ** 21)).toBeLessThan(4 * 8 * Math.max(5, await time(2 ** 19)));
    },
  );
});
