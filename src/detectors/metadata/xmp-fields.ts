/**
 * Which XMP properties identify somebody, and how, by local name: prefixes are the writer's choice. Sources: XMP part 2, Exif for XMP
 * (CIPA DC-010), IPTC Photo Metadata Standard 2024.1, MWG guidelines 2.0, PLUS 2.0.1, Darwin Core, the schemas of Microsoft, Google
 * (camera, container, depth, panorama), DJI, ACDSee, digiKam and Media Pro. How a picture came about (`DigitalSourceType`,
 * `CreatorTool`) is about nobody. Misses: properties of makers that are not listed; they go with the packet all the same.
 */
import type { MetadataType } from '../../core/types.ts';

interface XmpField {
  readonly types: readonly MetadataType[];
  readonly field: string;
  readonly isProse: boolean;
}

const NAMES: Readonly<Partial<Record<MetadataType, string>>> = {
  gps:
    'GPSLatitude GPSLongitude GPSAltitude GPSDestLatitude GPSDestLongitude GPSDestBearing GPSDestDistance GPSAreaInformation ' +
    'GPSProcessingMethod GPSImgDirection GPSSpeed GPSTrack GPSPosition Location LocationCreated LocationShown LocationId LocationName ' +
    'City State Country CountryCode Sublocation ProvinceState CountryName WorldRegion location shotLocation PoseHeadingDegrees ' +
    'GpsLatitude GpsLongitude GpsLongtitude AbsoluteAltitude RelativeAltitude GimbalYawDegree FlightYawDegree lat long lon Lat Lon ' +
    'Latitude Longitude decimalLatitude decimalLongitude verbatimLatitude verbatimLongitude locality verbatimLocality',
  'device-id':
    'SerialNumber BodySerialNumber CameraSerialNumber LensSerialNumber InternalSerialNumber DroneSerialNumber SensorSerialNumber ' +
    'ImageUniqueID DocumentID InstanceID OriginalDocumentID documentID instanceID originalDocumentID DerivedFrom DocumentAncestors ' +
    'RawDataUniqueID DigImageGUID HostComputer CaptureSoftwareUserID TransmissionReference RegistryId RegItemId JobRef filePath ' +
    'LastURL ManageTo ManageUI ManagedFrom RenditionOf Ingredients Pantry CameraBurstID BurstID MediaGroupUUID ContentIdentifier ' +
    'HdrPlusMakernote shot_log_data PortraitRequest ImageSupplierImageID LicensorImageID CopyrightOwnerImageID LicensorTransactionID ' +
    'AOSourceInvNo FlightUUID',
  author:
    'creator Creator rights Rights Artist artist Copyright copyright Owner OwnerName OwnerID CameraOwnerName Photographer ImageEditor ' +
    'AuthorsPosition CaptionWriter Credit CreditLine Source source CreatorContactInfo CreatorIdentity ImageCreator ImageCreatorID ' +
    'ImageCreatorName CopyrightOwner CopyrightOwnerName CopyrightOwnerID Licensor LicensorName LicensorID LicensorEmail ' +
    'LicensorTelephone1 LicensorTelephone2 LicensorURL LicensorStreetAddress LicensorExtendedAddress LicensorCity LicensorPostalCode ' +
    'LicensorRegion LicensorCountry LicensorNotes Licensee LicenseeName LicenseeID EndUser EndUserName EndUserID ImageSupplier ' +
    'ImageSupplierName ImageSupplierID WebStatement attributionName attributionURL Author author Authors Contributor contributor ' +
    'CiEmailWork CiTelWork CiAdrCity CiAdrCtry CiAdrExtadr CiAdrPcode CiAdrRegion CiUrlWork RightsOwner publisher CreatedBy ' +
    'AOCreator AOCreatorId AOCopyrightNotice AOCurrentCopyrightOwnerName AOCurrentCopyrightOwnerId AOCurrentLicensorName ' +
    'AIPromptWriterName recordedBy identifiedBy rightsHolder client engineer director directorPhotography composer uploadedBy',
  'person-tag':
    'Regions RegionInfo RegionList PersonInImage PersonInImageName PersonInImageWDetails PersonDisplayName PersonEmailDigest ' +
    'PersonLiveIdCID PersonLiveCID PersonSourceID PersonName PersonId PersonDescription PersonCharacteristic PersonHeard PersonShown ' +
    'People people person ModelAge ModelReleaseID ModelReleaseDocument MinorModelAgeDisclosure RegionPersonDisplayName ImageRegion ' +
    'FaceID FaceId Faces ACDSeeRegion DLYArea ALGArea',
  thumbnail: 'Thumbnails image PreviewImage',
  'capture-time':
    'CreateDate ModifyDate MetadataDate DateCreated TimeCreated DateTimeOriginal DateTimeDigitized DateTime SubSecTime SubsecTime ' +
    'SubSecTimeOriginal SubSecTimeDigitized OffsetTime OffsetTimeOriginal OffsetTimeDigitized GPSTimeStamp GPSDateStamp GPSDateTime ' +
    'DateAcquired DateTaken DigitalCreationDate CreationDate ModDate when date shotDate UtcAtExposure FirstPhotoDate LastPhotoDate ' +
    'AODateCreated eventDate datetime',
};

/** Properties whose text goes through the text detectors; names of files, too, are what people write. */
const PROSE =
  'description Description title Title subject Subject Headline Instructions UserComment ImageDescription ImageTitle Caption caption ' +
  'Keywords keywords Keyword keyword LastKeywordXMP LastKeywordIPTC TagsList TagStructure Categories categories SupplementalCategories ' +
  'CatalogSets hierarchicalSubject weightedFlatSubject Label Nickname Identifier identifier relation AltTextAccessibility ' +
  'ExtDescrAccessibility UsageTerms OtherConstraints parameters prompt Prompt workflow Comment comment Notes notes UserFields Event ' +
  'EventName AIPromptInformation SelfData TextLayers LayerText LayerName History ImageHistory DocumentHistory AOTitle ' +
  'AOContentDescription AOPhysicalDescription RawFileName PreservedFileName OriginalFileName OriginalRawFileName RelatedSoundFile ' +
  'album shotName logComment';

/** A second picture, sound or depth inside the packet or behind the file, and what motion photos append. */
const APPENDED = 'MotionPhoto MicroVideo Directory Data DepthImage DepthMap RelitInputImageData ImageData AudioData';

/** Blocks of other makers inside the packet: what their presence says, as in EXIF. */
const VENDOR_BLOCKS = 'MakerNote DNGPrivateData';

const FIELDS: ReadonlyMap<string, XmpField> = new Map([
  ...Object.entries(NAMES).flatMap(([type, names]) => rows([type as MetadataType], names, false)),
  ...rows(['comment'], PROSE, true),
  ...rows(['appended-data'], APPENDED, false),
  ...rows(['device-id', 'author'], VENDOR_BLOCKS, false),
]);

/** What a property says about somebody, if anything. */
export function xmpField(localName: string): XmpField | undefined {
  return FIELDS.get(localName);
}

function rows(types: readonly MetadataType[], names: string, isProse: boolean): [string, XmpField][] {
  return names.split(' ').map((name) => [name, { types, field: `XMP:${name}`, isProse }]);
}
