// Plants what a phone writes into a JPEG: maker, model, serial number and the place (Exif 3.0). All values are invented.

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;
const HEADER_BYTES = 8;

/** The JPEG with an Exif segment right after its start. */
export function withPlantedExif(jpeg) {
  const block = exifBlock();
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Exif\0\0', 'latin1'), block]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

function exifBlock() {
  const exif = [text(0xa431, 'SN-DEMO-0042')];
  const gps = [
    text(1, 'N'),
    rationals(2, [
      [41, 1],
      [41, 1],
      [3750, 100],
    ]),
    text(3, 'E'),
    rationals(4, [
      [44, 1],
      [48, 1],
      [540, 100],
    ]),
  ];
  // The pointers have a value of fixed size, so the first IFD is as long with placeholders.
  const main = (exifAt, gpsAt) => [
    text(0x010f, 'Demo'),
    text(0x0110, 'Demo Phone'),
    pointer(0x8769, exifAt),
    pointer(0x8825, gpsAt),
  ];
  const exifAt = HEADER_BYTES + ifd(main(0, 0), HEADER_BYTES).length;
  const gpsAt = exifAt + ifd(exif, exifAt).length;
  const header = Buffer.from('MM\0*\0\0\0\x08', 'latin1');
  return Buffer.concat([header, ifd(main(exifAt, gpsAt), HEADER_BYTES), ifd(exif, exifAt), ifd(gps, gpsAt)]);
}

/** An image file directory that stands at `at`, with its longer values behind it. */
function ifd(entries, at) {
  const fixed = Buffer.alloc(2 + entries.length * 12 + 4);
  fixed.writeUInt16BE(entries.length, 0);
  const outside = [];
  let outsideAt = at + fixed.length;
  for (const [index, { tag, type, count, value }] of entries.entries()) {
    const place = 2 + index * 12;
    fixed.writeUInt16BE(tag, place);
    fixed.writeUInt16BE(type, place + 2);
    fixed.writeUInt32BE(count, place + 4);
    if (value.length <= 4) {
      value.copy(fixed, place + 8);
      continue;
    }
    fixed.writeUInt32BE(outsideAt, place + 8);
    outside.push(value);
    outsideAt += value.length;
  }
  return Buffer.concat([fixed, ...outside]);
}

function text(tag, words) {
  const count = words.length + 1;
  // Values stand at even offsets.
  const value = Buffer.alloc(count + (count % 2));
  value.write(words, 'latin1');
  return { tag, type: ASCII, count, value };
}

function pointer(tag, at) {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(at);
  return { tag, type: LONG, count: 1, value };
}

function rationals(tag, fractions) {
  const value = Buffer.alloc(fractions.length * 8);
  for (const [index, [numerator, denominator]] of fractions.entries()) {
    value.writeUInt32BE(numerator, index * 8);
    value.writeUInt32BE(denominator, index * 8 + 4);
  }
  return { tag, type: RATIONAL, count: fractions.length, value };
}
