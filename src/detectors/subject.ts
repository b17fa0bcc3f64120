/**
 * Whose a name or a contact detail is, as far as the account, the value itself and the text beside it say. Pure; looks at bounded
 * windows only, so time is linear in the number of detections.
 *
 * The rules are `RULES`, strongest first; the first that holds names the subject and its reason. Prior art on the question is almost
 * none: the lists are our own, what they reach is measured by `scripts/accuracy/subjects.mjs`. What decides the order: taking
 * somebody else's data for the user's own is the worse error, so whatever speaks of another person goes before what speaks of the user.
 *
 * Misses: people told apart only by the sense of earlier sentences; irony; whose a number in a table is by its column's heading.
 */
import { normaliseValue } from '../core/normalise-value.ts';
import type { AccountIdentity, FindingType, Subject } from '../core/types.ts';
import { type AccountMatch, createAccountMatcher } from './subject/account-match.ts';
import { isRoleMailbox, isServiceNumber } from './subject/business.ts';
import { type KnownAs, knownAs } from './subject/known-figures.ts';
import { around, isRecipients, isSideBySide } from './subject/neighbours.ts';
import { ownerOf } from './subject/owner.ts';
import { isI, type Owner } from './subject/owner-words.ts';
import { isCharacter, isPublicFigure } from './subject/person-cues.ts';
import { isPrivateNetwork, isReserved } from './subject/reserved-data.ts';
import { type Signature, signatureOf } from './subject/signature.ts';
import { isSpokenByOther } from './subject/spoken-by-other.ts';
import { wordsOf } from './subject/words.ts';
import type { TextDetection } from './text-detector.ts';

export interface ResolvedSubject {
  readonly subject: Subject;
  /** The rule that decided, as `account-match`; none for an unknown subject. */
  readonly reasons: readonly string[];
}

const MAX_BEFORE_UNITS = 160;
const MAX_BEHIND_UNITS = 100;
/** A name with a number or an address right beside it is somebody's, whatever the sentence says of stories. */
const MAX_CONTACT_UNITS = 40;

/** The lines of a signature about one value. */
const MAX_SIGNATURE_UNITS = 80;

/** What one can be reached by or found at: these may be a business's; a name or a birthday may not. */
const CONTACT: readonly FindingType[] = ['email', 'phone', 'address', 'social-handle'];

/** What is said about somebody: words beside it may show that it is another; that it is the user only its own first word says. */
const STATEMENTS: readonly FindingType[] = ['minor', 'special-category'];

/** What the rules ask about one detection; the questions that cost something are answered when first asked. */
interface Case {
  readonly type: FindingType;
  readonly match: AccountMatch;
  readonly before: string;
  readonly behind: string;
  /** As `normaliseValue` gives it. */
  value(): string;
  owner(): Owner | undefined;
  /** Of a name: what everybody knows it as. */
  known(): KnownAs | undefined;
  signature(): Signature;
  isByOther(): boolean;
  hasContactBeside(): boolean;
  isBesideOwn(): boolean;
  isAmongOwn(): boolean;
}

interface Rule {
  readonly reason: string;
  readonly subject: Subject;
  holds(one: Case): boolean;
}

const isOwner =
  (owner: Owner): Rule['holds'] =>
  (one) =>
    one.owner() === owner;
const isContact = ({ type }: Case): boolean => CONTACT.includes(type);
const isFirstPerson = (one: Case): boolean => one.owner() === 'first-person' || one.owner() === 'own-business';
/** A name that no contact detail stands beside. */
const isBareName = (one: Case): boolean => one.type === 'person' && !one.hasContactBeside();

