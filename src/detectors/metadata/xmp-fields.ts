/**
 * Which XMP properties identify somebody, and how, by local name: prefixes are the writer's choice. Sources: XMP part 2, Exif for XMP
 * (CIPA DC-010), IPTC Photo Metadata Standard 2024.1, MWG guidelines 2.0, Microsoft Photo schema, PLUS 2.0.1.
 */
import type { MetadataType } from '../../core/types.ts';

interface XmpField {
  readonly type: MetadataType;
  readonly field: string;
  readonly isProse: boolean;
}

const NAMES: Readonly<Partial<Record<MetadataType, string>>> = {
  gps:
    'GPSLatitude GPSLongitude GPSAltitude GPSDestLatitude GPSDestLongitude GPSAreaInformation GPSProcessingMethod GPSImgDirection ' +
    'GPSSpeed GPSTrack Location LocationCreated LocationShown City State Country CountryCode Sublocation ProvinceState CountryName ' +
    'PoseHeadingDegrees',
  'device-id':
    'SerialNumber BodySerialNumber CameraSerialNumber LensSerialNumber ImageUniqueID DocumentID InstanceID OriginalDocumentID ' +
    'DigImageGUID HostComputer MakerNote RawFileName CaptureSoftwareUserID TransmissionReference',
  author:
    'creator Creator rights Artist Copyright Owner OwnerName CameraOwnerName Photographer AuthorsPosition CaptionWriter Credit ' +
    'Source CreatorContactInfo ImageCreator CopyrightOwner Licensor ImageSupplier WebStatement attributionName Author contributor ' +
    'CiEmailWork CiTelWork CiAdrCity CiAdrExtadr CiUrlWork RightsOwner publisher CreatedBy',
  'person-tag':
    'Regions RegionInfo RegionList PersonInImage PersonInImageWDetails PersonDisplayName People PersonName ModelReleaseID MinorModelAgeDisclosure ' +
    'RegionPersonDisplayName ImageRegion',
  thumbnail: 'Thumbnails image',
  'capture-time':
    'CreateDate ModifyDate MetadataDate DateCreated DateTimeOriginal DateTimeDigitized DateTime GPSTimeStamp GPSDateTime DateAcquired ' +
    'date',
};

/** Properties whose text goes through the text detectors. */
const PROSE =
  'description title subject Headline Instructions UserComment ImageDescription Caption Keywords LastKeywordXMP LastKeywordIPTC ' +
  'TagsList hierarchicalSubject Label AltTextAccessibility ExtDescrAccessibility parameters prompt Prompt Comment Notes Event';

/** A second picture, or data of one, inside the packet: depth maps, and what motion photos append. */
const APPENDED = 'MotionPhoto MicroVideo Directory Data';

const FIELDS: ReadonlyMap<string, XmpField> = new Map([
  ...Object.entries(NAMES).flatMap(([type, names]) => rows(type as MetadataType, names, false)),
  ...rows('comment', PROSE, true),
  ...rows('appended-data', APPENDED, false),
]);

/** What a property says about somebody, if anything. */
export function xmpField(localName: string): XmpField | undefined {
  return FIELDS.get(localName);
}

function rows(type: MetadataType, names: string, isProse: boolean): [string, XmpField][] {
  return names.split(' ').map((name) => [name, { type, field: `XMP:${name}`, isProse }]);
}
