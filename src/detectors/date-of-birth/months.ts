/** Names of months in the languages of the birth words. Source: Unicode CLDR, calendar data, wide and abbreviated names. */
import { wordTest } from '../context-words.ts';

const isName = wordTest(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november
   dec december
   januar jänner jän februar feber märz mär maerz mai juni juli okt oktober dez dezember
   janvier janv février févr fevrier mars avril avr juin juillet juil août aout septembre octobre novembre décembre déc decembre
   enero ene febrero marzo abril abr mayo junio julio agosto ago septiembre setiembre octubre noviembre diciembre dic
   gennaio gen febbraio aprile maggio mag giugno giu luglio lug settembre set ottobre ott dicembre
   janeiro fevereiro fev março marco maio junho julho setembro outubro out novembro dezembro
   januari februari maart mrt mei augustus december
   stycznia styczeń lutego luty marca marzec kwietnia kwiecień maja maj czerwca czerwiec lipca lipiec sierpnia sierpień września
   wrzesień października październik listopada listopad grudnia grudzień
   ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık`,
  `январ феврал март апрел мая май июн июл август сентябр октябр ноябр декабр
   січ лют берез квіт трав черв лип серп верес жовт листопад груд
   იანვ თებერვ მარტ აპრილ მაის ივნის ივლის აგვისტ სექტემბ ოქტომბ ნოემბ დეკემბ`,
);

const ABBREVIATED: ReadonlySet<string> = new Set([
  'янв',
  'фев',
  'мар',
  'апр',
  'авг',
  'сен',
  'сент',
  'окт',
  'ноя',
  'дек',
]);

/** `word` in any case, without a full stop. */
export function isMonthName(word: string): boolean {
  const lower = word.toLowerCase();
  return isName(lower) || ABBREVIATED.has(lower);
}
