/** Whether words beside a number name a driving licence. Most such words mean much else: it is their phrase that tells. Bounded. */
import { type ContextWords, wordTest } from '../context-words.ts';
import { namesLookAlike } from '../document-numbers/look-alike-words.ts';

const MAX_BEFORE_UNITS = 60;
/** " is my driver's license": further on begins another matter. */
const MAX_AFTER_UNITS = 28;
const MAX_FIELD_UNITS = 60;

/** Words of the phrases below. */
const namesLicence = wordTest(
  `driver drivers driving driverslicense driverlicense dl dln dlno licence license
  fahrerlaubnis permis conduire conducir conducción conduccion manejo brevete guida patente condução conducao habilitação cnh
  rijbewijs rijbewijsnummer jazdy körkort korkort førerkort kørekort ajokortti прав права ву у удостоверение посвідчення
  ehliyet sürücü belgesi მართვის მოწმობა მოწმობის`,
  'führerschein fuehrerschein fahrerlaubnis водител водій удостоверен',
);
/** What is said of a licence besides its number, and other licences and papers. */
const namesAnother = wordTest(
  'plate plates software key expires expired expiry valid until issued birth born dob insurance',
  'passport reisepass pasaporte passeport паспорт პასპორტ',
);
const PHRASE =
  /driv(?:er|ing)['’]?s?['’]?[\s_-]{0,2}(?:licen[cs]e|licen[cs]ing|lic\b|permit)|(?<!\p{L})(?:my|his|her|their)\slicen[cs]e(?:\s(?:no\b|number|#|is\b|$)|$)|f(?:ü|ue)hrerschein|fahrerlaubnis|permis\s(?:de\s)?(?:conduire|[abcd]\b)|(?:licencia|permiso|carnet|carné|registro)\sde\s(?:conduc|manej)|brevete|patente(?:\sdi\sguida|\s(?:di\scategoria\s)?[abcd]\b|\s(?:n|nr|no|num)\b)|(?:carta|licença)\sde\scondu[cç]|carteira\sde\s(?:motorista|habilita)|(?<!\p{L})cnh(?!\p{L})|rijbewijs|praw[oa]\sjazdy|körkort|førerkort|kørekort|ajokort|водит\p{L}{0,10}\s(?:удост|прав)|(?<!\p{L})в[/.]?у\.?(?!\p{L})|посвідчення\sводія|ehliyet|sürücü\sbelge|მართვის\sმოწმობ|運転免許|驾驶证|駕駛執照|운전면허/iu;

/** Short, so only right before the number, in capitals or with a sign that a number follows. */
const SHORT_LABEL =
  /(?<![\p{L}./])(?:(?:C?DLN?|D\.L\.|D\/L)[\s.:#]{0,3}(?:(?:[Nn]o|[Nn]umber|is)[\s.:#]{1,3})?|dln? ?(?:no|number|#|:)[\s.:#]{0,3})$/u;
const SHORT_FIELD = /^dln?(?:$|[_-]|[A-Z])/;

export const LICENCE_WORDS: ContextWords = {
  for: (word) => namesLicence(word) || PHRASE.test(word),
  against: (word) => namesAnother(word) || namesLookAlike(word),
};

/** Whether a phrase for a licence stands on the same line, before or behind, or is the field's name. */
export function isLicenceNamed(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  fieldName = '',
): boolean {
  const before = ownLine(text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start));
  const after = /^[^,.;\n\d]*/.exec(text.slice(end, end + MAX_AFTER_UNITS))?.[0] ?? '';
  const field = fieldName.slice(0, MAX_FIELD_UNITS);
  return (
    [before, after, field].some((words) => PHRASE.test(words)) || SHORT_LABEL.test(before) || SHORT_FIELD.test(field)
  );
}

/** With the line before where that is a label: it ends with a colon. */
function ownLine(before: string): string {
  return before.slice((/:\s*$/.test(before) ? before.trimEnd() : before).lastIndexOf('\n') + 1);
}
