/**
 * Accounts on social networks: `@name` by the rules of X, Instagram, TikTok and Telegram, `@name@host` of the fediverse, URLs of
 * profiles, and names behind the name of a network ("instagram: anna.b"). A company's account is an account too.
 *
 * Misses: display names, names in other scripts than Latin, names of one unit, a plain word behind "is" or behind a network's name
 * alone. Reported under the usual threshold: what stands in lines of code, as decorators and tags do.
 */
import type { ScoreStep } from '../core/types.ts';
import { type ContextWords, contextOf, wordTest } from './context-words.ts';
import type { Account } from './social-handle/account.ts';
import { mentions } from './social-handle/mentions.ts';
import { isNetworkField, namedAccounts } from './social-handle/platform-words.ts';
import { profileUrls } from './social-handle/profile-urls.ts';
import type { TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const WEIGHT = { profileUrl: 0.9, wordNear: 0.2, wordAgainst: -0.1, field: 0.8 };

const ACCOUNT_WORDS: ContextWords = {
  for: wordTest(
    `instagram insta ig telegram tg twitter tweet tiktok snapchat snap discord follow following followed dm dms tag tagged
     handle mention mentioned credit photo by via folgt folge suivez sigue síguenos seguici подписывайтесь подпишись автор тг инста
     инстаграм телеграм გამომყევით`,
  ),
  against: wordTest('email emails mail mails domain domains addresses npm package почта почты e-mail'),
};
const FIELD_VALUE = /^@?(?=[\w.-]*[A-Za-z])\w[\w.-]{0,30}\w$/;
const MAX_FIELD_UNITS = 40;

export const socialHandle: TextDetector = {
  id: 'social-handle',
  types: ['social-handle'],
  example: 'Follow @anna.kvist on Instagram.',
  detect(text, { fieldName = '' } = {}) {
    const field = fieldAccount(text, fieldName);
    const accounts = field ?? inOrder([...mentionsInContext(text), ...profiles(text), ...namedAccounts(text)]);
    return accounts.map(({ start, end, steps }) => ({
      type: 'social-handle',
      detector: 'social-handle',
      start,
      end,
      ...weigh(steps),
    }));
  },
};

/** Words around are looked at where something speaks against a handle: else they could change nothing. */
function* mentionsInContext(text: string): Generator<Account> {
  for (const mention of mentions(text)) {
    const isDoubtful = mention.steps.some(({ weight }) => weight < 0);
    yield isDoubtful ? { ...mention, steps: [...mention.steps, ...wordSteps(text, mention)] } : mention;
  }
}

function wordSteps(text: string, mention: Account): readonly ScoreStep[] {
  const context = contextOf(text, mention, ACCOUNT_WORDS);
  return [
    { signal: 'word-for', weight: context === 'for' ? WEIGHT.wordNear : 0 },
    { signal: 'word-against', weight: context === 'against' ? WEIGHT.wordAgainst : 0 },
  ];
}

function* profiles(text: string): Generator<Account> {
  for (const place of profileUrls(text))
    yield { ...place, steps: [{ signal: 'profile-url', weight: WEIGHT.profileUrl }] };
}

/** The whole value of a field that is named after a network. */
function fieldAccount(text: string, fieldName: string): readonly Account[] | undefined {
  if (text.length > MAX_FIELD_UNITS || !isNetworkField(fieldName)) return undefined;
  const value = text.trim();
  if (!FIELD_VALUE.test(value)) return undefined;
  const start = text.indexOf(value);
  return [{ start, end: start + value.length, steps: [{ signal: 'field', weight: WEIGHT.field }] }];
}

/** By place, the first of what overlaps. */
function inOrder(accounts: Account[]): readonly Account[] {
  let from = 0;
  return accounts
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < from) return false;
      from = end;
      return true;
    });
}
