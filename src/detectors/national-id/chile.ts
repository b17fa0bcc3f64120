/** Chile: RUN, RUT. Source: Registro Civil, check digit by 11 with K for 10: https://es.wikipedia.org/wiki/Rol_Único_Tributario */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** Weights for seven and eight digits; firms begin at 50 million. */
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
const FIRST_FIRM = 50_000_000;
const SIGNS = '0K987654321';

export const chile: readonly IdForm[] = [
  {
    country: 'CL',
    written: {
      '99.999.999-9': WRITTEN.own,
      '99.999.999-A': WRITTEN.own,
      '9.999.999-9': WRITTEN.own,
      '9.999.999-A': WRITTEN.own,
      '99999999-9': WRITTEN.bare,
      '99999999-A': WRITTEN.bare,
      '9999999-9': WRITTEN.bare,
      '9999999-A': WRITTEN.bare,
    },
    check: CHECK.tenth,
    words: 'rut run',
    isValid: (signs) => {
      const digits = signs.slice(0, -1).padStart(8, '0');
      return Number(digits) < FIRST_FIRM && SIGNS.charAt(weightedSum(digits, WEIGHTS) % 11) === signs.slice(-1);
    },
  },
];
