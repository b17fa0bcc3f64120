/** The identity numbers of all countries that are known. */
import { australia } from './australia.ts';
import { austria } from './austria.ts';
import { belgium } from './belgium.ts';
import { brazil } from './brazil.ts';
import { bulgaria } from './bulgaria.ts';
import { canada } from './canada.ts';
import { china } from './china.ts';
import { czechia, slovakia } from './czechia.ts';
import { denmark } from './denmark.ts';
import { finland } from './finland.ts';
import { france } from './france.ts';
import { georgia } from './georgia.ts';
import { germany } from './germany.ts';
import { greece } from './greece.ts';
import type { IdForm } from './id-form.ts';
import { india } from './india.ts';
import { ireland } from './ireland.ts';
import { israel } from './israel.ts';
import { italy } from './italy.ts';
import { japan } from './japan.ts';
import { mexico } from './mexico.ts';
import { netherlands } from './netherlands.ts';
import { norway } from './norway.ts';
import { poland } from './poland.ts';
import { portugal } from './portugal.ts';
import { romania } from './romania.ts';
import { russia } from './russia.ts';
import { singapore } from './singapore.ts';
import { southAfrica } from './south-africa.ts';
import { southKorea } from './south-korea.ts';
import { spain } from './spain.ts';
import { sweden } from './sweden.ts';
import { switzerland } from './switzerland.ts';
import { turkey } from './turkey.ts';
import { ukraine } from './ukraine.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStates } from './united-states.ts';

export const ID_FORMS: readonly IdForm[] = [
  ...australia,
  ...austria,
  ...belgium,
  ...brazil,
  ...bulgaria,
  ...canada,
  ...china,
  ...czechia,
  ...slovakia,
  ...denmark,
  ...finland,
  ...france,
  ...georgia,
  ...germany,
  ...greece,
  ...india,
  ...ireland,
  ...israel,
  ...italy,
  ...japan,
  ...mexico,
  ...netherlands,
  ...norway,
  ...poland,
  ...portugal,
  ...romania,
  ...russia,
  ...singapore,
  ...southAfrica,
  ...southKorea,
  ...spain,
  ...sweden,
  ...switzerland,
  ...turkey,
  ...ukraine,
  ...unitedKingdom,
  ...unitedStates,
];
