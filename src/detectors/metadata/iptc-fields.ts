/**
 * Which IPTC datasets identify somebody, and how. Source: IPTC IIM 4.2, records 1 and 2 (https://iptc.org/std/IIM/4.2/), and the
 * datasets beyond it that Photo Mechanic, FotoStation and others write.
 */
import type { MetadataType } from '../../core/types.ts';

interface IptcField {
  readonly type: MetadataType;
  readonly field: string;
  readonly isProse: boolean;
}

type Row = readonly [dataset: number, type: MetadataType, name: string, isProse?: true];

const ENVELOPE_RECORD = 1;
const APPLICATION_RECORD = 2;

const ENVELOPE: readonly Row[] = [
  [5, 'comment', 'Destination', true],
  [30, 'author', 'ServiceIdentifier'],
  [40, 'device-id', 'EnvelopeNumber'],
  [70, 'capture-time', 'DateSent'],
  [80, 'capture-time', 'TimeSent'],
  [100, 'device-id', 'UniqueObjectName'],
];

const APPLICATION: readonly Row[] = [
  [5, 'comment', 'ObjectName', true],
  [15, 'comment', 'Category', true],
  [20, 'comment', 'SupplementalCategories', true],
  [22, 'device-id', 'FixtureIdentifier'],
  [25, 'comment', 'Keywords', true],
  [26, 'gps', 'ContentLocationCode'],
  [27, 'gps', 'ContentLocationName'],
  [30, 'capture-time', 'ReleaseDate'],
  [35, 'capture-time', 'ReleaseTime'],
  [40, 'comment', 'SpecialInstructions', true],
  [47, 'capture-time', 'ReferenceDate'],
  [50, 'device-id', 'ReferenceNumber'],
  [55, 'capture-time', 'DateCreated'],
  [60, 'capture-time', 'TimeCreated'],
  [62, 'capture-time', 'DigitalCreationDate'],
  [63, 'capture-time', 'DigitalCreationTime'],
  [80, 'author', 'By-line'],
  [85, 'author', 'By-lineTitle'],
  [90, 'gps', 'City'],
  [92, 'gps', 'Sub-location'],
  [95, 'gps', 'Province-State'],
  [100, 'gps', 'Country-PrimaryLocationCode'],
  [101, 'gps', 'Country-PrimaryLocationName'],
  [103, 'device-id', 'OriginalTransmissionReference'],
  [105, 'comment', 'Headline', true],
  [110, 'author', 'Credit'],
  [115, 'author', 'Source'],
  [116, 'author', 'CopyrightNotice'],
  [118, 'author', 'Contact'],
  [120, 'comment', 'Caption-Abstract', true],
  [121, 'comment', 'LocalCaption', true],
  [122, 'author', 'Writer-Editor'],
  [125, 'comment', 'RasterizedCaption'],
  [184, 'device-id', 'JobID'],
  [185, 'device-id', 'MasterDocumentID'],
  [186, 'device-id', 'ShortDocumentID'],
  [187, 'device-id', 'UniqueDocumentID'],
  [188, 'author', 'OwnerID'],
  [202, 'thumbnail', 'ObjectPreviewData'],
  [230, 'comment', 'DocumentNotes', true],
  [231, 'comment', 'DocumentHistory', true],
  [232, 'comment', 'ExifCameraInfo', true],
  [255, 'comment', 'CatalogSets', true],
];

/** Datasets of record 2 that are about the file and its handling only: versions, types, urgency, programs, orientation, sound. */
const PLAIN: ReadonlySet<number> = new Set([
  0, 3, 4, 7, 8, 10, 12, 37, 38, 42, 45, 65, 70, 75, 130, 131, 135, 150, 151, 152, 153, 154, 200, 201, 221, 225, 228,
]);

const FIELDS: Readonly<Record<number, ReadonlyMap<number, IptcField>>> = {
  [ENVELOPE_RECORD]: table(ENVELOPE),
  [APPLICATION_RECORD]: table(APPLICATION),
};
const UNKNOWN: IptcField = { type: 'metadata-block', field: 'IPTC:UnknownDataset', isProse: false };

/** What a dataset says about somebody, if anything. */
export function iptcField(record: number, dataset: number): IptcField | undefined {
  const known = FIELDS[record]?.get(dataset);
  if (known !== undefined || record !== APPLICATION_RECORD) return known;
  return PLAIN.has(dataset) ? undefined : UNKNOWN;
}

function table(rows: readonly Row[]): Map<number, IptcField> {
  return new Map(
    rows.map(([dataset, type, name, isProse = false]) => [dataset, { type, field: `IPTC:${name}`, isProse }]),
  );
}
