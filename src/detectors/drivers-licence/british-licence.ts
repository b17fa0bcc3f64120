/**
 * The driver number of Great Britain: five letters of the surname (9 where it is shorter), the decade, month (women add 5 to its
 * first digit), day and year of birth, two initials, one sign that tells namesakes apart, two computed letters. Source: DVLA,
 * INF1D; https://en.wikipedia.org/wiki/Driving_licence_in_the_United_Kingdom. How the last two are computed is not published.
 */

const DRIVER_NUMBER =
  /^(?=[A-Z9]{5})[A-Z]{1,5}9{0,4}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[\dA-Z][A-Z]{2}$/;
const UNITS = 16;

/** Whether signs without separators, in upper case, have the structure of one. */
export function isBritishDriverNumber(signs: string): boolean {
  return signs.length === UNITS && DRIVER_NUMBER.test(signs);
}
