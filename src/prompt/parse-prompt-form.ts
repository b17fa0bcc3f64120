/** The posted form of the prompt page, read strictly: a field that is unknown, repeated or out of shape is refused. */
import { COVER_STYLES, type CoverStyle } from '../core/options.ts';
import { CHOICES, type Choice, GAP_CHOICES, type GapChoice } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { DecisionInput } from '../holds/types.ts';
import type { GivenAnswers } from './question.ts';

const PLAIN_FIELDS: readonly string[] = [
  'version',
  'token',
  'accepted',
  'intent',
  'cover',
  'statement.id',
  'statement.version',
  'statement.lang',
  'statement.sha256',
];
const CHOICE_FIELD = /^choice\.([\w-]{1,64})$/;
/** The legal reason behind the answer `other-basis`. */
const BASIS_FIELD = /^basis\.([\w-]{1,64})$/;
/** One answer for several findings: `together.f1.f2.f3`. */
const TOGETHER_FIELD = /^together((?:\.[\w-]{1,64}){2,1000})$/;
const MAX_VALUE_LENGTH = 2048;
const ALL_CHOICES: readonly string[] = [...CHOICES, ...GAP_CHOICES];

export type PromptForm =
  /** The user asks for the whole upload to be deleted. */
  | { readonly kind: 'delete'; readonly version: number; readonly token: string }
  /** The statement was not confirmed: the page is to be shown again with these answers kept. */
  | {
      readonly kind: 'unconfirmed';
      readonly version: number;
      readonly choices: GivenAnswers;
      readonly cover: CoverStyle | undefined;
    }
  | { readonly kind: 'decision'; readonly version: number; readonly decision: DecisionInput };

type Fields = ReadonlyMap<string, string>;

/**
 * Reads the body that a urlencoded parser made (`express.urlencoded`, either mode). An answer for one finding goes before one for
 * several, and one for fewer before one for more. Throws `DECISION_MALFORMED`; whether ids, choices, token and statement fit the hold is for `decide` to say.
 */
export function parsePromptForm(body: unknown): PromptForm {
  const fields = fieldsOf(body);
  const version = versionOf(fields);
  const token = required(fields, 'token');
  const intent = fields.get('intent');
  if (intent === 'delete') return { kind: 'delete', version, token };
  if (intent !== undefined) throw malformed('intent');
  const choices = answersOf(fields);
  const cover = coverOf(fields);
  const accepted = fields.get('accepted');
  if (accepted === undefined) return { kind: 'unconfirmed', version, choices, cover };
  if (accepted !== 'yes') throw malformed('accepted');
  const statement = {
    id: required(fields, 'statement.id'),
    version: required(fields, 'statement.version'),
    lang: required(fields, 'statement.lang'),
    sha256: required(fields, 'statement.sha256'),
    accepted: true,
  } as const;
  return { kind: 'decision', version, decision: { token, statement, choices, cover } };
}

function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) throw malformed('body');
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(body)) {
    // A repeated field arrives as an array.
    if (typeof value !== 'string' || value.length > MAX_VALUE_LENGTH) throw malformed('value');
    if (!isKnown(name)) throw malformed('field');
    fields.set(name, value);
  }
  return fields;
}

function isKnown(name: string): boolean {
  return PLAIN_FIELDS.includes(name) || [CHOICE_FIELD, BASIS_FIELD, TOGETHER_FIELD].some((field) => field.test(name));
}

function answersOf(fields: Fields): GivenAnswers {
  const choices = new Map<string, Choice | GapChoice>();
  /** Whose legal reason counts: of an answer for several, the first one's. */
  const leads = new Map<string, string>();
  const groups = [...fields].map(([name, value]) => ({ ids: idsOf(name), value }));
  for (const { ids, value } of groups.sort((a, b) => b.ids.length - a.ids.length)) {
    for (const id of ids) {
      choices.set(id, choiceOf(value));
      leads.set(id, ids[0] ?? id);
    }
  }
  for (const [name, value] of fields) {
    const id = CHOICE_FIELD.exec(name)?.[1];
    if (id === undefined) continue;
    choices.set(id, choiceOf(value));
    leads.delete(id);
  }
  return [...choices].map(([finding, choice]) => {
    const basis = choice === 'other-basis' && fields.get(`basis.${leads.get(finding) ?? finding}`);
    return basis ? { finding, choice, basis } : { finding, choice };
  });
}

function idsOf(name: string): string[] {
  return TOGETHER_FIELD.exec(name)?.[1]?.slice(1).split('.') ?? [];
}

function choiceOf(value: string): Choice | GapChoice {
  if (!isChoice(value)) throw malformed('choice');
  return value;
}

function isChoice(value: string): value is Choice | GapChoice {
  return ALL_CHOICES.includes(value);
}

/** A page without anything to cover does not ask. */
function coverOf(fields: Fields): CoverStyle | undefined {
  const given = fields.get('cover');
  const cover = COVER_STYLES.find((style) => style === given);
  if (cover === undefined && given !== undefined) throw malformed('cover');
  return cover;
}

function versionOf(fields: Fields): number {
  const version = required(fields, 'version');
  if (!/^\d{1,15}$/.test(version)) throw malformed('version');
  return Number(version);
}

function required(fields: Fields, name: string): string {
  const value = fields.get(name);
  if (value === undefined || value === '') throw malformed(name);
  return value;
}

/** `what` is one of this file's own words, never a name or value from the form. */
function malformed(what: string): BystanderError {
  return new BystanderError('DECISION_MALFORMED', `The form cannot be read: ${what}`);
}
