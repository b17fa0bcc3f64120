/** Addresses and numbers that are reserved for documentation and drama and belong to nobody. Pure. */

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

/** `address` in lower case. */
export function isReservedEmail(address: string): boolean {
  return RESERVED_DOMAIN.test(address);
}

/** `digits` as `normaliseValue` gives them: with `+` and calling code, or as dialled at home. */
export function isReservedPhone(digits: string): boolean {
  return RESERVED_NUMBERS.some(({ code, trunk, national }) => {
    if (digits.startsWith('+')) return digits.startsWith(`+${code}`) && national.test(digits.slice(code.length + 1));
    const isTrunkOptional = code === '1';
    if (digits.startsWith(trunk)) return national.test(digits.slice(trunk.length));
    return isTrunkOptional && national.test(digits);
  });
}
