/**
 * What numbering plans say about digits; the only file that imports libphonenumber-js (metadata of Google's libphonenumber,
 * https://github.com/google/libphonenumber, Apache-2.0). It is given short windows that our own walk cut, never a text: its own
 * finder is super-linear.
 */
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** Countries whose national numbers are known without context, by their trunk prefix; tried in this order. */
const REGIONS: Readonly<Record<'0' | 'none', readonly CountryCode[]>> = {
  '0': regions(
    'GB DE FR IT NL UA TR IN AU BR SE CH AT BE IE RO FI IL JP CN KR ZA EG NG AE GE RS HR BG SK NZ ID MY PH VN',
  ),
  none: regions('US ES PL RU GR PT NO DK CZ HU MX SG HK SA KZ GE BR IN CN'),
};

/** How far a number agrees with its plan. */
type PlanFit = 'valid' | 'possible' | 'none';

export interface NumberingPlans {
  /** `digits` begin with the country's calling code, without `+` or `00`. */
  international(digits: string): PlanFit;
  /** Whether any of the regions knows the digits as a national number. */
  isNational(digits: string): boolean;
}

/** Parses for one text, about 25 µs each; digits beyond that count as fitting, so that a flood of numbers hides none. */
const MAX_PARSES = 1000;

/** Numbering plans for one text, with a budget of their own. */
export function createNumberingPlans(): NumberingPlans {
  let parses = 0;
  const isSpent = (): boolean => parses >= MAX_PARSES;
  const parse = (digits: string, region?: CountryCode): PhoneNumber | undefined => {
    parses += 1;
    return parsePhoneNumberFromString(digits, region);
  };
  return {
    international(digits) {
      if (isSpent()) return 'valid';
      const number = parse(`+${digits}`);
      if (number === undefined) return 'none';
      if (number.isValid()) return 'valid';
      return number.isPossible() ? 'possible' : 'none';
    },
    isNational(digits) {
      if (isSpent()) return true;
      const candidates = REGIONS[digits.startsWith('0') ? '0' : 'none'];
      return candidates.some((region) => parse(digits, region)?.isValid() === true);
    },
  };
}

/**
 * Whether the digits of a text mean the account's number: the same E.164, or its national part with or without trunk prefix.
 * `account` is best given in international form; a national one matches the same digits only.
 */
export function isSamePhone(digits: string, account: string): boolean {
  const known = parsePhoneNumberFromString(account);
  if (known === undefined) return nationalPart(digits) === nationalPart(account.replace(/\D/g, ''));
  if (digits.startsWith('+')) return digits === known.number;
  return parsePhoneNumberFromString(digits, known.country)?.number === known.number;
}

function nationalPart(digits: string): string {
  return digits.replace(/^\+?0*/, '');
}

function regions(codes: string): CountryCode[] {
  return codes.split(' ').filter((code) => isSupportedCountry(code));
}
