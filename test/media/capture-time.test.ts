import { describe, expect, it } from 'vitest';
import { fromExifDate, fromIptcDate, fromWrittenDate } from '../../src/media/capture-time.ts';

const DATE = '2026:05:17 13:45:10';

describe('the time a picture was taken', () => {
  it('is read from EXIF with its offset', () => {
    expect(fromExifDate(`${DATE}\0`, '+02:00\0')).toEqual({ dateTime: DATE, offset: '+02:00' });
    expect(fromExifDate(DATE, 'somewhere')).toEqual({ dateTime: DATE });
  });

  it('is read from the date and time of IPTC', () => {
    expect(fromIptcDate('20260517', '134510+0200')).toEqual({ dateTime: DATE, offset: '+02:00' });
    expect(fromIptcDate('20260517', '134510')).toEqual({ dateTime: DATE });
    expect(fromIptcDate('20260517', undefined)).toBeUndefined();
  });

  it.each([
    ['2026-05-17T13:45:10', undefined],
    ['2026-05-17T13:45:10.25+02:00', '+02:00'],
    ['2026-05-17T13:45:10Z', '+00:00'],
    ['Sun, 17 May 2026 13:45:10 GMT', '+00:00'],
    ['17 May 2026 13:45:10 -0330', '-03:30'],
    [DATE, undefined],
  ])('is read from %j', (written, offset) => {
    expect(fromWrittenDate(written)).toEqual({ dateTime: DATE, ...(offset === undefined ? {} : { offset }) });
  });

  it.each([
    '',
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2026:13:17 13:45:10',
    '2026:05:17 25:45:10',
    'Anna was here, 4711',
    '2026-05-17',
    'Sun, 17 Mio 2026 13:45:10 GMT',
    `${DATE} Anna`,
  ])('is not taken from %j', (written) => {
    expect(fromExifDate(written)).toBeUndefined();
    expect(fromWrittenDate(written)).toBeUndefined();
  });
});
