// Names in their cases, by the usual rules of Russian, Ukrainian (dative of first names) and Georgian; other languages leave them as they are.

export function inflect(language, name, sex, part, grammaticalCase) {
  if (grammaticalCase === 'nom') return name;
  if (language === 'ka') return georgian(name, part, grammaticalCase);
  if (language === 'ru' || language === 'uk') return russian(name, sex, part, grammaticalCase);
  return name;
}

/** Endings in the order genitive, dative, instrumental, prepositional. */
const CASES = ['gen', 'dat', 'ins', 'pre'];
const RULES = [
  [/(?<=[оеё]в|[иы]н)а$/, ['ой', 'ой', 'ой', 'ой'], 'last'],
  [/(?<=[оеё]в|[иы]н)$/, ['а', 'у', 'ым', 'е'], 'last'],
  [/ая$/, ['ой', 'ой', 'ой', 'ой'], 'last'],
  [/(?:ий|ый|ой)$/, ['ого', 'ому', 'им', 'ом'], 'last'],
  [/ия$/, ['ии', 'ии', 'ией', 'ии']],
  [/я$/, ['и', 'е', 'ей', 'е']],
  [/(?<=[гкхжчшщ])а$/, ['и', 'е', 'ой', 'е']],
  [/а$/, ['ы', 'е', 'ой', 'е']],
  [/ий$/, ['ия', 'ию', 'ием', 'ии']],
  [/й$/, ['я', 'ю', 'ем', 'е']],
  [/ь$/, ['я', 'ю', 'ем', 'е'], 'male'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/, ['а', 'у', 'ом', 'е'], 'male'],
];

function russian(name, sex, part, grammaticalCase) {
  const index = CASES.indexOf(grammaticalCase);
  const rule = RULES.find(
    ([ending, , only]) =>
      ending.test(name) && (only !== 'last' || part === 'last') && (only !== 'male' || sex === 'male'),
  );
  return rule && index >= 0 ? name.replace(rule[0], rule[1][index]) : name;
}

const GEORGIAN_VOWEL = /[აეიოუ]$/u;

function georgian(name, part, grammaticalCase) {
  const isSurnameInI = part === 'last' && name.endsWith('ი');
  const stem = isSurnameInI ? name.slice(0, -1) : name;
  const endsInVowel = GEORGIAN_VOWEL.test(stem);
  switch (grammaticalCase) {
    case 'dat':
      return `${stem}ს`;
    case 'erg':
      return endsInVowel ? `${stem}მ` : `${stem}მა`;
    case 'gen':
      return georgianGenitive(stem, part);
    case 'for':
      return `${georgianGenitive(stem, part)}თვის`;
    case 'on':
      return `${stem}ზე`;
    default:
      return `${stem}სთან`;
  }
}

function georgianGenitive(stem, part) {
  if (/[აე]$/u.test(stem) && part === 'last') return `${stem.slice(0, -1)}ის`;
  return GEORGIAN_VOWEL.test(stem) ? `${stem}ს` : `${stem}ის`;
}
