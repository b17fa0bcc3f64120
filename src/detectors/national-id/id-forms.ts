/** The identity numbers of all countries that are known. */
import { argentina } from './argentina.ts';
import { australia } from './australia.ts';
import { austria } from './austria.ts';
import { estonia, lithuania } from './baltics.ts';
import { belgium } from './belgium.ts';
import { brazil } from './brazil.ts';
import { bulgaria } from './bulgaria.ts';
import { canada } from './canada.ts';
import { chile } from './chile.ts';
import { china } from './china.ts';
import { croatia } from './croatia.ts';
import { czechia, slovakia } from './czechia.ts';
import { denmark } from './denmark.ts';
import { finland } from './finland.ts';
import { france } from './france.ts';
import { georgia } from './georgia.ts';
import { germany } from './germany.ts';
import { greece } from './greece.ts';
import { hungary } from './hungary.ts';
import { iceland } from './iceland.ts';
import type { IdForm } from './id-form.ts';
import { india } from './india.ts';
import { ireland } from './ireland.ts';
import { israel } from './israel.ts';
import { italy } from './italy.ts';
import { japan } from './japan.ts';
import { kazakhstan } from './kazakhstan.ts';
import { latvia } from './latvia.ts';
import { malaysia } from './malaysia.ts';
import { mexico } from './mexico.ts';
import { netherlands } from './netherlands.ts';
import { norway } from './norway.ts';
import { pakistan } from './pakistan.ts';
import { philippines } from './philippines.ts';
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
import { taiwan } from './taiwan.ts';
import { thailand } from './thailand.ts';
import { turkey } from './turkey.ts';
import { ukraine } from './ukraine.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStates } from './united-states.ts';
import { yugoslavia } from './yugoslavia.ts';

export const ID_FORMS: readonly IdForm[] = [
  ...argentina,
  ...australia,
  ...austria,
  ...estonia,
  ...lithuania,
  ...belgium,
  ...brazil,
  ...bulgaria,
  ...canada,
  ...chile,
  ...china,
  ...croatia,
  ...czechia,
  ...slovakia,
  ...denmark,
  ...finland,
  ...france,
  ...georgia,
  ...germany,
  ...greece,
  ...hungary,
  ...iceland,
  ...india,
  ...ireland,
  ...israel,
  ...italy,
  ...japan,
  ...kazakhstan,
  ...latvia,
  ...malaysia,
  ...mexico,
  ...netherlands,
  ...norway,
  ...pakistan,
  ...philippines,
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
  ...taiwan,
  ...thailand,
  ...turkey,
  ...ukraine,
  ...unitedKingdom,
  ...unitedStates,
  ...yugoslavia,
];
