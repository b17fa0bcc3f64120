/** The checksums that identity numbers share. Pure; all take strings of ASCII digits of the length they need. */

/** Dihedral group D5: Verhoeff, "Error Detecting Decimal Codes" (1969). */
const D5 = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const VERHOEFF_PERMUTATION = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Sum of the digits, each times its weight; digits without a weight count nothing. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0);
}

/** ISO/IEC 7812-1 annex B. */
export function hasLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const value = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO/IEC 7064, MOD 11,10. */
export function hasMod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

export function hasVerhoeff(digits: string): boolean {
  let check = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charAt(digits.length - 1 - at);
    const permuted = VERHOEFF_PERMUTATION[at % 8]?.charAt(Number(digit));
    check = Number(D5[check]?.charAt(Number(permuted)));
  }
  return check === 0;
}

/** EAN-13, of all its digits. */
export function hasEan13(digits: string): boolean {
  return weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** All digits the same: passes many a checksum, and is nobody's number. */
export function isOneDigit(digits: string): boolean {
  return digits === digits.charAt(0).repeat(digits.length);
}
