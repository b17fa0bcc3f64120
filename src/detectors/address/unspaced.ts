/**
 * Addresses of China, Taiwan, Japan and Korea in their own scripts: from the larger to the smaller, without blanks between the parts
 * or with them, ending with a number and its counter. Pure; every pattern only ever sees a window of 40 units, whatever it would cost
 * on a longer text.
 *
 * Source: Universal Postal Union addressing systems (CHN, TWN, JPN, KOR); the Korean Road Name Address Act (`로`, `길`).
 */

export interface Unspaced {
  readonly start: number;
  readonly end: number;
  /** A province, city or district is named before the street. */
  readonly hasPlace: boolean;
}

const UNITS_BEFORE = 40;
const UNITS_AFTER = 40;

/** Most texts have no letter from here on. */
const FIRST_OF_SCRIPTS = 0x3040;
/** Any letter of these scripts: a text without one is not looked at. */
const SCRIPTS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** A street or a block with its number, and what may follow: house, building, floor, room, a building's name in brackets. */
const CHINESE_NUMBER =
  /^[0-9０-９]{1,5}(?:[号號弄巷栋幢座单元室楼樓层層之段鄰\-－0-9０-９]|\p{sc=Han}(?=[0-9０-９])){0,24}/u;
const CHINESE_BEFORE =
  /(?:\d{5,6} ?)?[\p{sc=Han}]{0,30}(?:路|街|道|巷|弄|村|里|段|胡同|大道|新村)(?:[A-Za-z一二三四五六七八九十]段?)?$/u;
/** `…街A座 123456`: the house is a letter, the digits are the postcode. */
const CHINESE_POSTCODE_BEFORE = /[\p{sc=Han}]{4,30}(?:路|街|道)[A-Za-z0-9]{1,4}(?:座|号|號) $/u;
const JAPANESE_BEFORE = /(?:〒?\d{3}-\d{4}\s?)?[\p{sc=Han}\p{sc=Katakana}ぁ-のば-んー々ヶ]{1,30}$/u;
const JAPANESE_NUMBER =
  /^[0-9０-９]{1,4}(?:(?:丁目|番地|番町|番|号|条|線|の|[-－−])[0-9０-９]{0,4}){1,5}(?:号室?)?(?: ?[\p{sc=Katakana}ー\p{sc=Han}]{1,16}[0-9０-９]{1,4}(?:号室?)?)?/u;
const KOREAN_BEFORE =
  /(?:[가-힣]{1,7}(?:시|도|군|구|읍|면|동) ){0,4}[가-힣]{1,8}(?:[0-9]{1,4}(?:번길|번가|가|길|로))?(?:로|길|대로|가|거리)? ?$/u;
const KOREAN_STREET = /(?:로|길|가|거리|동) ?$/u;
const KOREAN_NUMBER =
  /^[0-9]{1,4}(?:-[0-9]{1,4})?(?:번지)?(?: ?,? ?[0-9]{1,4}(?:동|층|호)){0,3}(?: ?\([가-힣0-9]{1,12}\))?(?![0-9:.%년월일시명개원세])/u;
const KOREAN_PLACE = /[가-힣](?:시|도|군|구|읍|면) /u;
const HAN_PLACE = /[省市区區县縣郡町村州盟旗镇鎮乡鄉]|東京都|京都|大阪府|北海道/u;
/** What needs no place before it; `道` and `里` are in many other words. */
const CHINESE_STREET = /(?:路|街|巷|弄|胡同|大道|新村)\p{sc=Han}?$/u;

/** The address that the digits at `at` belong to, by offsets into the text. */
export function unspacedAt(text: string, at: number): Unspaced | undefined {
  if (text.charCodeAt(at - 1) < FIRST_OF_SCRIPTS && text.charCodeAt(at - 2) < FIRST_OF_SCRIPTS) return undefined;
  const before = text.slice(Math.max(0, at - UNITS_BEFORE), at);
  if (!SCRIPTS.test(before.slice(-3))) return undefined;
  const after = text.slice(at, at + UNITS_AFTER);
  return chinese(before, after, at) ?? japanese(before, after, at) ?? korean(before, after, at);
}

function chinese(before: string, after: string, at: number): Unspaced | undefined {
  const lettered = /^[1-8]\d{5}(?!\d)/.test(after) ? CHINESE_POSTCODE_BEFORE.exec(before)?.[0] : undefined;
  if (lettered !== undefined) return { start: at - lettered.length, end: at + 6, hasPlace: HAN_PLACE.test(lettered) };
  const street = CHINESE_BEFORE.exec(before)?.[0];
  const number = CHINESE_NUMBER.exec(after)?.[0];
  if (street === undefined || number === undefined || !/[号號弄栋幢座室樓楼]/u.test(number)) return undefined;
  if (!HAN_PLACE.test(street) && !CHINESE_STREET.test(street)) return undefined;
  return { start: at - street.length, end: at + number.length, hasPlace: HAN_PLACE.test(street) };
}

function japanese(before: string, after: string, at: number): Unspaced | undefined {
  const place = JAPANESE_BEFORE.exec(before)?.[0];
  const number = JAPANESE_NUMBER.exec(after)?.[0];
  if (place === undefined || number === undefined || !HAN_PLACE.test(place)) return undefined;
  const isCounted = /丁目|番地|番[^号]{1,4}号/u.test(number);
  const groups = number.match(/[0-9０-９]+/gu)?.length ?? 0;
  if (!isCounted && groups < 2) return undefined;
  return { start: at - place.length, end: at + number.trimEnd().length, hasPlace: true };
}

function korean(before: string, after: string, at: number): Unspaced | undefined {
  if (!KOREAN_STREET.test(before)) return undefined;
  const street = KOREAN_BEFORE.exec(before)?.[0];
  const number = KOREAN_NUMBER.exec(after)?.[0];
  if (street === undefined || number === undefined || !KOREAN_PLACE.test(street)) return undefined;
  return { start: at - street.length, end: at + number.length, hasPlace: true };
}
