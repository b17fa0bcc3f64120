/** The time a picture was taken, as EXIF writes it, from the ways in which other standards do. */

export interface CaptureTime {
  /** `YYYY:MM:DD HH:MM:SS`. */
  readonly dateTime: string;
  /** From UTC, as `+02:00`; undefined where it was not said. */
  readonly offset?: string | undefined;
}

const EXIF_DATE = /^(?:18|19|20|21)\d\d:(?:0[1-9]|1[0-2]):(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;
const IPTC_DATE = /^(\d{4})(\d\d)(\d\d)$/;
const IPTC_TIME = /^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/;
/** ISO 8601 as PNG and XMP use it; XMP may leave out seconds, and adds parts of them. */
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;
/** RFC 1123, which PNG recommends: `Mon, 23 Nov 2026 11:55:48 +0200`. */
const MAIL_DATE = /^(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d)(?: (GMT|UT|[+-]\d{4}))?$/;
const MONTHS: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `DateTimeOriginal` and `OffsetTimeOriginal`. Undefined for what is no date, as the zeros of a clock that was never set. */
export function fromExifDate(given: string | undefined, givenOffset?: string): CaptureTime | undefined {
  const [dateTime, offset] = [given, givenOffset].map((text) => text?.replaceAll('\0', '').trim());
  if (dateTime === undefined || !EXIF_DATE.test(dateTime)) return undefined;
  return offset !== undefined && OFFSET.test(offset) ? { dateTime, offset } : { dateTime };
}

/** IPTC's date and time of day. */
export function fromIptcDate(date: string | undefined, time: string | undefined): CaptureTime | undefined {
  const [, year, month, day] = IPTC_DATE.exec(date ?? '') ?? [];
  const [, hour, minute, second, offsetHour, offsetMinute] = IPTC_TIME.exec(time ?? '') ?? [];
  const offset = offsetHour === undefined ? undefined : `${offsetHour}:${offsetMinute}`;
  return fromExifDate(`${year}:${month}:${day} ${hour}:${minute}:${second}`, offset);
}

/** A date as XMP, PNG's text or EXIF write it. */
export function fromWrittenDate(given: string | undefined): CaptureTime | undefined {
  const text = (given ?? '').replaceAll('\0', '').trim();
  const [, year, month, day, hour, minute, second = '00', zone] = ISO_DATE.exec(text) ?? [];
  if (year !== undefined) return fromExifDate(`${year}:${month}:${day} ${hour}:${minute}:${second}`, offsetOf(zone));
  return fromMailDate(text) ?? fromExifDate(text);
}

function fromMailDate(text: string): CaptureTime | undefined {
  const [, day = '', monthName = '', year, hour, minute, second, zone] = MAIL_DATE.exec(text) ?? [];
  const month = String(MONTHS.indexOf(monthName) + 1).padStart(2, '0');
  return fromExifDate(`${year}:${month}:${day.padStart(2, '0')} ${hour}:${minute}:${second}`, offsetOf(zone));
}

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  if (['Z', 'GMT', 'UT'].includes(zone)) return '+00:00';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
