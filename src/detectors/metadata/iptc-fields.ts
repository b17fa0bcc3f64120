/** Which IPTC records identify somebody, and how. Source: IPTC IIM 4.2, record 2 (https://iptc.org/std/IIM/4.2/). */
import type { MetadataType } from '../../core/types.ts';

interface IptcField {
  readonly type: MetadataType;
  readonly field: string;
  readonly isProse: boolean;
}

type Row = readonly [dataset: number, type: MetadataType, name: string, isProse?: true];

const DATASETS: readonly Row[] = [
  [5, 'comment', 'ObjectName', true],
  [25, 'comment', 'Keywords', true],
  [26, 'gps', 'ContentLocationCode'],
  [27, 'gps', 'ContentLocationName'],
  [40, 'comment', 'SpecialInstructions', true],
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
  [122, 'author', 'Writer-Editor'],
  [187, 'device-id', 'UniqueDocumentID'],
];

const FIELDS: ReadonlyMap<number, IptcField> = new Map(
  DATASETS.map(([dataset, type, name, isProse = false]) => [dataset, { type, field: `IPTC:${name}`, isProse }]),
);

/** What a dataset of record 2 says about somebody, if anything. */
export function iptcField(dataset: number): IptcField | undefined {
  return FIELDS.get(dataset);
}
