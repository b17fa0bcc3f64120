/** URLs of profiles on social networks: host, path, and which paths are the site's own. Source: the networks' own help pages. */
import { matchesOf } from '../matches-of.ts';

export interface ProfileUrl {
  readonly start: number;
  readonly end: number;
}

interface Site {
  readonly path: RegExp;
  /** Names of the site's own pages, beside the common ones. */
  readonly own?: string;
}

const NAME = '([A-Za-z\\d][\\w.]{0,48}\\w)';

const direct: Site = { path: new RegExp(`^@?${NAME}`) };
const withAt: Site = { path: new RegExp(`^@${NAME}`) };

const SITES: Readonly<Record<string, Site>> = {
  'instagram.com': {
    path: new RegExp(`^(?:stories/|_u/)?${NAME}`),
    own: 'p reel reels tv explore stories direct accounts web',
  },
  'instagr.am': { path: new RegExp(`^${NAME}`), own: 'p' },
  'twitter.com': { ...direct, own: 'i intent hashtag share messages compose settings' },
  'x.com': { ...direct, own: 'i intent hashtag share messages compose settings' },
  'facebook.com': {
    path: /^(?:profile\.php\?id=\d{5,20}|people\/[^/\s]{1,60}\/\d{5,20}|([A-Za-z\d][\w.]{3,48}\w))/,
    own: 'groups events pages watch marketplace gaming sharer sharer.php share.php dialog plugins photo photo.php photos story.php stories reel business profile.php permalink.php people public ads policies legal hashtag tr',
  },
  'fb.com': { path: new RegExp(`^${NAME}`), own: 'groups events pages' },
  'fb.me': { path: new RegExp(`^${NAME}`), own: 'e g p' },
  'm.me': { path: new RegExp(`^${NAME}`) },
  't.me': {
    path: /^(?:s\/)?([A-Za-z][A-Za-z\d_]{3,31})/,
    own: 'joinchat addstickers addemoji proxy socks setlanguage share iv bg invoice',
  },
  'telegram.me': { path: /^([A-Za-z][A-Za-z\d_]{3,31})/, own: 'joinchat addstickers share' },
  'linkedin.com': { path: /^(?:in|pub)\/[\p{L}\p{M}\d%_-]{3,100}/u },
  'tiktok.com': withAt,
  'vk.com': {
    path: new RegExp(`^${NAME}`),
    own: 'feed wall video videos photo photos album audio audios market app apps im groups away.php share.php doc docs page topic club public event clip clips dev',
  },
  'vk.ru': { path: new RegExp(`^${NAME}`), own: 'feed wall video photo market app im' },
  'ok.ru': {
    path: /^(?:profile\/\d{5,20}|([A-Za-z][\w.]{2,40}\w))/,
    own: 'group video live game games market music messages profile',
  },
  'github.com': {
    path: /^([A-Za-z\d](?:[A-Za-z\d-]{0,37}[A-Za-z\d])?)\/?(?![\w/.-])/,
    own: 'orgs topics trending marketplace sponsors notifications collections pulls issues customer-stories enterprise readme codespaces copilot new gist site',
  },
  'gitlab.com': { path: /^([A-Za-z\d][\w.-]{0,50}\w)\/?(?![\w/.-])/, own: 'groups projects' },
  'youtube.com': { path: /^(?:@[\p{L}\d][\p{L}\d_.-]{1,29}|(?:user|c)\/[\w.-]{2,40}|channel\/UC[\w-]{22})/u },
  'threads.net': withAt,
  'threads.com': withAt,
  'snapchat.com': { path: /^add\/[A-Za-z][\w.-]{2,14}/ },
  'bsky.app': { path: /^profile\/[\w.:-]{3,80}\w/ },
  'reddit.com': { path: /^u(?:ser)?\/[\w-]{3,20}/ },
  'pinterest.com': { path: new RegExp(`^${NAME}`), own: 'pin ideas today search' },
  'twitch.tv': { path: /^([A-Za-z\d]\w{3,24})/, own: 'directory videos downloads p turbo store' },
  'medium.com': withAt,
  'mastodon.social': withAt,
  'mstdn.social': withAt,
  'mas.to': withAt,
  'wa.me': { path: /^\d{8,15}/ },
  'discord.com': { path: /^users\/\d{15,20}/ },
  'steamcommunity.com': { path: /^(?:id\/[\w-]{2,32}|profiles\/\d{17})/ },
  'behance.net': { path: new RegExp(`^${NAME}`), own: 'gallery galleries joblist' },
  'dribbble.com': { path: new RegExp(`^${NAME}`), own: 'shots tags designers' },
  'soundcloud.com': { path: new RegExp(`^${NAME}(?![\\w/])`), own: 'stream upload you charts' },
  'patreon.com': { path: new RegExp(`^${NAME}`), own: 'posts user' },
  'onlyfans.com': { path: new RegExp(`^${NAME}`), own: 'my' },
  'linktr.ee': { path: new RegExp(`^${NAME}`) },
};

const COMMON_OWN: ReadonlySet<string> = new Set(
  `about ads account accounts api apps blog business careers contact cookies copyright developer developers discover docs download
   explore faq features guidelines hashtag help home index index.html index.php jobs join legal login login.php logout press pricing privacy
   policies policy register robots.txt search security settings share signin signup sitemap.xml status support terms tos upload watch
   oauth embed feed notifications messages username yourusername your_username yourname your_name yourhandle`.split(
    /\s+/,
  ),
);
const OWN_PATHS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(SITES).map(([host, { own = '' }]) => [host, new Set(own.split(' '))]),
);

const ANCHOR = /\.(?:com|me|net|ru|app|tv|social|am|to|ee)\/(?=[\w@])/gi;
const HOST = /(?:https?:\/\/)?(?:(?:www|m|mobile|web|[a-z]{2}|[a-z]{2}-[a-z]{2})\.)?([a-z]{1,20})$/i;
const MAX_HOST_UNITS = 40;
const MAX_PATH_UNITS = 120;

/** In the order of their places. */
export function* profileUrls(text: string): Generator<ProfileUrl> {
  for (const { 0: ending, index } of matchesOf(text, ANCHOR)) {
    const host = HOST.exec(text.slice(Math.max(0, index - MAX_HOST_UNITS), index));
    if (host === null) continue;
    const domain = `${host[1]}${ending.slice(0, -1)}`.toLowerCase();
    const site = Object.hasOwn(SITES, domain) ? SITES[domain] : undefined;
    const start = index - host[0].length;
    if (site === undefined || isInHost(text.charAt(start - 1))) continue;
    const pathStart = index + ending.length;
    const path = site.path.exec(text.slice(pathStart, pathStart + MAX_PATH_UNITS));
    if (path === null || isOwnPath(domain, path[1])) continue;
    yield { start, end: pathStart + path[0].replace(/(?<![./])[./]+$/, '').length };
  }
}

function isInHost(before: string): boolean {
  return /[\p{L}\p{N}_.@-]/u.test(before);
}

function isOwnPath(domain: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const lower = name.toLowerCase();
  return COMMON_OWN.has(lower) || (OWN_PATHS.get(domain)?.has(lower) ?? false);
}
