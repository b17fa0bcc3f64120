import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../src/detectors/metadata.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { iccProfile, localizedText } from '../fixtures/icc.ts';
import {
  animatedPng,
  exifBlock,
  frames,
  gifWith,
  HEIGHT,
  heicWith,
  iptcBlock,
  jpegSegment,
  jpegWith,
  PLANTED,
  phonePhoto,
  photoshopResource,
  picture,
  pngWith,
  rgbSamples,
  WIDTH,
  webpWith,
  xmpPacket,
} from '../fixtures/images.ts';

const SIZE = { width: WIDTH, height: HEIGHT };
const FIELDS = { gps: PLANTED.gps, serial: PLANTED.serial, artist: PLANTED.artist };
const EXIF = exifBlock(FIELDS);
const EXIF_FOUND = [
  'author EXIF:Artist',
  'device-id EXIF:BodySerialNumber',
  'gps EXIF:GPSLatitude',
  'gps EXIF:GPSLongitude',
];

async function find(bytes: Uint8Array, mediaType = 'image/jpeg'): Promise<string[]> {
  const { detections } = await detectMetadata(byteView(bytes), mediaType);
  for (const detection of detections) expect(detection).toMatchObject({ score: 1, detector: 'metadata' });
  return detections.map((detection) => `${detection.type} ${'field' in detection ? detection.field : ''}`).sort();
}

const jpeg = async (metadata: Parameters<typeof jpegWith>[1]): Promise<Buffer> =>
  jpegWith(await picture().jpeg().toBuffer(), metadata);

