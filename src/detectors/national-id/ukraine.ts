/** Ukraine: РНОКПП (ІПН). Source: https://uk.wikipedia.org/wiki/РНОКПП (check digit by 11) */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

export const ukraine: readonly IdForm[] = [
  {
    country: 'UA',
    written: { '9999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'рнокпп іпн ипн rnokpp ipn',
    stems: 'платник',
    isValid: (digits) => {
      const rest = ((weightedSum(digits, WEIGHTS) % 11) + 11) % 11;
      return !isOneDigit(digits) && rest % 10 === Number(digits.charAt(9));
    },
  },
];
