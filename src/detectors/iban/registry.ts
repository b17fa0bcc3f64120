/** Account numbers per country. Source: SWIFT IBAN Registry, release 101, https://www.swift.com/standards/data-standards/iban. */

/** After country and check digits: `n` digits, `a` letters, `c` either, each with its count. */
const FORMS = `
  AD:n8c12 AE:n19 AL:n8c16 AT:n16 AZ:a4c20 BA:n16 BE:n12 BG:a4n6c8 BH:a4c14 BI:n23 BR:n23a1c1 BY:c4n4c16 CH:n5c12
  CR:n18 CY:n8c16 CZ:n20 DE:n18 DJ:n23 DK:n14 DO:c4n20 EE:n16 EG:n25 ES:n20 FI:n14 FK:a2n12 FO:n14 FR:n10c11n2
  GB:a4n14 GE:a2n16 GI:a4c15 GL:n14 GR:n7c16 GT:c24 HN:a4n20 HR:n17 HU:n24 IE:a4n14 IL:n19 IQ:a4n15 IS:n22
  IT:a1n10c12 JO:a4n4c18 KW:a4c22 KZ:n3c13 LB:n4c20 LC:a4c24 LI:n5c12 LT:n16 LU:n3c13 LV:a4c13 LY:n21 MC:n10c11n2
  MD:c20 ME:n18 MK:n3c10n2 MN:n16 MR:n23 MT:a4n5c18 MU:a4n19a3 NI:a4n20 NL:a4n10 NO:n11 OM:n3c16 PK:a4c16 PL:n24
  PS:a4c21 PT:n21 QA:a4c21 RO:a4c16 RS:n18 RU:n14c15 SA:n2c18 SC:a4n20a3 SD:n14 SE:n20 SI:n15 SK:n20 SM:a1n10c12
  SO:n19 ST:n21 SV:a4n20 TL:n19 TN:n20 TR:n6c16 UA:n6c19 VA:n18 VG:a4n16 XK:n16 YE:a4n4c18`;

/**
 * Lengths of countries that use IBANs without being in the registry, so that nobody printed their form. Source:
 * https://www.iban.com/structure (partial and experimental use) and https://en.wikipedia.org/wiki/International_Bank_Account_Number
 */
const UNREGISTERED = `
  AO:25 BF:28 BJ:28 CF:27 CG:27 CI:28 CM:27 CV:25 DZ:26 GA:27 GQ:27 GW:25 IR:26 KM:27 MA:28 MG:27 ML:28 MZ:25 NE:28 SN:28 TD:27 TG:28`;

const CLASSES: Readonly<Record<string, string>> = { n: '\\d', a: '[A-Z]', c: '[A-Z\\d]' };

export interface IbanForm {
  /** Of the whole IBAN, without blanks. */
  readonly length: number;
  /** The whole IBAN in upper case, without blanks. */
  readonly pattern: RegExp;
  /** What stands at each place: `n` a digit, `a` a letter, `c` either. */
  readonly places: string;
}

const REGISTRY: ReadonlyMap<string, IbanForm> = new Map([
  ...FORMS.trim()
    .split(/\s+/)
    .map((entry): [string, IbanForm] => {
      const [country = '', form = ''] = entry.split(':');
      const parts = [...form.matchAll(/([nac])(\d+)/g)].map(([, kind = '', count]) => ({ kind, count: Number(count) }));
      const body = parts.map(({ kind, count }) => `${CLASSES[kind]}{${count}}`).join('');
      const length = parts.reduce((sum, { count }) => sum + count, 4);
      const places = `aann${parts.map(({ kind, count }) => kind.repeat(count)).join('')}`;
      return [country, { length, places, pattern: new RegExp(`^${country}\\d\\d${body}$`) }];
    }),
  ...UNREGISTERED.trim()
    .split(/\s+/)
    .map((entry): [string, IbanForm] => {
      const [country = '', count] = entry.split(':');
      const length = Number(count);
      const places = `aann${'c'.repeat(length - 4)}`;
      return [country, { length, places, pattern: new RegExp(`^${country}\\d\\d[A-Z]{0,2}\\d+$`) }];
    }),
]);

/** `country` in upper case. */
export function ibanForm(country: string): IbanForm | undefined {
  return REGISTRY.get(country);
}

/** ISO 7064 MOD 97-10: the first four places moved to the end, letters as 10 to 35. `iban` in upper case, without blanks. */
export function hasValidCheckDigits(iban: string): boolean {
  let rest = 0;
  for (const place of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(place, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