/** "I have diabetes": `my` is not enough, "my wife has diabetes". */
const isOwnStatement = ({ type, value }: Case): boolean =>
  type === 'special-category' && isI(wordsOf(value())[0]?.lower.split(/['’]/)[0] ?? '');

/** Whose a statement is that begins with `I`, when nothing beside it speaks of another. */
const OWN_STATEMENT_RULES: readonly Rule[] = [
  { reason: 'other-speaker', subject: 'third-party', holds: (one) => isOwnStatement(one) && one.isByOther() },
  { reason: 'first-person', subject: 'self', holds: isOwnStatement },
];

const RULES: readonly Rule[] = [
  { reason: 'account-match', subject: 'self', holds: ({ match }) => match === 'whole' },
  { reason: 'kin', subject: 'third-party', holds: isOwner('kin') },
  { reason: 'historic-figure', subject: 'public', holds: (one) => isBareName(one) && one.known() === 'figure' },
  { reason: 'known-character', subject: 'fictional', holds: (one) => isBareName(one) && one.known() === 'character' },
  { reason: 'placeholder-name', subject: 'fictional', holds: (one) => one.known() === 'placeholder' },
  { reason: 'third-person-possessive', subject: 'third-party', holds: isOwner('third-person-possessive') },
  { reason: 'addressed', subject: 'third-party', holds: isOwner('addressed') },
  {
    reason: 'role-mailbox',
    subject: 'organisation',
    holds: ({ type, value }) => type === 'email' && isRoleMailbox(value()),
  },
  {
    reason: 'service-number',
    subject: 'organisation',
    holds: ({ type, value }) => type === 'phone' && isServiceNumber(value()),
  },
  { reason: 'plural-possessive', subject: 'third-party', holds: isOwner('plural-possessive') },
  { reason: 'account-match', subject: 'self', holds: ({ match }) => match === 'part' },
  { reason: 'other-speaker', subject: 'third-party', holds: (one) => isFirstPerson(one) && one.isByOther() },
  {
    reason: 'own-premises',
    subject: 'organisation',
    holds: (one) => one.type === 'address' && one.owner() === 'own-business',
  },
  { reason: 'own-business', subject: 'organisation', holds: (one) => isContact(one) && one.owner() === 'own-business' },
  {
    reason: 'business-words',
    subject: 'organisation',
    holds: (one) => isContact(one) && one.owner() === 'business-words',
  },
  { reason: 'first-person', subject: 'self', holds: isOwner('first-person') },
  { reason: 'fiction', subject: 'fictional', holds: (one) => isBareName(one) && isCharacter(one.before, one.behind) },
  {
    reason: 'public-figure',
    subject: 'public',
    holds: (one) => isBareName(one) && isPublicFigure(one.before, one.behind),
  },
  { reason: 'reserved-data', subject: 'fictional', holds: ({ type, value }) => isReserved(type, value()) },
  {
    reason: 'private-network',
    subject: 'fictional',
    holds: ({ type, value }) => type === 'ip-address' && isPrivateNetwork(value()),
  },
  { reason: 'own-premises', subject: 'organisation', holds: (one) => one.type === 'address' && one.isAmongOwn() },
  { reason: 'beside-own-contact', subject: 'self', holds: (one) => isContact(one) && one.isBesideOwn() },
  { reason: 'signature', subject: 'self', holds: (one) => one.signature() === 'own' },
  { reason: 'signature', subject: 'unknown', holds: (one) => one.signature() === 'some' },
];

const STATEMENT_RULES: readonly Rule[] = [
  ...RULES.filter(({ subject }) => subject === 'third-party'),
  ...OWN_STATEMENT_RULES,
];

function rulesFor(type: FindingType): readonly Rule[] {
  return STATEMENTS.includes(type) ? STATEMENT_RULES : RULES;
}

/** One subject for each of the detections, which are in the order of their places. */
export function resolveSubjects(
  text: string,
  detections: readonly TextDetection[],
  account: AccountIdentity = {},
): ResolvedSubject[] {
  if (detections.length === 0) return [];
  const matchOf = createAccountMatcher(account);
  const matches = detections.map(({ type, start, end }) => matchOf(type, text.slice(start, end)));
  const isOwnName = (name: string): boolean => matchOf('person', name) !== 'none';
  return detections.map((_, at) => {
    const one = caseOf({ text, detections, matches, at, isOwnName, hasNames: (account.names?.length ?? 0) > 0 });
    const rule = rulesFor(one.type).find(({ holds }) => holds(one));
    return rule === undefined ? { subject: 'unknown', reasons: [] } : { subject: rule.subject, reasons: [rule.reason] };
  });
}

interface Surroundings {
  readonly text: string;
  readonly detections: readonly TextDetection[];
  readonly matches: readonly AccountMatch[];
  readonly at: number;
  readonly isOwnName: (name: string) => boolean;
  /** Whether the account's own name is known: then a signature with another name is another's. */
  readonly hasNames: boolean;
}

function caseOf(place: Surroundings): Case {
  const { text, detections, matches, at, isOwnName } = place;
  const { type, start, end } = detections[at] ?? { type: 'region', start: 0, end: 0 };
  const before = text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start);
  const behind = text.slice(end, end + MAX_BEHIND_UNITS);
  return {
    type,
    value: once(() => normaliseValue(type, text.slice(start, end))),
    match: matches[at] ?? 'none',
    before,
    behind,
    owner: once(() => ownerOf(withoutContacts(place, before, start), behind, type)),
    known: once(() => (type === 'person' ? knownAs(text.slice(start, end)) : undefined)),
    signature: once(() => ownSignature(place, start)),
    isByOther: () => isSpokenByOther(text, start, isOwnName),
    hasContactBeside: once(() =>
      around(detections, at, MAX_CONTACT_UNITS).some((index) => isReachable(detections[index])),
    ),
    isBesideOwn: () => isBesideOwn(place),
    isAmongOwn: () => isAmongOwn(place),
  };
}

function once<Answer>(work: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => {
    known ??= { answer: work() };
    return known.answer;
  };
}

function isReachable(one: TextDetection | undefined): boolean {
  return one !== undefined && one.type !== 'social-handle' && CONTACT.includes(one.type);
}

/** The text before a value with other contact details blanked out: "my mail is …, and my phone …". */
function withoutContacts({ detections, at }: Surroundings, before: string, start: number): string {
  let plain = before;
  const from = start - before.length;
  for (const index of around(detections, at, MAX_BEFORE_UNITS)) {
    const one = detections[index];
    if (one === undefined || one.end > start || one.type === 'person') continue;
    const [first, last] = [Math.max(0, one.start - from), Math.max(0, one.end - from)];
    plain = plain.slice(0, first) + ' '.repeat(last - first) + plain.slice(last);
  }
  return plain;
}

/**
 * Right beside a detail of another kind that the account knows, and the only one of its kind that it does not know: in a list of
 * people every kind comes again and again.
 */
function isBesideOwn(place: Surroundings): boolean {
  const { text, detections, matches, at } = place;
  const here = detections[at];
  if (here === undefined || isCrowd(place)) return false;
  return [at - 1, at + 1].some((index) => {
    const other = detections[index];
    if (other === undefined || matches[index] !== 'whole') return false;
    return other.type !== here.type && CONTACT.includes(other.type) && isSideBySide(text, here, other);
  });
}

/** A shop's address in the same block as the account's own contact, with nobody else in it. */
function isAmongOwn(place: Surroundings): boolean {
  const { text, detections, matches, at } = place;
  if (isCrowd(place) || isRecipients(text, detections[at]?.start ?? 0)) return false;
  return around(detections, at).some((index) => {
    return matches[index] === 'whole' && CONTACT.includes(detections[index]?.type ?? 'region');
  });
}

/** Another of the same kind, or another person, in the block. */
function isCrowd({ detections, matches, at }: Surroundings): boolean {
  return around(detections, at).some((index) => {
    const type = detections[index]?.type;
    return (type === detections[at]?.type || type === 'person') && matches[index] === 'none';
  });
}

/** Under another name than the account's, the mail is not the user's, whoever speaks in it. */
function ownSignature({ text, detections, matches, at, hasNames }: Surroundings, start: number): Signature {
  const signature = signatureOf(text, start);
  if (signature !== 'own' || !hasNames) return signature;
  const isOther = (index: number): boolean => detections[index]?.type === 'person' && matches[index] === 'none';
  return [at, ...around(detections, at, MAX_SIGNATURE_UNITS)].some(isOther) ? 'some' : 'own';
}
