/**
 * Whose a name or a contact detail is, as far as the text beside it and the account say. Pure; looks at a bounded window.
 *
 * In this order: the account's own data is `self`; a role mailbox is an `organisation`; a possessive right before or behind
 * decides between `self` and `third-party`; reserved data is `fictional`; everything else is `unknown`. All signals are named.
 */
import { normaliseValue } from '../core/normalise-value.ts';
import type { AccountIdentity, Subject } from '../core/types.ts';
import { isSamePhone } from './phone/phone-number.ts';
import { isReservedEmail, isReservedPhone } from './subject/reserved-data.ts';
import {
  BETWEEN,
  FIRST_OBJECT,
  FIRST_PERSON,
  FIRST_REACHING,
  KIN,
  REACHING,
  ROLE_MAILBOXES,
  THIRD_PERSON,
} from './subject/subject-words.ts';
import type { TextDetection } from './text-detector.ts';

type SubjectReason =
  | 'account-match'
  | 'role-mailbox'
  | 'first-person'
  | 'third-person-possessive'
  | 'kin'
  | 'reserved-data';

export interface ResolvedSubject {
  readonly subject: Subject;
  readonly reasons: readonly SubjectReason[];
}

/** In the order of their weight. */
const SUBJECT_OF: readonly (readonly [SubjectReason, Subject])[] = [
  ['account-match', 'self'],
  ['role-mailbox', 'organisation'],
  ['kin', 'third-party'],
  ['third-person-possessive', 'third-party'],
  ['first-person', 'self'],
  ['reserved-data', 'fictional'],
];

const MAX_BESIDE_UNITS = 80;
/** Words between whose it is and the value. */
const MAX_BETWEEN_WORDS = 6;
const MAX_WORDS_BEHIND = 4;
const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
const NAMED_POSSESSIVE =
  /^(?!(?:it|that|this|what|who|where|when|how|here|there|let|he|she|today)['’])\p{Lu}.*['’]s$/iu;

export function resolveSubject(text: string, detection: TextDetection, account: AccountIdentity = {}): ResolvedSubject {
  const { start, end, type } = detection;
  const value = normaliseValue(type, text.slice(start, end));
  const reasons: SubjectReason[] = [];
  if (isAccounts(type, value, account)) reasons.push('account-match');
  if (type === 'email' && isRoleMailbox(value)) reasons.push('role-mailbox');
  const owner =
    ownerBefore(text.slice(Math.max(0, start - MAX_BESIDE_UNITS), start)) ??
    ownerBehind(text.slice(end, end + MAX_BESIDE_UNITS));
  if (owner !== undefined) reasons.push(owner);
  if (isReserved(type, value)) reasons.push('reserved-data');
  const subject = SUBJECT_OF.find(([reason]) => reasons.includes(reason))?.[1] ?? 'unknown';
  return { subject, reasons };
}

function isAccounts(type: TextDetection['type'], value: string, account: AccountIdentity): boolean {
  switch (type) {
    case 'email':
      return account.emails?.some((known) => normaliseValue(type, known) === value) ?? false;
    case 'phone':
      return account.phones?.some((known) => isSamePhone(value, known)) ?? false;
    case 'social-handle':
      return account.handles?.some((known) => handleOf(known) === handleOf(value)) ?? false;
    case 'person':
      return account.names?.some((known) => isPartOfName(value, normaliseValue(type, known))) ?? false;
    default:
      return false;
  }
}

function handleOf(value: string): string {
  return value.toLowerCase().replace(/^@/, '');
}

/** Every word of the found name is one of the account's name: "Kvist", "anna kvist", not "Anna Berg". */
function isPartOfName(value: string, known: string): boolean {
  const knownWords = new Set(known.match(WORD));
  const words = value.match(WORD) ?? [];
  return words.length > 0 && words.every((word) => knownWords.has(word));
}

function isRoleMailbox(address: string): boolean {
  const local = address.slice(0, address.indexOf('@')).replace(/\+.*$/, '');
  return ROLE_MAILBOXES.has(local) || ROLE_MAILBOXES.has(local.replace(/[._-]?\d{1,4}$/, ''));
}

function isReserved(type: TextDetection['type'], value: string): boolean {
  if (type === 'email') return isReservedEmail(value);
  return type === 'phone' && isReservedPhone(value);
}

/** The nearest word before the value that says whose it is, with nothing but `BETWEEN` after it. */
function ownerBefore(before: string): SubjectReason | undefined {
  const clause = before.slice(before.search(/[^.!?;\n]*$/));
  const words = [...clause.matchAll(WORD)].map(([word]) => word).reverse();
  for (const [index, word] of words.slice(0, MAX_BETWEEN_WORDS).entries()) {
    const owner = ownerOf(word, words[index + 1], words[index - 1]);
    if (owner !== undefined) return owner;
    if (!BETWEEN.has(word.toLowerCase())) return undefined;
  }
  return undefined;
}

/** "… is her number", "… (my mother)": the first words behind the value. */
function ownerBehind(behind: string): SubjectReason | undefined {
  const clause = /^[\s,(–-]{0,3}[^.!?;,\n\d@]*/u.exec(behind)?.[0] ?? '';
  const words = [...clause.matchAll(WORD)].map(([word]) => word).slice(0, MAX_WORDS_BEHIND);
  const [copula = '', possessive = '', noun = ''] = /^[\s,]*\(/.test(behind) ? ['is', ...words] : words;
  if (!/^(?:is|was|ist|est|es|è|to|это)$/i.test(copula)) return undefined;
  if (KIN.has(withoutPossessive(noun)) || KIN.has(withoutPossessive(possessive))) return 'kin';
  if (FIRST_PERSON.has(possessive.toLowerCase())) return 'first-person';
  return THIRD_PERSON.has(possessive.toLowerCase()) || NAMED_POSSESSIVE.test(possessive)
    ? 'third-person-possessive'
    : undefined;
}

function ownerOf(word: string, wordBefore = '', wordBehind = ''): SubjectReason | undefined {
  const lower = word.toLowerCase();
  if (KIN.has(withoutPossessive(word))) return 'kin';
  if (THIRD_PERSON.has(lower) || NAMED_POSSESSIVE.test(word)) return 'third-person-possessive';
  if (FIRST_PERSON.has(lower) || FIRST_REACHING.has(lower) || /^i['’]m$/.test(lower)) return 'first-person';
  if (lower === 'am' && wordBefore.toLowerCase() === 'i') return 'first-person';
  const isReaching = REACHING.has(wordBefore.toLowerCase()) || REACHING.has(wordBehind.toLowerCase());
  return FIRST_OBJECT.has(lower) && isReaching ? 'first-person' : undefined;
}

function withoutPossessive(word: string): string {
  return word.toLowerCase().replace(/['’]s$/, '');
}
