/** Values that are reserved for documentation, tests and drama, and published samples: they belong to nobody. Pure. */

import type { FindingType } from '../../core/types.ts';
import { isTestCard } from '../payment-card/test-cards.ts';

/** RFC 2606 and RFC 6761. */
const RESERVED_DOMAIN = /(?:^|[@.])(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/;

/**
 * National numbers without trunk prefix, by calling code. Sources: NANPA 555-01XX; Ofcom, "Telephone numbers for use in TV and
 * radio drama programmes"; ARCEP decision 2018-0881; ACMA, "Phone numbers for use in TV shows, films and creative works";
 * Bundesnetzagentur, "Rufnummern für Film- und Fernsehproduktionen".
 */
const RESERVED_NUMBERS: readonly { readonly code: string; readonly trunk: string; readonly national: RegExp }[] = [
  { code: '1', trunk: '1', national: /^\d{3}55501\d{2}$|^55501\d{2}$/ },
  {
    code: '44',
    trunk: '0',
    national:
      /^(?:7700900|1632960|8081570|9098790|3069990)\d{3}$|^2079460\d{3}$|^1(?:1[3-8]|[2-6]1)4960\d{3}$|^1914980\d{3}$|^2920180\d{3}$/,
  },
  { code: '33', trunk: '0', national: /^(?:19900|26191|35301|46571|53649|63998)\d{4}$/ },
  {
    code: '61',
    trunk: '0',
    national: /^[2378](?:5550|7010)\d{4}$|^4915701(?:56|57|58|59|10)$|^491570(?:006|313|737)$/,
  },
  {
    code: '49',
    trunk: '0',
    national: /^(?:3023125|6990009|4066969|2214710|8999998)\d{3}$|^17139200\d{2}$|^176040690\d{2}$/,
  },
];

/** Examples of the SWIFT IBAN Registry and of ISO 13616 in the literature. */
const SAMPLE_IBANS: ReadonlySet<string> = new Set(
  `GB82WEST12345698765432 GB29NWBK60161331926819 GB33BUKB20201555555555 DE89370400440532013000 FR1420041010050500013M02606
  FR7630006000011234567890189 ES9121000418450200051332 ES7921000813610123456789 IT60X0542811101000000123456 NL91ABNA0417164300 BE68539007547034
  CH9300762011623852957 AT611904300234573201 PL61109010140000071219812874 PT50000201231234567890154 GE29NB0000000101904917 SE4550000000058398257466
  NO9386011117947 DK5000400440116243 FI2112345600000785 IE29AIBK93115212345678 LU280019400644750000 TR330006100519786457841326
  GR1601101250000000012300695 CZ6508000000192000145399 HU42117730161111101800000000 RO49AAAA1B31007593840000 BG80BNBG96611020345678
  HR1210010051863000160 UA213223130000026007233566001 SA0380000000608010167519 AE070331234567890123456 MT84MALT011000012345MTLCAST001S
  EE382200221020145685 LV80BANK0000435195001 LT121000011101001000 SK3112000000198742637541 SI56263300012039086`.split(
    /\s+/,
  ),
);
/** Numbers that were never or no longer issued: Social Security Administration, "Social Security Cards Issued by Woolworth"; 987-65-432x in advertisements. */
const SAMPLE_NATIONAL_ID = /^(?:078-?05-?1120|219-?09-?9999|457-?55-?5462|987-?65-?432\d|123-?45-?6789|000-?00-?0000)$/;
/** RFC 5737, RFC 3849, RFC 9637. */
const DOCUMENTATION_ADDRESS = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$|^2001:0?db8(?::|$)|^3fff:/i;
/** RFC 1918, RFC 1122 (loopback, this host), RFC 3927, RFC 6598, RFC 4193, RFC 4291: of nobody in particular. */
const PRIVATE_ADDRESS =
  /^(?:10|127|0)\.\d|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^255\.|^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:|^::1?$/i;

/** `value` as `normaliseValue` gives it. */
export function isReserved(type: FindingType, value: string): boolean {
  switch (type) {
    case 'email':
      return RESERVED_DOMAIN.test(value);
    case 'phone':
      return isReservedPhone(value);
    case 'payment-card':
      return isTestCard(value);
    case 'iban':
      return SAMPLE_IBANS.has(value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase());
    case 'national-id':
      return SAMPLE_NATIONAL_ID.test(value);
    case 'ip-address':
      return DOCUMENTATION_ADDRESS.test(value);
    default:
      return false;
  }
}

/** Of a private network, the machine itself, or a link: nobody can be found by it. */
export function isPrivateNetwork(address: string): boolean {
  return PRIVATE_ADDRESS.test(address);
}

/** `digits` as `normaliseValue` gives them: with `+` and calling code, or as dialled at home. */
function isReservedPhone(digits: string): boolean {
  return RESERVED_NUMBERS.some(({ code, trunk, national }) => {
    if (digits.startsWith('+')) return digits.startsWith(`+${code}`) && national.test(digits.slice(code.length + 1));
    const isTrunkOptional = code === '1';
    if (digits.startsWith(trunk)) return national.test(digits.slice(trunk.length));
    return isTrunkOptional && national.test(digits);
  });
}
