/**
 * Who a name or a contact detail belongs to by the words beside it: the nearest word that says so, before the value in its own
 * clause or behind a copula ("… is her number"). Bounded, pure; sees the text with other contact details blanked out.
 */
import type { FindingType } from '../../core/types.ts';
import { ownerBehind } from './owner-behind.ts';
import {
  INTRODUCING_AFTER,
  isAddressing,
  isBeing,
  isBetween,
  isBusiness,
  isContact,
  isDetail,
  isI,
  isIntroducing,
  isKin,
  isLegalForm,
  isMailWord,
  isMe,
  isMy,
  isNaming,
  isNegation,
  isOur,
  isPhoneWord,
  isReaching,
  isReachingMe,
  isReachingUs,
  isSaving,
  isService,
  isTheirs,
  isThird,
  isTowards,
  isUs,
  isWe,
  type Owner,
} from './owner-words.ts';
import { isKnown, isNamedOwner, NAMED_POSSESSIVE, withoutPossessive } from './possessives.ts';
import { clauseBefore, isName, type Word, wordsOf } from './words.ts';

const MAX_WORDS = 12;
/** Words between kin and their number that are neither names nor known: "my son Tim usually answers on". */
const MAX_UNKNOWN = 2;
const MAX_NAMES = 3;

/** "Call Anna for me". */
const FOR = /^(?:for|für|pour|por|para|для|за)$/;
/** "the mother", "Tom's mother". */
const ARTICLE_OR_NAME = /^(?:the|die|der|la|le|el|una?|une|eine?)$|['’]?s$/;
/** "я Анна, …": behind the name nothing may go on that makes it an object. */
const ENDS_INTRODUCTION = /^\s*(?:$|[,.!;:—–\n-]|и\s|из\s)/u;

export function ownerOf(before: string, behind: string, type: FindingType): Owner | undefined {
  const said = ownerBehind(behind, type);
  if (said !== undefined) return said;
  const words = wordsOf(clauseBefore(before)).reverse();
  const owner = ownerBefore(words, type);
  const isFirst = owner === 'first-person' && type === 'person';
  if (isFirst && /^['’]s(?!\p{L})/u.test(behind)) return 'third-person-possessive';
  return owner ?? (introducesByPronoun(words, behind, type) ? 'first-person' : undefined);
}

/** What was met on the way from the value back to the word that decides. */
interface Met {
  names: number;
  unknown: number;
  service: boolean;
  legalForm: boolean;
  naming: boolean;
  being: boolean;
}

function ownerBefore(words: readonly Word[], type: FindingType): Owner | undefined {
  const met: Met = {
    names: 0,
    unknown: 0,
    service: false,
    legalForm: false,
    naming: false,
    being: false,
  };
  for (const [at, word] of words.slice(0, MAX_WORDS).entries()) {
    const { lower } = word;
    if (lower === ',') {
      if (met.service || met.legalForm) return businessOr(words.slice(at), met);
      continue;
    }
    if (isCustomerOf(words, at)) continue;
    if (isKin(withoutPossessive(lower))) return introducesKin(words, at, type) ? 'first-person' : 'kin';
    if (isThird(lower) || NAMED_POSSESSIVE.test(word.raw)) return 'third-person-possessive';
    if (isTheirs(lower)) return 'plural-possessive';
    const isCrossed = met.names + met.unknown > 0;
    if (isAddressing(lower) && (type === 'person' ? at === 0 : isCrossed)) return 'addressed';
    const first = firstPerson(words, at, met, type);
    if (first === 'negated') return undefined;
    if (first !== undefined) return first;
    if (isNamedOwner(words, at, type)) return 'third-person-possessive';
    if (!pass(word, met, type)) return undefined;
  }
  return businessOr([], met);
}

/** The first person, singular or plural, at this word; names in between are only the writer's own. */
function firstPerson(words: readonly Word[], at: number, met: Met, type: FindingType): Owner | 'negated' | undefined {
  const owner = firstPersonAt(words, at, met, type);
  if (owner === undefined) return undefined;
  const ahead = words.slice(at + 1, at + 3).some(({ lower }) => isNegation(lower));
  const between = words.slice(0, at).some(({ lower }) => lower !== 'no' && isNegation(lower));
  return ahead || between ? 'negated' : owner;
}

function firstPersonAt(words: readonly Word[], at: number, met: Met, type: FindingType): Owner | undefined {
  const lower = words[at]?.lower ?? '';
  if (met.unknown > 0) return undefined;
  const introduces = isIntroducing(lower) || INTRODUCING_AFTER.get(lower)?.(words[at + 1]?.lower ?? '') === true;
  // "I'm with Anna": of a name, nothing may stand between.
  if (introduces) return type === 'person' && at > 0 ? undefined : 'first-person';
  if (isMy(lower) && met.naming && (type !== 'person' || met.names === 0)) return 'first-person';
  if (met.names > 0 || type === 'person') return undefined;
  if (isReachingMe(lower)) return 'first-person';
  if (isReachingUs(lower)) return 'own-business';
  if (isMy(lower)) return isOfAnother(words, at, type) ? undefined : 'first-person';
  if (isOur(lower)) return isOfAnother(words, at, type) || isPersonAtOurs(words, at) ? undefined : 'own-business';
  if (met.being && isI(lower)) return 'first-person';
  if (met.being && isWe(lower)) return 'own-business';
  if (!hasReachingNear(words, at)) return undefined;
  if (isMe(lower)) return 'first-person';
  return isUs(lower) ? 'own-business' : undefined;
}

/** Whether the walk may go on behind this word; notes what it was. */
function pass({ lower, raw }: Word, met: Met, type: FindingType): boolean {
  if (isLegalForm(lower) && /^\p{Lu}|^\p{sc=Georgian}/u.test(raw)) {
    met.legalForm = true;
    return true;
  }
  if (isService(lower)) met.service = true;
  if (isService(lower) || isBusiness(lower)) return true;
  if (isBeing(lower)) met.being = true;
  if (isNaming(lower)) met.naming = true;
  if (isBetween(lower) || isReaching(lower) || isNaming(lower) || isBeing(lower) || isDetail(lower)) return true;
  if (isName(raw)) {
    met.names += 1;
    return met.names <= MAX_NAMES;
  }
  met.unknown += 1;
  return type !== 'person' && met.unknown <= MAX_UNKNOWN;
}

/** A business alone owns what is right behind its name; not what is a person's of that business. */
function businessOr(ahead: readonly Word[], { service, legalForm, names, unknown }: Met): Owner | undefined {
  if (!(service || legalForm) || unknown > 0 || (names > 0 && !legalForm)) return undefined;
  const [, last, first] = ahead;
  const isBehindPerson = last !== undefined && first !== undefined && isName(last.raw) && isName(first.raw);
  return isBehindPerson ? undefined : 'business-words';
}

const CUSTOMER = /^(?:customers?|clients?|clientes?|students?|patients?|guests?|клиент\p{L}{0,3}|კლიენტ\p{L}{0,4})$/u;
const OFFICE_BEHIND = /^(?:services?|support|care|cent(?:re|er)|hotline|desk|relations)$/;
const OF = /^(?:al|a|de|aux?|par|по)$/;

/** "customer service", "service client", "atención al cliente" are an office, not a customer. */
function isCustomerOf(words: readonly Word[], at: number): boolean {
  if (!CUSTOMER.test(words[at]?.lower ?? '')) return false;
  const [nearer, ahead, furtherAhead] = [at - 1, at + 1, at + 2].map((index) => words[index]?.lower ?? '');
  if (OFFICE_BEHIND.test(nearer ?? '') || isService(ahead ?? '')) return true;
  return OF.test(ahead ?? '') && isService(furtherAhead ?? '');
}

/** "Send my number to …", "my contact: …", "save it to my phone: …", "my number" before an address: what is mine is not the value. */
function isOfAnother(words: readonly Word[], at: number, type: FindingType): boolean {
  const [nearest = '', nextNearest = ''] = words.slice(0, at).map(({ lower }) => lower);
  if (
    isTowards(nearest) ||
    (nextNearest !== '' && isTowards(nextNearest) && /^(?:the|den|die|das|le|la|el)$/.test(nearest))
  )
    return true;
  if (isContact(nearest)) return true;
  const detail = words.slice(0, at).find(({ lower }) => isPhoneWord(lower) || isMailWord(lower))?.lower;
  if (detail !== undefined && ((type === 'email' && isPhoneWord(detail)) || (type === 'phone' && isMailWord(detail))))
    return true;
  const [place, ...ahead] = words.slice(at + 1, at + 5);
  const isInto = place !== undefined && /^(?:to|in|into|on|an|auf|dans|à|en|a|в|на)$/.test(place.lower);
  return isInto && ahead.some(({ lower }) => isSaving(lower));
}

/** "Ask Peter at our office": what follows is Peter's. */
function isPersonAtOurs(words: readonly Word[], at: number): boolean {
  const [place, person] = words.slice(at + 1, at + 3);
  if (place === undefined || person === undefined || words.length === at + 3) return false;
  return /^(?:at|in|from|of|bei|aus|von|chez|de|dans|en|в|из|от|с)$/.test(place.lower) && /^\p{Lu}/u.test(person.raw);
}

/** "I'm his wife Anna", "ich bin Toms Mutter": kin of somebody, said by herself. In "I'm the mother of Anna", Anna is another. */
function introducesKin(words: readonly Word[], at: number, type: FindingType): boolean {
  if (type === 'person' ? at > 0 : words.slice(0, at).some(({ lower }) => isReaching(lower))) return false;
  const [next, second, third] = words.slice(at + 1, at + 4).map(({ lower }) => lower);
  const introduces = (word = '', after = ''): boolean =>
    isIntroducing(word) || INTRODUCING_AFTER.get(word)?.(after) === true;
  const isOfOther = next !== undefined && (isThird(next) || isTheirs(next) || ARTICLE_OR_NAME.test(next));
  return introduces(next, second) || (isOfOther && introduces(second, third));
}

/** "call me at", "you can reach me on", "со мной можно связаться"; not "told me to call". */
function hasReachingNear(words: readonly Word[], at: number): boolean {
  const isToldTo = words[at - 1]?.lower === 'to';
  const nearer = isToldTo ? [] : words.slice(Math.max(0, at - 3), at);
  const ahead = words.slice(at + 1, at + 4);
  const other = ahead.findIndex(({ lower, raw }) => FOR.test(lower) || (isName(raw) && !isKnown(lower)));
  return [...nearer, ...(other === -1 ? ahead : ahead.slice(0, other))].some(({ lower }) => isReaching(lower));
}

/** "я Анна" and "Я — Анна": the pronoun right before the name, and nothing that goes on behind. */
function introducesByPronoun(words: readonly Word[], behind: string, type: FindingType): boolean {
  return type === 'person' && words[0]?.lower === 'я' && ENDS_INTRODUCTION.test(behind);
}
