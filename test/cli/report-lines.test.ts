import { expect, it } from 'vitest';
import { reportLines } from '../../src/cli/report-lines.ts';
import type { Finding, Report } from '../../src/core/types.ts';

const found = (id: string, place: object): Finding =>
  ({ id, type: 'face', score: 0.97, detector: 'face', action: 'strip', ...place }) as Finding;

it('says in which hidden picture something was seen', () => {
  const report: Report = {
    verdict: 'pass',
    input: { kind: 'image', mediaType: 'image/jpeg', bytes: 9, width: 4, height: 3 },
    findings: [
      found('f1', { field: 'EXIF:ThumbnailImage', source: 'thumbnail' }),
      found('f2', { field: 'JPEG:SecondPicture', source: 'second-picture' }),
      found('f3', { field: 'PNG:HiddenColours', source: 'hidden-colour' }),
      found('f4', { box: { x: 1, y: 2, width: 3, height: 4 }, source: 'hidden-colour' }),
    ],
    gaps: [],
    assessed: {},
  };
  const places = reportLines('photo.jpg', report).slice(1);
  expect(places.map((line) => line.split(/ {2,}/).at(-1))).toEqual([
    'EXIF:ThumbnailImage (seen in the embedded thumbnail)',
    'JPEG:SecondPicture (seen in a second picture)',
    'PNG:HiddenColours (seen in colours under transparency)',
    '1,2 3x4 hidden-colour',
  ]);
});
