/** Names of accounts beside the name of a network: `instagram: anna.b`, `my insta is anna_b`, `тг anna_b`. Linear. */

import type { ScoreStep } from '../../core/types.ts';
import { matchesOf } from '../matches-of.ts';
import type { Account } from './account.ts';

const WEIGHT = {
  base: 0.4,
  /** A dot, a digit or a low line inside: no word of a sentence. */
  handleForm: 0.2,
  /** `:` and `=`, or "is" behind "my". */
  named: 0.15,
  endsThere: 0.05,
  /** A word as any other in the middle of a sentence. */
  plainWord: -0.1,
};

const LATIN =
  'instagram|insta|telegram|twitter|tiktok|tik tok|snapchat|discord|skype|vkontakte|facebook|linkedin|github|youtube|twitch|mastodon|bluesky|wechat|pinterest|steam|onlyfans|ig|tg|fb|vk|snap';
const OTHERS =
  'инстаграмм?|инста|телеграмм?|телега|твиттер|тикток|вконтакте|фейсбук|дискорд|скайп|інстаграм|тг|вк|ინსტაგრამი?|ტელეგრამი?|ფეისბუქი?|ტიკტოკი?|სკაიპი?';
/** Words between the network and the name. */
const BETWEEN =
  '(?:(?:[ -]{0,2}(?:handle|username|user ?name|user|id|account|profile|name|nick(?:name)?|tag|konto|benutzername|compte|pseudo|cuenta|usuario|ник|аккаунт|профиль|ანგარიში|პროფილი)){0,2})';
/** Two patterns without the flag `u`, with which they would take ten times as long. */
const ANCHORS: readonly RegExp[] = [
  new RegExp(`\\b(?:${LATIN})(?=[ :=("'\\-–—])`, 'gi'),
  new RegExp(`(?:${OTHERS})(?=[ :=("'\\-–—])`, 'gi'),
];
const IN_WORD_BEFORE = /[\p{L}\p{N}_.@/-]/u;
const VALUE = new RegExp(
  `^${BETWEEN}["')]{0,2}(?<link>[ ]{0,2}[:=][ ]{0,2}|[ ]{1,2}[-–—→][ ]{1,2}|[ ]{1,2}(?:is|ist|est|es|è|это|არის|as|under|@)[ ]{1,2}|[ ]{1,2}\\(?)["'“«(]{0,2}(?<value>(?:live:\\.?)?[A-Za-z\\d_][A-Za-z\\d_.-]{1,30}[A-Za-z\\d_](?:#\\d{4})?)(?![\\p{L}\\p{N}_@/]|\\.[a-z])`,
  'iu',
);
const MAX_UNITS = 90;
const DOTTED = /^[a-z]\w*\.[a-z]\w*$/i;
const LETTER = /[A-Za-z]/;
/** `2.0`, `v3.1`, `35mm`, `telegram.org`, `bot.py` */
const NO_HANDLE =
  /^v?\d[\d.]*[a-z]{0,3}$|\.(?:com|org|net|io|me|app|ru|de|fr|es|ge|js|ts|py|rb|go|php|html?|json|ya?ml|xml|css|png|jpe?g|gif|svg|webp|pdf|mp4|exe|apk|md|txt)$/i;
/** Names in programs: `TELEGRAM_TOKEN`, `api_key`, `user_id`. */
const CONSTANT = /^[A-Z\d]*_[A-Z\d_]*$/;
const IDENTIFIER =
  /(?:^|_)(?:api|key|token|id|url|uri|bot|client|secret|app|page|link|ads?|access|user|username|name|handle)(?:_|$)/i;
const STOP = new Set(
  `the and for you are not our all any app apps bot bots web api url link links page pages post posts photo photos picture pictures
   video videos story stories reel reels short shorts live ads advert marketing campaign campaigns group groups channel channels chat
   follow follows following followers like likes share shares comment comments message messages download login signup soon here none
   null true false undefined yes unknown private public profile account username user name handle free best new top join official news
   now today down great dead fun good bad broken blocked banned deleted style aesthetic format size square portrait landscape vertical
   horizontal caption captions hashtag hashtags bio influencer influencers content creator creators business verified optional required
   string number text email phone website und oder der die das nicht les des pas con para por los las что это нет`.split(
    /\s+/,
  ),
);

const POSSESSIVE =
  /(?:^|[^\p{L}])(?:my|his|her|their|our|your|mein|sein|ihr|mon|son|mi|su|mio|suo|meu|seu|мой|моя|мо[её]|его|её|ее|їх|мій|ჩემი|მისი)\s{1,2}$/iu;
const IS = /^\s(?:is|ist|est|es|è|это|არის)\s/i;
const SURE_FORM = /#\d{4}$|^[a-z]+\.[a-z]\w*$|^[a-z]{3,}\d{2,}$/;
const NETWORK_FIELD = new Set(
  `${LATIN}|${OTHERS.replaceAll('?', '')}|handle|handles|nickname|screenname|socials`
    .split('|')
    .filter((word) => !word.includes(' ')),
);

export function* namedAccounts(text: string): Generator<Account> {
  for (const anchor of ANCHORS) {
    for (const { 0: network, index } of matchesOf(text, anchor)) {
      if (index > 0 && IN_WORD_BEFORE.test(text.charAt(index - 1))) continue;
      const account = accountBehind(text, index, index + network.length);
      if (account !== undefined) yield account;
    }
  }
}

function accountBehind(text: string, index: number, from: number): Account | undefined {
  const match = VALUE.exec(text.slice(from, from + MAX_UNITS));
  if (match === null) return undefined;
  const { value = '', link = '' } = match.groups ?? {};
  const isOwned = IS.test(link) && POSSESSIVE.test(text.slice(Math.max(0, index - 8), index));
  const isNamed = isOwned || /[:=]/.test(link);
  if (isNoName(value) || (!isNamed && !hasSureForm(value))) return undefined;
  const start = from + match[0].length - value.length;
  const end = start + value.length;
  return { start, end, steps: stepsOf(value, isNamed, text.slice(end, end + 3)) };
}

/** Behind a blank alone a name must look like nothing else. */
function hasSureForm(value: string): boolean {
  return (LETTER.test(value) && value.includes('_')) || SURE_FORM.test(value);
}

function isNoName(value: string): boolean {
  return NO_HANDLE.test(value) || CONSTANT.test(value) || IDENTIFIER.test(value) || STOP.has(value.toLowerCase());
}

/** Whether a field holds the name of an account: `instagram`, `twitterHandle`. */
export function isNetworkField(fieldName: string): boolean {
  const words = fieldName
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => NETWORK_FIELD.has(word));
}

function stepsOf(value: string, isNamed: boolean, behind: string): readonly ScoreStep[] {
  const hasForm = (LETTER.test(value) && /[\d_]/.test(value)) || DOTTED.test(value);
  const ends = /^(?:$|[\n\r,;|)"'»”]|\.(?:\s|$))/.test(behind);
  const isPlain = !hasForm && !(ends && /^[a-z]/.test(value));
  return [
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'form', weight: hasForm ? WEIGHT.handleForm : 0 },
    { signal: 'word-for', weight: isNamed ? WEIGHT.named : 0 },
    { signal: 'ends-there', weight: isNamed && ends ? WEIGHT.endsThere : 0 },
    { signal: 'plain-word', weight: isPlain ? WEIGHT.plainWord : 0 },
  ];
}