describe('detectMetadata', () => {
  it('finds place, device, owner, time, comment and thumbnail in a phone photo, and never a value', async () => {
    const result = await detectMetadata(byteView(await phonePhoto()), 'image/jpeg');
    expect(await find(await phonePhoto())).toEqual([
      'author EXIF:Artist',
      'author EXIF:CameraOwnerName',
      'author EXIF:MakerNote',
      'capture-time EXIF:DateTimeOriginal',
      'comment EXIF:UserComment',
      'device-id EXIF:BodySerialNumber',
      'device-id EXIF:MakerNote',
      'gps EXIF:GPSLatitude',
      'gps EXIF:GPSLongitude',
      'thumbnail EXIF:ThumbnailImage',
    ]);
    expect(result.texts).toEqual([{ field: 'EXIF:UserComment', text: PLANTED.comment }]);
    expect(result.kept).toEqual(['orientation', 'capture-time']);
    const report = JSON.stringify(result.detections);
    for (const value of [PLANTED.serial, PLANTED.artist, PLANTED.ownerName, '41']) expect(report).not.toContain(value);
  });

  it('finds the same EXIF in every container', async () => {
    const png = await picture().png().toBuffer();
    const containers = {
      'image/jpeg': await jpeg({ exif: EXIF }),
      'image/png': pngWith(png, { exif: EXIF }),
      'image/webp': webpWith(await picture().webp().toBuffer(), SIZE, { exif: EXIF }),
      'image/tiff': exifBlock({ ...FIELDS, picture: { ...SIZE, rgb: rgbSamples() } }),
      'image/heic': heicWith({ exif: EXIF, xmp: xmpPacket({ 'dc:creator': 'Anna' }) }),
    };
    for (const [mediaType, bytes] of Object.entries(containers))
      expect(await find(bytes, mediaType)).toEqual(expect.arrayContaining(EXIF_FOUND));
  });

  it('reads EXIF of both byte orders, with or without its marker', async () => {
    const little = exifBlock({ ...FIELDS, littleEndian: true });
    expect(await find(await jpeg({ exif: little }))).toEqual(EXIF_FOUND);
    const marked = Buffer.concat([Buffer.from('Exif\0\0'), little]);
    expect(await find(webpWith(await picture().webp().toBuffer(), SIZE, { exif: marked }), 'image/webp')).toEqual(
      EXIF_FOUND,
    );
  });

  it('finds nothing in a picture without metadata, and nothing in fields that nobody filled in', async () => {
    expect(await find(await picture().jpeg().toBuffer())).toEqual([]);
    expect(await find(await jpeg({ exif: exifBlock({ orientation: 6, make: 'Canary', model: 'One' }) }))).toEqual([]);
    expect(
      await find(
        await jpeg({
          exif: exifBlock({ artist: '    ', serial: '\0\0\0\0\0', description: '      ', userComment: '   ' }),
        }),
      ),
    ).toEqual([]);
    for (const [mediaType, image] of [
      ['image/gif', frames(2).gif()],
      ['image/webp', frames(2).webp()],
    ] as const)
      expect(await find(await image.toBuffer(), mediaType)).toEqual([]);
    expect(await find(await animatedPng(), 'image/png')).toEqual([]);
  });

  it('finds people, places and owners in XMP, as elements and as attributes, in UTF-8 and UTF-16', async () => {
    const properties = {
      'exif:GPSLatitude': '41,41.6N',
      'dc:creator': '<rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq>',
      'dc:description': '<rdf:Alt><rdf:li xml:lang="x-default">Lunch with Nino</rdf:li></rdf:Alt>',
      'Iptc4xmpExt:PersonInImage': '<rdf:Bag><rdf:li>Nino</rdf:li></rdf:Bag>',
      'mwg-rs:Regions':
        '<rdf:Description><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="Nino" mwg-rs:Type="Face"/></rdf:li></rdf:Bag></mwg-rs:RegionList></rdf:Description>',
      'aux:SerialNumber': '4711',
    };
    const found = [
      'author XMP:creator',
      'comment XMP:description',
      'device-id XMP:SerialNumber',
      'gps XMP:GPSLatitude',
      'person-tag XMP:PersonInImage',
      'person-tag XMP:RegionList',
      'person-tag XMP:Regions',
    ];
    const bytes = await jpeg({ xmp: xmpPacket(properties) });
    expect(await find(bytes)).toEqual(found);
    expect((await detectMetadata(byteView(bytes), 'image/jpeg')).texts).toEqual([
      { field: 'XMP:description', text: 'Lunch with Nino' },
    ]);
    const attributes = xmpPacket({}).replace(
      'rdf:about=""',
      'rdf:about="" aux:SerialNumber="4711" photoshop:City="Tbilisi"',
    );
    expect(await find(await jpeg({ xmp: attributes }))).toEqual(['device-id XMP:SerialNumber', 'gps XMP:City']);
    const wide = Buffer.from(xmpPacket(properties).replace('\ufeff', ''), 'utf16le').swap16();
    const segment = jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0'), wide);
    expect(await find(await jpeg({ segments: [segment] }))).toEqual(found);
  });

  it('puts extended XMP together, in whatever order its parts stand', async () => {
    const packet = Buffer.from(xmpPacket({ 'dc:creator': 'Anna', 'aux:SerialNumber': '4711' }));
    const part = (from: number, to: number): Buffer => {
      const head = Buffer.alloc(40, 'A');
      head.writeUInt32BE(packet.length, 32);
      head.writeUInt32BE(from, 36);
      return jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xmp/extension/\0'), head, packet.subarray(from, to));
    };
    const bytes = await jpeg({ segments: [part(200, packet.length), part(0, 200)] });
    expect(await find(bytes)).toEqual(['author XMP:creator', 'device-id XMP:SerialNumber']);
  });

  it('reports extended XMP that is too short to have a place in the packet', async () => {
    const segment = jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xmp/extension/\0'), Buffer.from('Anna'));
    expect(await find(await jpeg({ segments: [segment] }))).toEqual(['metadata-block JPEG:ExtendedXMP']);
  });

  it('reads the blocks of other standards inside EXIF, and colour profiles inside Photoshop data', async () => {
    const profile = iccProfile([['desc', localizedText('Display of Anna')]]);
    const iptc = photoshopResource(0x0404, iptcBlock([[80, 'Anna']]));
    const tags = [
      [0x8649, iptc],
      [0x8773, profile],
    ] as const;
    expect(await find(await jpeg({ exif: exifBlock({ tags }) }))).toEqual([
      'author IPTC:By-line',
      'device-id ICC:ProfileDescription',
    ]);
    const photoshop = Buffer.concat([Buffer.from('Photoshop 3.0\0'), photoshopResource(1039, profile)]);
    expect(await find(await jpeg({ segments: [jpegSegment(0xed, photoshop)] }))).toEqual([
      'device-id ICC:ProfileDescription',
    ]);
  });

  it('finds IPTC, and gives captions as text', async () => {
    const bytes = await jpeg({
      iptc: iptcBlock([
        [80, 'Anna'],
        [90, 'Tbilisi'],
        [120, 'Lunch with Nino'],
        [116, ''],
      ]),
    });
    expect(await find(bytes)).toEqual(['author IPTC:By-line', 'comment IPTC:Caption-Abstract', 'gps IPTC:City']);
    expect((await detectMetadata(byteView(bytes), 'image/jpeg')).texts).toEqual([
      { field: 'IPTC:Caption-Abstract', text: 'Lunch with Nino' },
    ]);
  });

  it('gives comments and prompts of every container as text, under names that are no values', async () => {
    const png = pngWith(await picture().png().toBuffer(), {
      text: [
        ['Author', 'Anna'],
        ['Anna Canary', 'call 599 12 34 56'],
      ],
      deflated: [['parameters', 'portrait of Nino']],
    });
    expect(await find(png, 'image/png')).toEqual(['author PNG:Author', 'comment PNG:parameters', 'comment PNG:tEXt']);
    expect((await detectMetadata(byteView(png), 'image/png')).texts).toEqual([
      { field: 'PNG:tEXt', text: 'call 599 12 34 56' },
      { field: 'PNG:parameters', text: 'portrait of Nino' },
    ]);
    const gif = gifWith(await picture().gif().toBuffer(), { comment: 'made for Nino' });
    expect((await detectMetadata(byteView(gif), 'image/gif')).texts).toEqual([
      { field: 'GIF:Comment', text: 'made for Nino' },
    ]);
    const prompt = exifBlock({ make: `workflow: ${'portrait of Nino '.repeat(10)}` });
    expect(await find(await jpeg({ exif: prompt, comment: 'hello' }))).toEqual([
      'comment EXIF:Make',
      'comment JPEG:COM',
    ]);
  });

  it('reports appended bytes, second pictures and blocks that it does not decode', async () => {
    const bytes = await jpeg({
      segments: [jpegSegment(0xe2, Buffer.from('MPF\0')), jpegSegment(0xec, Buffer.from('Canary'))],
      trailer: await picture().jpeg().toBuffer(),
    });
    expect(await find(bytes)).toEqual([
      'appended-data JPEG:SecondPicture',
      'appended-data MPF:Images',
      'metadata-block JPEG:APP12',
    ]);
  });

  it('says of blocks of single makers what such blocks usually hold', async () => {
    const bytes = await jpeg({
      exif: exifBlock({
        makerNote: Buffer.from('Canary maker note'),
        tags: [[0xc634, Buffer.from('Canary private data')]],
      }),
      segments: [
        jpegSegment(0xe0, Buffer.from('II\x1a\0\0\0HEAPJPGM\0\0', 'latin1')),
        jpegSegment(0xec, Buffer.from('CANARY CO.\0[picture info]\nSerial#=4711')),
      ],
    });
    expect(await find(bytes)).toEqual([
      'author CIFF:Block',
      'author EXIF:DNGPrivateData',
      'author EXIF:MakerNote',
      'capture-time CIFF:Block',
      'capture-time PictureInfo:Block',
      'device-id CIFF:Block',
      'device-id EXIF:DNGPrivateData',
      'device-id EXIF:MakerNote',
      'device-id PictureInfo:Block',
      'metadata-block JPEG:APP0',
      'metadata-block JPEG:APP12',
    ]);
  });

  it('reads the packets of other standards inside EXIF, and reports tags that no standard names', async () => {
    const exif = exifBlock({
      xmp: xmpPacket({ 'Iptc4xmpExt:PersonInImage': 'Nino' }),
      tags: [
        [0x83bb, iptcBlock([[80, 'Anna']])],
        [0x9999, Buffer.from('{"sensor":"4711"}')],
        [0x8895, Buffer.alloc(4, 1)],
        [0xea1c, Buffer.alloc(64)],
      ],
    });
    expect(await find(await jpeg({ exif }))).toEqual([
      'author IPTC:By-line',
      'metadata-block EXIF:PrivateTag',
      'person-tag XMP:PersonInImage',
    ]);
  });

  it.each([
    ['exif:GPSDestLatitude', 'gps XMP:GPSDestLatitude'],
    ['Iptc4xmpExt:LocationId', 'gps XMP:LocationId'],
    ['drone-dji:GpsLongitude', 'gps XMP:GpsLongitude'],
    ['drone-dji:DroneSerialNumber', 'device-id XMP:DroneSerialNumber'],
    ['GCreations:CameraBurstID', 'device-id XMP:CameraBurstID'],
    ['stRef:filePath', 'device-id XMP:filePath'],
    ['exifEX:LensSerialNumber', 'device-id XMP:LensSerialNumber'],
    ['plus:LicensorEmail', 'author XMP:LicensorEmail'],
    ['Iptc4xmpExt:AIPromptWriterName', 'author XMP:AIPromptWriterName'],
    ['MPReg:PersonDisplayName', 'person-tag XMP:PersonDisplayName'],
    ['mediapro:People', 'person-tag XMP:People'],
    ['exif:OffsetTimeOriginal', 'capture-time XMP:OffsetTimeOriginal'],
    ['stEvt:when', 'capture-time XMP:when'],
    ['crs:RawFileName', 'comment XMP:RawFileName'],
    ['GDepth:Data', 'appended-data XMP:Data'],
  ])('knows the XMP property %s', async (property, expected) => {
    expect(await find(await jpeg({ xmp: xmpPacket({ [property]: 'Canary' }) }))).toEqual([expected]);
  });

  it('reports nothing for properties that say how a picture came about', async () => {
    const xmp = xmpPacket({
      'Iptc4xmpExt:DigitalSourceType': 'trainedAlgorithmicMedia',
      'xmp:CreatorTool': 'Canary 1.0',
    });
    expect(await find(await jpeg({ xmp }))).toEqual([]);
  });

  it('knows the datasets of IPTC beyond captions, and reports those that it does not know', async () => {
    const iptc = iptcBlock([
      [0, '\0\x04'],
      [10, '5'],
      [65, 'Canary Desk'],
      [188, 'Anna'],
      [231, 'changed by Nino'],
      [99, 'what no standard names'],
    ]);
    expect(await find(await jpeg({ iptc }))).toEqual([
      'author IPTC:OwnerID',
      'comment IPTC:DocumentHistory',
      'metadata-block IPTC:UnknownDataset',
    ]);
  });

  it('reads EXIF and IPTC that are spread over two segments, and nothing twice', async () => {
    const exif = exifBlock({ description: 'A harbour', artist: 'Anna' });
    const resource = photoshopResource(0x0404, iptcBlock([[80, 'Anna']]));
    const split = (marker: number, identifier: string, bytes: Buffer): Buffer[] =>
      [bytes.subarray(0, -6), bytes.subarray(-6)].map((part) => jpegSegment(marker, Buffer.from(identifier), part));
    const segments = [...split(0xe1, 'Exif\0\0', exif), ...split(0xed, 'Photoshop 3.0\0', resource)];
    expect(await find(await jpeg({ segments }))).toEqual([
      'author EXIF:Artist',
      'author IPTC:By-line',
      'comment EXIF:ImageDescription',
      'metadata-block JPEG:EXIF',
    ]);
  });

  it('does not lose the other blocks when one does not decode', async () => {
    const segments = [
      jpegSegment(0xe1, Buffer.from('Exif\0\0'), Buffer.from('not a TIFF block')),
      jpegSegment(0xed, Buffer.from('Photoshop 3.0\0'), Buffer.from('not a resource')),
      jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0'), Buffer.from('<x:xmpmeta><rdf:RDF <<')),
    ];
    const bytes = await jpeg({ exif: EXIF, segments });
    expect(await find(bytes)).toEqual(
      [...EXIF_FOUND, 'metadata-block JPEG:EXIF', 'metadata-block JPEG:Photoshop', 'metadata-block JPEG:XMP'].sort(),
    );
  });

  it('still finds GPS in a block whose other parts are cut off', async () => {
    const whole = exifBlock({ gps: PLANTED.gps, thumbnail: Buffer.alloc(200) });
    const found = await find(await jpeg({ exif: whole.subarray(0, -190) }));
    expect(found).toEqual(expect.arrayContaining(['gps EXIF:GPSLatitude', 'gps EXIF:GPSLongitude']));
  });

  it('names the properties of an XMP packet that is too large for its parser, and says that it was not all read', async () => {
    const packet = xmpPacket({ 'dc:creator': 'A'.repeat(300_000) });
    const png = pngWith(await picture().png().toBuffer(), { exif: EXIF, xmp: packet });
    expect(await find(png, 'image/png')).toEqual(
      [...EXIF_FOUND, 'author XMP:creator', 'metadata-block PNG:XMP'].sort(),
    );
  });

  it('reports what lies behind a break as a block that it could not read', async () => {
    expect(await find((await jpeg({ exif: EXIF })).subarray(0, -2))).toEqual([
      ...EXIF_FOUND,
      'metadata-block JPEG:Unreadable',
    ]);
    expect(await find(Buffer.from('GIF89a'), 'image/gif')).toEqual(['metadata-block GIF:Unreadable']);
  });

  it('names colour profiles as kept', async () => {
    const bytes = await picture().withIccProfile('p3').jpeg().toBuffer();
    expect(await detectMetadata(byteView(bytes), 'image/jpeg')).toMatchObject({ kept: ['icc'] });
  });

  it('finds AVIF metadata that another writer planted', async () => {
    const bytes = await picture()
      .avif({ effort: 0 })
      .withExif({ IFD0: { Artist: 'Anna' } })
      .withXmp(xmpPacket({ 'dc:creator': 'Anna' }))
      .toBuffer();
    expect(await find(bytes, 'image/avif')).toEqual(
      expect.arrayContaining(['author EXIF:Artist', 'author XMP:creator']),
    );
  });

  it('refuses types that it has no reader for', async () => {
    await expect(detectMetadata(byteView(Buffer.from('II')), 'image/x-raw')).rejects.toMatchObject({
      code: 'UNSUPPORTED_TYPE',
    });
  });

  it("reports a colour profile that names somebody's device or cannot be read, and no ordinary one", async () => {
    const ofProfile = (profile: Uint8Array): Promise<unknown> => jpeg({ icc: profile }).then(find);
    expect(await ofProfile(iccProfile([['desc', localizedText('Display P3')]]))).toEqual([]);
    expect(await ofProfile(iccProfile([['desc', localizedText("Nino's screen")]]))).toEqual([
      'device-id ICC:ProfileDescription',
    ]);
    expect(await ofProfile(Buffer.alloc(200))).toEqual(['metadata-block ICC:Profile']);
  });
});
