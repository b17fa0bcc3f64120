/** Argentina: CUIL and CUIT of a person, who has 20, 23, 24 or 27 before the DNI. Source: ANSES, https://es.wikipedia.org/wiki/Clave_Única_de_Identificación_Tributaria */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

export const argentina: readonly IdForm[] = [
  {
    country: 'AR',
    written: { '99-99999999-9': WRITTEN.own, '99999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'cuil cuit',
    isValid: (digits) => /^2[0347]/.test(digits) && weightedSum(digits, WEIGHTS) % 11 === 0,
  },
];
