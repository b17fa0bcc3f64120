/** Whether a value is the signed-in user's own, as the host knows them: the same in another spelling, never merely similar. Pure. */
import { normaliseValue } from '../../core/normalise-value.ts';
import type { AccountIdentity, FindingType } from '../../core/types.ts';
import { wordTest } from '../context-words.ts';
import { isSamePhone } from '../phone/phone-number.ts';
import { isNameWord, nameKey } from './name-key.ts';
import { isAddressing } from './owner-words.ts';

/** `part`: some words of the account's name only, as a first name: other people have it too. */
export type AccountMatch = 'whole' | 'part' | 'none';

/** Compares values of any type with what is known of one account. */
export type AccountMatcher = (type: FindingType, value: string) => AccountMatch;

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Russian patronymics: a name may be given with or without. */
const PATRONYMIC = /(?:вич|вича|вичу|вичем|виче|вн[аыеу]|вной|ична|ичны|ичне|ичну|vich|vna|witsch|wna)$/iu;

/** "… words. Anna Berger": what a tagger takes with the name. */
const SENTENCE_BEFORE = /^.{0,60}\p{L}{3}[.!?]\s+(?=\p{L})/u;
/** Callings that a tagger takes for a part of the name behind them. */
const isCalling = wordTest(`
  owner founder co-founder chef ceo author photographer photo designer artist by inhaber inhaberin gründer gründerin geschäftsführer geschäftsführerin
  meisterbetrieb autor autorin foto fotograf fotografin propriétaire fondateur fondatrice gérant gérante artisan auteur photographe propietario propietaria
  fundador fundadora dueño dueña soy autora fotógrafo fotógrafa ceo владелец владелица основатель основательница автор мастер фотограф фото дизайнер
  მფლობელი დამფუძნებელი ავტორი ფოტო ფოტოგრაფი დიზაინერი`);

export function createAccountMatcher({ emails, phones, names, handles }: AccountIdentity): AccountMatcher {
  // A host may know nothing and say so by an empty text.
  const knownEmails = new Set(emails?.map(emailOf).filter((email) => email !== ''));
  const knownPhones = phones?.filter((known) => /\d/.test(known)) ?? [];
  const knownHandles = new Set(handles?.map(handleOf).filter((handle) => squashed(handle) !== ''));
  const ownCallings = textsOf([...knownHandles, ...Array.from(knownEmails, domainOf)]);
  const mailboxes = textsOf(Array.from(knownEmails, (email) => email.slice(0, email.indexOf('@'))));
  const knownNames = (names ?? []).map((name) => (name.match(WORD) ?? []).map(knownWord));
  return (type, value) => {
    switch (type) {
      case 'email':
        return wholeIf(knownEmails.size > 0 && knownEmails.has(emailOf(value)));
      case 'phone':
        return wholeIf(knownPhones.some((known) => isAccountPhone(value, known)));
      case 'social-handle':
        return wholeIf(knownHandles.size > 0 && knownHandles.has(handleOf(value)));
      case 'person':
        if (ownCallings.has(squashed(value))) return 'whole';
        return bestOf([
          ...knownNames.map((known) => nameMatch(value, known)),
          mailboxes.has(squashed(value)) ? 'part' : 'none',
        ]);
      default:
        return 'none';
    }
  };
}

interface KnownWord {
  readonly key: string;
  readonly initial: string;
}

function knownWord(word: string): KnownWord {
  return { key: nameKey(word), initial: word.charAt(0).toLowerCase() };
}

function wholeIf(isSame: boolean): AccountMatch {
  return isSame ? 'whole' : 'none';
}

function bestOf(matches: readonly AccountMatch[]): AccountMatch {
  return matches.find((match) => match === 'whole') ?? matches.find((match) => match === 'part') ?? 'none';
}

/** Without a tag: `anna+news@…` arrives at `anna@…` (RFC 5233). Dots are kept: only some hosts ignore them. */
function emailOf(address: string): string {
  return normaliseValue('email', address).replace(/^([^+@]*)\+[^@]*(?=@)/, '$1');
}

/** `@Anna_K`, `anna_k` and `https://www.instagram.com/anna_k/?hl=de` are one handle. */
function handleOf(handle: string): string {
  const plain = normaliseValue('social-handle', handle)
    .replace(/[?#].*/, '')
    .replace(/(?<!\/)\/+$/, '');
  return plain.slice(plain.lastIndexOf('/') + 1).replace(/^@/, '');
}

/** A shop is called as its handle or its domain is: "Vélo Breizh", `velo.breizh` and `info@velo-breizh.fr`. */
function squashed(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Squashed, without what has neither letters nor digits. */
function textsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(squashed).filter((name) => name !== ''));
}

function domainOf(email: string): string {
  return email.slice(email.indexOf('@') + 1).replace(/\.[^.]*$/, '');
}

/** Either of the two may be written as dialled at home. */
function isAccountPhone(value: string, known: string): boolean {
  const digits = normaliseValue('phone', value);
  if (isSamePhone(digits, known)) return true;
  return digits.startsWith('+') && !known.trim().startsWith('+') && isSamePhone(normaliseValue('phone', known), digits);
}

/** Every word of the found name is another word of the known one, or its initial, or a patronymic. */
function nameMatch(value: string, known: readonly KnownWord[]): AccountMatch {
  const left = [...known];
  const all = value.replace(SENTENCE_BEFORE, '').match(WORD) ?? [];
  const words = all.filter((word) => !isCalling(word.toLowerCase()) && !isTitle(word));
  const whole = words.filter((word) => word.length > 1 && !take(left, ({ key }) => isNameWord(word, key)));
  if (whole.some((word) => !PATRONYMIC.test(word)) || left.length === known.length) return 'none';
  const initials = words.filter((word) => word.length === 1);
  const fitting = initials.filter((letter) => take(left, (word) => hasInitial(word, letter)));
  if (initials.length > 0 && fitting.length === 0) return 'none';
  if (words.length > 1 || known.length === 1) return 'whole';
  // "Mr Berger" is as well her brother.
  return all.some(isTitle) ? 'none' : 'part';
}

/** "Mrs", "господин"; a single letter is an initial. */
function isTitle(word: string): boolean {
  return word.length > 1 && isAddressing(word.toLowerCase());
}

function hasInitial({ key, initial }: KnownWord, letter: string): boolean {
  return letter.toLowerCase() === initial || key.startsWith(nameKey(letter));
}

/** Removes the first that passes; whether there was one. */
function take(left: KnownWord[], test: (word: KnownWord) => boolean): boolean {
  const at = left.findIndex(test);
  if (at !== -1) left.splice(at, 1);
  return at !== -1;
}
