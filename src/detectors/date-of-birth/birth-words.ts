/** Words near a date that say it is a birth, or another event. Own lists, lower case; see `wordTest`. */
import { type ContextWords, type WordTest, wordTest } from '../context-words.ts';

export const BIRTH_WORDS: ContextWords = {
  for: wordTest(
    `born dob bday birth births geb geboren geborene geborener né née nés nées naquit nacido nacida nació nací nacio
     nascido nascida nasceu nasci nato nata nacque cumpleaños fnac urodzony urodzona urodził urodziła ur doğdu doğumlu dogdu dogumlu gebjahr`,
    `birthda birthyear dateofbirth geburts naissance nacimiento nascimento nascita compleann geboorte geboortedatum urodzen doğum dogum rozhd
     родил родивш рожд народив народил народж დაბად დაიბად 出生 生年月日 誕生日 생년월일`,
  ),
  against: wordTest(
    `founded established created updated modified issued expires expired expiry valid until died dead death deceased killed buried
     hired joined employed married wed wedding divorced party parties cake gift gifts present presents sale discount card cards
     concert event released release published launched opened built signed ordered shipped delivered due deadline invoice dated
     appointment visit visited admitted discharged graduated registered moved started starts starting ended ends effective since
     celebrated premiere certificate baptised baptized confirmed elected appointed festival invitation
     gegründet erstellt gestorben gültig ausgestellt verheiratet geheiratet feier party geschenk torte rabatt bestellt eröffnet
     fondé fondée créé créée mort morte décédé décédée décès délivré expire marié mariée fête cadeau gâteau valable inscrit
     fundado fundada creado creada murió fallecido fallecida expedido expira vence casado casada fiesta regalo tarta
     morto morta sposato festa regalo fundada criado faleceu casou zmarł zmarła wydany wydano ważny overleden gestorven feest
     основан основана создан создана создано обновлено умер умерла скончался скончалась выдан выдана действителен женился
     заказ заказан вечеринка торт подарок подарки скидка скидки праздник опубликовано издан похоронен
     помер померла видано створено заснований засновано öldü kuruldu`,
    `გარდაიც დაარს შეიქმნ გაცემ წვეულებ საჩუქ ფასდაკლებ`,
  ),
};

/** What is founded and not born of a mother, somewhere before the date. */
export const isNoPerson: WordTest = wordTest(
  `company startup start-up firm brand band agency business label festival movement republic project idea internet website
   magazine newspaper genre nation state city app product language organisation organization club
   unternehmen firma marke verein projekt idee entreprise société marque projet idée empresa marca proyecto
   компания компании фирма бренд проект идея страна კომპანია ფირმა პროექტი`,
);

/** Behind a date: `г.р.`, `года рождения`, `(born)`, `წელს დაბადებული`. */
export const BIRTH_BEHIND: RegExp =
  /^[ \t\u00a0,(–-]{0,3}(?:г(?:ода|\.)?[ \u00a0]?(?:р\.|рожд|родил)|р(?:оку|\.)[ \u00a0]?(?:н\.|народ)|(?:წლის|წელს)?[ \u00a0]?და(?:იბ|ბ)ად|doğum|(?:born|birth|dob|geboren|né|née)(?!\p{L}))/iu;
