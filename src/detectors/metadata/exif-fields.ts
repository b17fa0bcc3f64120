/**
 * Which EXIF and TIFF tags identify somebody, and how. Source: Exif 3.0 (CIPA DC-008), TIFF 6.0, TIFF/EP (ISO 12234-2), DNG 1.7,
 * GeoTIFF 1.1, Microsoft's XP tags. Private tags that no standard names are reported as blocks that were not decoded.
 */
import type { MetadataType } from '../../core/types.ts';
import type { DirectoryKind } from '../../media/read-tiff.ts';

/** How a tag's value holds text, for the text detectors. */
type TextCoding = 'ascii' | 'utf16le' | 'user-comment';

export interface ExifField {
  /** Most tags say one thing; of a vendor's own block only its presence is known, and what such blocks usually hold. */
  readonly types: readonly MetadataType[];
  readonly field: string;
  readonly coding?: TextCoding;
}

type Row = readonly [tag: number, type: MetadataType | readonly MetadataType[], name: string, coding?: TextCoding];

/** Serial numbers and, on many cameras, the owner's name. */
const VENDOR_BLOCK = ['device-id', 'author'] as const;

/** Main, Exif and sub directories share one numbering. */
const TAGS: readonly Row[] = [
  [0x010d, 'comment', 'DocumentName', 'ascii'],
  [0x010e, 'comment', 'ImageDescription', 'ascii'],
  [0x011d, 'comment', 'PageName', 'ascii'],
  [0x014d, 'comment', 'InkNames', 'ascii'],
  [0x0151, 'comment', 'TargetPrinter', 'ascii'],
  [0x0132, 'capture-time', 'DateTime'],
  [0x013b, 'author', 'Artist'],
  [0x013c, 'device-id', 'HostComputer'],
  [0x501b, 'thumbnail', 'ThumbnailData'],
  [0x800d, 'device-id', 'ImageID'],
  [0x8298, 'author', 'Copyright'],
  [0x830e, 'gps', 'ModelPixelScale'],
  [0x8482, 'gps', 'ModelTiepoint'],
  [0x85d8, 'gps', 'ModelTransformation'],
  [0x87b0, 'gps', 'GeoDoubleParams'],
  [0x87b1, 'gps', 'GeoAsciiParams'],
  [0x882a, 'capture-time', 'TimeZoneOffset'],
  [0x9003, 'capture-time', 'DateTimeOriginal'],
  [0x9004, 'capture-time', 'DateTimeDigitized'],
  [0x9009, 'device-id', 'UploadCode'],
  [0x9010, 'capture-time', 'OffsetTime'],
  [0x9011, 'capture-time', 'OffsetTimeOriginal'],
  [0x9012, 'capture-time', 'OffsetTimeDigitized'],
  [0x9212, 'comment', 'SecurityClassification', 'ascii'],
  [0x9213, 'comment', 'ImageHistory', 'ascii'],
  [0x927c, VENDOR_BLOCK, 'MakerNote'],
  [0x9286, 'comment', 'UserComment', 'user-comment'],
  [0x9290, 'capture-time', 'SubSecTime'],
  [0x9291, 'capture-time', 'SubSecTimeOriginal'],
  [0x9292, 'capture-time', 'SubSecTimeDigitized'],
  [0x935c, 'appended-data', 'ImageSourceData'],
  [0x9c9b, 'comment', 'XPTitle', 'utf16le'],
  [0x9c9c, 'comment', 'XPComment', 'utf16le'],
  [0x9c9d, 'author', 'XPAuthor'],
  [0x9c9e, 'comment', 'XPKeywords', 'utf16le'],
  [0x9c9f, 'comment', 'XPSubject', 'utf16le'],
  [0xa004, 'comment', 'RelatedSoundFile', 'ascii'],
  [0xa420, 'device-id', 'ImageUniqueID'],
  [0xa430, 'author', 'CameraOwnerName'],
  [0xa431, 'device-id', 'BodySerialNumber'],
  [0xa435, 'device-id', 'LensSerialNumber'],
  [0xa436, 'comment', 'ImageTitle', 'ascii'],
  [0xa437, 'author', 'Photographer'],
  [0xa438, 'author', 'ImageEditor'],
  [0xa480, 'comment', 'GDALMetadata', 'ascii'],
  [0xc42f, 'device-id', 'CameraSerialNumber'],
  [0xc44f, 'comment', 'Annotations', 'ascii'],
  [0xc62f, 'device-id', 'CameraSerialNumber'],
  [0xc634, VENDOR_BLOCK, 'DNGPrivateData'],
  [0xc65d, 'device-id', 'RawDataUniqueID'],
  [0xc68b, 'comment', 'OriginalRawFileName', 'ascii'],
  [0xc68c, 'appended-data', 'OriginalRawFileData'],
  [0xc6d2, 'comment', 'PanasonicTitle', 'ascii'],
  [0xc6d3, 'comment', 'PanasonicTitle2', 'ascii'],
  [0xc71b, 'capture-time', 'PreviewDateTime'],
  [0xc71c, 'device-id', 'RawImageDigest'],
  [0xc71d, 'device-id', 'OriginalRawFileDigest'],
  [0xc789, 'comment', 'ReelName', 'ascii'],
  [0xc7a1, 'comment', 'CameraLabel', 'ascii'],
  [0xcd41, 'metadata-block', 'C2PA'],
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

/** Where standards have their tags beside those of TIFF, which end below 0x8000; a tag elsewhere is a vendor's own. */
const STANDARD_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x7fff],
  // TIFF/EP, GeoTIFF and Exif; pointers and blocks of other standards (IPTC, Photoshop, ICC) that are read elsewhere.
  [0x800d, 0x800d],
  [0x80a3, 0x80a6],
  [0x80e3, 0x80e6],
  [0x8214, 0x8219],
  [0x828d, 0x828f],
  [0x8298, 0x829d],
  [0x830e, 0x830e],
  [0x83bb, 0x83bb],
  [0x8480, 0x8482],
  [0x85d8, 0x85d8],
  [0x8649, 0x8649],
  [0x8769, 0x8769],
  [0x8773, 0x8773],
  [0x87af, 0x87b1],
  [0x8822, 0x8833],
  [0x9000, 0x9405],
  [0x9c9b, 0x9c9f],
  [0xa000, 0xa500],
  // Print Image Matching, DNG, and the padding that Windows leaves.
  [0xc44f, 0xc44f],
  [0xc4a5, 0xc4a5],
  [0xc612, 0xcd4f],
  [0xea1c, 0xea1d],
  [0xfde8, 0xfe58],
];

const FIELDS: ReadonlyMap<number, ExifField> = table(TAGS);
const GPS_FIELDS: ReadonlyMap<number, ExifField> = table(GPS_TAGS);

/** What a tag of a directory says about somebody, if anything. */
export function exifField(directory: DirectoryKind, tag: number): ExifField | undefined {
  if (directory === 'interop') return undefined;
  return directory === 'gps' ? GPS_FIELDS.get(tag) : FIELDS.get(tag);
}

/** Whether no standard names the tag, so that nobody but its vendor knows what it says. */
export function isPrivateTag(directory: DirectoryKind, tag: number): boolean {
  if (directory === 'interop' || directory === 'gps') return tag > 0x7fff;
  return !STANDARD_RANGES.some(([from, to]) => tag >= from && tag <= to);
}

function table(rows: readonly Row[]): Map<number, ExifField> {
  return new Map(
    rows.map(([tag, type, name, coding]) => [
      tag,
      {
        types: typeof type === 'string' ? [type] : type,
        field: `EXIF:${name}`,
        ...(coding === undefined ? {} : { coding }),
      },
    ]),
  );
}
