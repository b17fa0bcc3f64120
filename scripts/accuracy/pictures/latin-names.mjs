// Names of any script in Latin letters, after ICAO Doc 9303 part 3 and the Georgian national system, near enough for invented ones.

const CYRILLIC = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:iu я:ia'
    .split(' ')
    .map((pair) => pair.split(':')),
);
const GEORGIAN = Object.fromEntries(
  'ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h'
    .split(' ')
    .map((pair) => pair.split(':')),
);
const SPECIAL = { ß: 'ss', ø: 'oe', æ: 'ae', ł: 'l', ı: 'i', đ: 'd', ð: 'd', þ: 'th', œ: 'oe' };

/** Small letters of ASCII, and a word where none is left. */
export function asciiWord(name) {
  return latinName(name).replace(/[^a-z]/g, '') || 'user';
}

/** Small Latin letters without marks; blanks, hyphens and apostrophes stay. */
export function latinName(name) {
  const letters = [...name.toLowerCase()].map(
    (letter) => CYRILLIC[letter] ?? GEORGIAN[letter] ?? SPECIAL[letter] ?? letter,
  );
  const plain = letters.join('').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z' -]/g, '');
}
