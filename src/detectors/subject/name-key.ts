/**
 * Whether two written names are one name, over alphabets, accents and case endings: Нино Беридзе, Nino Beridze, ნინო ბერიძის.
 *
 * A key is what the usual romanisations of a name have in common, so it says less than a spelling: `ч` and `х` share one, for the
 * German `ch`. Good for "is this the name that we know", not for telling many names apart. Pure, linear in the word.
 */

/**
 * The Georgian national system of 2002 (Law on place names; BGN/PCGN agreement 2009) without its apostrophes, and Russian as in
 * ICAO Doc 9303-3 section 6 and BGN/PCGN 1947, with the Ukrainian letters of the Cabinet's resolution 55 of 2010.
 */
const LETTERS: ReadonlyMap<string, string> = new Map(
  `ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h
  а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya
  і i є ye ґ g ß ss ø o ł l đ d æ ae œ oe ı i`
    .split(/\s+/)
    .flatMap((letter, at, all): [string, string][] => (at % 2 === 0 ? [[letter, all[at + 1] ?? '']] : [])),
);

/**
 * What differs between romanisations (BGN/PCGN, ICAO, and the German and French ways) becomes the same. In this order.
 * `Schewardnadse`, `Shevardnadze`; `Achmetow`, `Akhmetov`, `Ahmetoff`; `Youri`, `Jurij`, `Yury`; `Pyotr`, `Petr`; `Müller`, `Mueller`.
 */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/s[ck]?h(?:t?s?c|ts)h|s[ck]?h/g, 's'],
  [/d(?:zh|j|sch)/g, 'j'],
  [/zh|dz|ds(?=[aeiou])|t[sz]/g, 'z'],
  [/t?s?ch|kh/g, 'h'],
  [/([bcdfghklmnprstvz])yo/g, '$1e'],
  [/gh|q/g, 'g'],
  [/ck?(?![h])/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ou/g, 'u'],
  [/([aou])e/g, '$1'],
  [/^[ijy](?=[aeou])/, ''],
  [/[ijy]+/g, 'i'],
  [/(?<!f)f+$/, 'v'],
  [/der$/, 'dr'],
  [/(.)\1+/g, '$1'],
];

/** Endings of names that are bent, as they sound in a key; every list holds the bare form. */
const BENT = {
  cyrillic: [
    '',
    'a',
    'u',
    'om',
    'em',
    'e',
    'i',
    'oi',
    'ei',
    'im',
    'ogo',
    'omu',
    'ui',
    'oiu',
    'eiu',
    'am',
    'iu',
    'ia',
    'iei',
    'iem',
  ],
  georgian: [
    '',
    'i',
    's',
    'm',
    'is',
    'ma',
    'it',
    'ad',
    'stan',
    'tan',
    'ze',
    'istvis',
    'stvis',
    'isgan',
    'sgan',
    'isken',
    'o',
    'ti',
  ],
};
const UNBENT = {
  cyrillic: ['', 'a', 'i', 'ii', 'oi', 'ia', 'e', 'ei'],
  georgian: ['', 'i', 'a', 'e'],
};
const MIN_STEM = 2;

/** Names of men that are names of women with one more letter: `Александра` is nobody's genitive when it may be a sister. */
const PAIRED =
  /^(?:aleksandr|evgeni|valentin|valeri|vasili|antonin|vladislav|stanislav|iaroslav|miroslav|kamil|ruslan|karolin|anton)/;

/** The key of one word of a name; a sound, not a spelling. */
export function nameKey(word: string): string {
  const lower = word.toLowerCase();
  const latin = /^[a-z]*$/.test(lower) ? lower : romanised(lower);
  return SAME_SOUND.reduce((key, [sound, same]) => key.replace(sound, same), latin);
}

function romanised(word: string): string {
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’ʼ`ьъ]/gu, '');
  return Array.from(plain, (letter) => LETTERS.get(letter) ?? letter).join('');
}

/**
 * Whether `found`, as it stands in a text, is the word whose key is `key`, or a case of it in a Cyrillic or Georgian text. `sound` is
 * its own key, for those who have it already.
 */
export function isNameWord(found: string, key: string, sound: string = nameKey(found)): boolean {
  if (sound === key) return true;
  const stem = key.slice(0, MIN_STEM);
  if (!sound.startsWith(stem) || /^[a-z]/i.test(found)) return false;
  const script = /^\p{sc=Cyrillic}/u.test(found) ? 'cyrillic' : 'georgian';
  if (script === 'georgian' && !/^\p{sc=Georgian}/u.test(found)) return false;
  return !(script === 'cyrillic' && PAIRED.test(sound)) && isBent(sound, key, script);
}

function isBent(sound: string, key: string, script: keyof typeof BENT): boolean {
  return BENT[script].some((ending) => {
    const stem = sound.slice(0, sound.length - ending.length);
    if (!sound.endsWith(ending) || stem.length < MIN_STEM || !key.startsWith(stem)) return false;
    return UNBENT[script].includes(key.slice(stem.length));
  });
}
