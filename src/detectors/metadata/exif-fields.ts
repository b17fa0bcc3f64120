/** Which EXIF and TIFF tags identify somebody, and how. Source: Exif 3.0 (CIPA DC-008), TIFF 6.0, DNG 1.7, Microsoft's XP tags. */
import type { MetadataType } from '../../core/types.ts';
import type { DirectoryKind } from '../../media/read-tiff.ts';

/** How a tag's value holds text, for the text detectors. */
type TextCoding = 'ascii' | 'utf16le' | 'user-comment';

export interface ExifField {
  readonly type: MetadataType;
  readonly field: string;
  readonly coding?: TextCoding;
}

type Row = readonly [tag: number, type: MetadataType, name: string, coding?: TextCoding];

/** Main, Exif and sub directories share one numbering. */
const TAGS: readonly Row[] = [
  [0x010d, 'comment', 'DocumentName', 'ascii'],
  [0x010e, 'comment', 'ImageDescription', 'ascii'],
  [0x011d, 'comment', 'PageName', 'ascii'],
  [0x0132, 'capture-time', 'DateTime'],
  [0x013b, 'author', 'Artist'],
  [0x013c, 'device-id', 'HostComputer'],
  [0x8298, 'author', 'Copyright'],
  [0x9003, 'capture-time', 'DateTimeOriginal'],
  [0x9004, 'capture-time', 'DateTimeDigitized'],
  [0x9010, 'capture-time', 'OffsetTime'],
  [0x9011, 'capture-time', 'OffsetTimeOriginal'],
  [0x9012, 'capture-time', 'OffsetTimeDigitized'],
  [0x927c, 'device-id', 'MakerNote'],
  [0x9286, 'comment', 'UserComment', 'user-comment'],
  [0x9c9b, 'comment', 'XPTitle', 'utf16le'],
  [0x9c9c, 'comment', 'XPComment', 'utf16le'],
  [0x9c9d, 'author', 'XPAuthor'],
  [0x9c9e, 'comment', 'XPKeywords', 'utf16le'],
  [0x9c9f, 'comment', 'XPSubject', 'utf16le'],
  [0xa420, 'device-id', 'ImageUniqueID'],
  [0xa430, 'author', 'CameraOwnerName'],
  [0xa431, 'device-id', 'BodySerialNumber'],
  [0xa435, 'device-id', 'LensSerialNumber'],
  [0xa436, 'comment', 'ImageTitle', 'ascii'],
  [0xa437, 'author', 'Photographer'],
  [0xa438, 'author', 'ImageEditor'],
  [0xc42f, 'device-id', 'CameraSerialNumber'],
  [0xc62f, 'device-id', 'CameraSerialNumber'],
  [0xc634, 'device-id', 'DNGPrivateData'],
  [0xc65d, 'device-id', 'RawDataUniqueID'],
  [0xc68b, 'comment', 'OriginalRawFileName', 'ascii'],
  [0xfde8, 'author', 'OwnerName'],
  [0xfde9, 'device-id', 'SerialNumber'],
];

/** Tags of the GPS directory that say where or when; version, reference directions and units alone say neither. */
const GPS_TAGS: readonly Row[] = [
  [0x02, 'gps', 'GPSLatitude'],
  [0x04, 'gps', 'GPSLongitude'],
  [0x06, 'gps', 'GPSAltitude'],
  [0x07, 'capture-time', 'GPSTimeStamp'],
  [0x0d, 'gps', 'GPSSpeed'],
  [0x0f, 'gps', 'GPSTrack'],
  [0x11, 'gps', 'GPSImgDirection'],
  [0x14, 'gps', 'GPSDestLatitude'],
  [0x16, 'gps', 'GPSDestLongitude'],
  [0x18, 'gps', 'GPSDestBearing'],
  [0x1a, 'gps', 'GPSDestDistance'],
  [0x1b, 'gps', 'GPSProcessingMethod'],
  [0x1c, 'gps', 'GPSAreaInformation'],
  [0x1d, 'capture-time', 'GPSDateStamp'],
];

const FIELDS: ReadonlyMap<number, ExifField> = table(TAGS);
const GPS_FIELDS: ReadonlyMap<number, ExifField> = table(GPS_TAGS);

/** What a tag of a directory says about somebody, if anything. */
export function exifField(directory: DirectoryKind, tag: number): ExifField | undefined {
  if (directory === 'interop') return undefined;
  return directory === 'gps' ? GPS_FIELDS.get(tag) : FIELDS.get(tag);
}

function table(rows: readonly Row[]): Map<number, ExifField> {
  return new Map(
    rows.map(([tag, type, name, coding]) => [
      tag,
      { type, field: `EXIF:${name}`, ...(coding === undefined ? {} : { coding }) },
    ]),
  );
}
