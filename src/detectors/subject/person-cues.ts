/**
 * Words that make a name a character's or a public figure's: "a knight named …", "in the style of …", "President …". For names only, never
 * for contact data. Only words in a telling place count: a sentence that holds "novel" somewhere may be about anybody. Bounded, pure.
 */
import { wordTest } from '../context-words.ts';
import { isMy, isOur } from './owner-words.ts';
import { clauseBefore, wordsOf } from './words.ts';

/** A word for a character right before the name, or with its work between: "D&D character …", "the villain of my play, …". */
const CHARACTER =
  /(?<!\p{L})(?:(?:fictional|fictitious|imaginary|made-up|invented)\s(?:\p{L}+\s){0,3}(?:named|called)?|(?:character|protagonist|antagonist|villain|superhero|npc|persona|oc|narrator|wizard|elf|dwarf|goblin|orc)s?(?:\s(?:of|in|from|for)\s(?:\p{L}+\s){0,4}\p{L}+)?|(?:hauptfigur|romanfigur|protagonist(?:in)?|bösewicht)(?:\s(?:aus|in|des|der|meines|meiner|unseres)\s(?:\p{L}+\s){0,2}\p{L}+)?|(?:personnage(?:\sprincipal)?|protagoniste|antagoniste)(?:\s(?:de|du|dans)\s(?:\p{L}+\s){0,2}\p{L}+)?|(?:protagonista|personaje(?:\sprincipal)?|villano|villana|antagonista)(?:\s(?:de|del|en)\s(?:\p{L}+\s){0,2}\p{L}+)?|(?:персонаж|персонажа|протагонист|злодей|главн\p{L}{1,3}\sгеро\p{L}{1,3})(?:\s(?:моего|моей|нашего|романа|книги|сказки|рассказа|игры|повести|фильма)){0,3}|პერსონაჟი|მთავარი?\sგმირს?|პროტაგონისტი)(?:\s(?:is|named|called|ist|heißt|namens|est|nommée?|appelée?|s['’]appelle|es|se\sllama|llamad[oa]|зовут|по\sимени|по\sпрозвищу|სახელად|სახელით|არის|ჰქვია))?[\s,:—–"“«„-]{1,4}$/iu;
/** A hero may be a neighbour; the hero of a book is none. */
const HERO =
  /(?<!\p{L})(?:hero(?:ine)?\s(?:of|in)|held(?:in)?\s(?:aus|des|der|meines|meiner|unseres)|héro(?:s|ïne)\s(?:de|du)|héro(?:e|ína)\s(?:de|del)|геро(?:й|я|иня|ини)\s(?=моего|моей|романа|книги|сказки|рассказа|игры|повести|фильма)|რომანის|მოთხრობის|ზღაპრის|წიგნის)\s?(?:\p{L}+\s){0,3}\p{L}+(?:\s(?:is|named|called|ist|heißt|est|s['’]appelle|es|se\sllama))?[\s,:—–"“«„-]{1,4}$/iu;

/** "a girl named …": the invented person of a text that is told; only behind a word of `TELLING`. */
const NAMED =
  /(?:(?<!\p{L})(?:an?|ein|eine|einen|einem|einer|une?|un|una)\s(?:\p{L}+\s){1,3}(?:named|called|namens|nommée?|appelée?|prénommée?|llamad[oa]|de\snombre)|(?:is|are)\s(?:named|called)|heißt|s['’]appelle|se\sllama|зовут|ჰქვია|\p{L}+\sпо\sимени|\p{L}+\s(?:სახელად|სახელით))\s["“«„]?$/iu;
const TELLING =
  /(?<!\p{L})(?:stor(?:y|ies)|tale|fable|novel|fanfic|scene|comic|cartoon|children|book|screenplay|script|poem|legend|bedtime|illustration|draw|paint|imagine|roleplay|game|dragon|knight|princess|wizard|robot|unicorn|geschichte|märchen|roman|drehbuch|kinderbuch|comic|fabel|gedicht|drache|ritter|prinzessin|histoire|conte|scénario|bande\sdessinée|illustration|dragon|chevalier|princesse|poème|cuento|historia|novela|guion|guión|cómic|ilustración|dragón|caballero|princesa|сказк|истори|рассказ|роман|сценари|комикс|иллюстрац|дракон|рыцар|принцесс|стих|ზღაპარ|მოთხრობ|რომან|სცენარ|კომიქს|ილუსტრაცი|დრაკონ|რაინდ|პრინცეს|ისტორი)/iu;
/** "Roleplay: you are …", "act as …". */
const PERSONA =
  /(?<!\p{L})(?:act\s(?:as|like)|pretend\s(?:to\sbe|you(?:'|’)?re|you\sare)|you\s(?:are|will\sbe)\snow|play\sthe\s(?:role|part)\sof|role-?play(?:ing)?\s?(?:as|:\s?you\sare)|spiele?\sdie\srolle\s(?:von|des|der)|rollenspiel:\s?du\sbist|jeu\sde\srôle\s?:\s?tu\ses|joue\sle\srôle\sde|juego\sde\srol:\s?eres|actúa\scomo|haz\sde|представь,?\sчто\sты|сыграй\sроль|ролевая\sигра:\sты|როლური\sთამაში:\sშენ\sხარ|წარმოიდგინე,?\sრომ\sხარ)[\s—–:"“«„-]{1,4}$/iu;
/** Right behind: "… from Star Trek", "…, the hero of the book". */
const CHARACTER_BEHIND =
  /^(?:,?\s(?:is\s)?(?:a|the|my)\s(?:\p{L}+\s){0,2}(?:protagonist|main\scharacter|fictional|character\s(?:in|from)|hero(?:ine)?\sof|villain)|\s(?:ist\sdie\shauptfigur|est\sl[ea]\s(?:protagoniste|personnage)|es\s(?:el|la)\sprotagonista|არის\sმთავარი\sგმირი)|\s?[,—–-]\s?(?:это\s)?(?:главн\p{L}{1,3}\s)?(?:геро(?:й|иня)\s(?:моего|моей|романа|книги|сказки|рассказа|фильма)|персонаж)|\s\((?:fictional|fiktiv|ficti|personaj|вымышл|გამოგონ))/iu;

/** "in the style of …", "painting by …", "quote by …". */
const WORK =
  /(?<!\p{L})(?:(?:in\s(?:the\s)?)?style\s(?:of|:)|inspired\sby|reminiscent\sof|in\sthe\smanner\sof|paintings?\sby|painted\sby|quotes?\s(?:by|from|of)|songs?\sby|lyrics\sby|music\sby|composed\sby|symphony\sby|poems?\sby|novels?\sby|books?\sby|films?\sby|movies?\sby|directed\sby|starring|sculptures?\sby|à\sla|stil\svon|nach\sart\svon|(?:gemälde|stillleben|zitat|lied|gedicht|roman|sinfonie|musik|skulptur)\svon|(?:dans\sle\s)?style\sde|à\sla\smanière\sde|(?:tableau|peinture|nature\smorte|citation|chanson|poème|symphonie|musique|sculpture)\sde|(?:al\s)?estilo\sde|(?:cuadro|pintura|bodegón|frase|canción|poema|sinfonía|música|escultura)\sde|в\s(?:стиле|духе|манере)|(?:картина|картины|цитата|цитаты|песня|песни|стихи|стихотворение|симфония|музыка|скульптура)|ციტატა|ლექსი|სიმღერა|ნახატი)[\s:"“«„]{1,3}$/iu;
const WORK_BEHIND = /^(?:['’]s)?[\s-](?:style|stil|стил|სტილ|ლექს|ნახატ|სიმღერ|ციტატ)/iu;
/** "by …" is an artist's only in the jargon of image prompts. */
const BY = /(?:^|[\s,(])(?:art\s|artwork\s|illustration\s)?(?:by|von|par|por|от)\s(?:artist\s)?$/iu;
const PROMPT_JARGON =
  /(?<![\p{L}\p{N}])(?:4k|8k|16k|uhd|octane|artstation|unreal\sengine|highly\sdetailed|ultra[\s-]?detailed|intricate|masterpiece|concept\sart|digital\s(?:art|painting)|matte\spainting|oil\s(?:on\scanvas|painting)|watercolou?r|cinematic|volumetric|bokeh|\d{2,3}\s?mm|f\/\d|--ar|--v|trending|hyper-?realistic|photorealistic|sharp\sfocus|rendered|deviantart|wlop|steampunk|cyberpunk)(?!\p{L})/iu;

/** One word before the name. Offices and callings whose holders are known to the public. */
const isOffice = wordTest(
  `president chancellor king queen emperor empress tsar czar pope saint prince-regent senator minister singer actor actress rapper composer painter poet
  philosopher footballer pianist violinist präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin könig königin kaiser kaiserin papst sänger sängerin
  schauspieler schauspielerin maler malerin komponist dichter dichterin philosoph président présidente chancelier roi reine empereur impératrice pape chanteur chanteuse acteur actrice
  peintre poète compositeur philosophe presidente presidenta canciller rey reina emperador emperatriz papa cantante actor actriz pintor pintora poeta
  compositor filósofo президент президента канцлер король короля королева царь царица император императора императрица певец певица певицы актёр актер актриса художник
  художника поэт поэта композитор композитора философ писатель писателя პრეზიდენტი პრეზიდენტმა მეფე მეფის მეფეს მომღერალი მსახიობი პოეტი მწერალი მხატვარი კომპოზიტორი`,
);

const MAX_TELLING_UNITS = 160;
const MAX_PROMPT_UNITS = 200;
/** Names of a list share what was said of its first. */
const FURTHER_NAME = /(?:\p{Lu}[\p{L}.'’-]{0,30}\s){0,3}\p{Lu}[\p{L}.'’-]{0,30}\s?(?:,|&|,?\sand|\+)\s$/u;

export function isCharacter(before: string, behind: string): boolean {
  const clause = clauseBefore(before);
  if (CHARACTER.test(clause) || HERO.test(clause) || PERSONA.test(before.slice(-60)) || CHARACTER_BEHIND.test(behind))
    return true;
  return NAMED.test(clause) && (TELLING.test(before.slice(-MAX_TELLING_UNITS)) || TELLING.test(behind));
}

export function isPublicFigure(before: string, behind: string): boolean {
  if (WORK.test(before) || WORK_BEHIND.test(behind) || holdsOffice(before)) return true;
  const first = withoutFurtherNames(before);
  return WORK.test(first) || (BY.test(first) && isPrompt(before, behind));
}

/** "President …", not "our president …". */
function holdsOffice(before: string): boolean {
  const [office, ...ahead] = wordsOf(clauseBefore(before)).reverse();
  if (office === undefined || !isOffice(office.lower)) return false;
  return !ahead.slice(0, 2).some(({ lower }) => isOur(lower) || isMy(lower));
}

function isPrompt(before: string, behind: string): boolean {
  return PROMPT_JARGON.test(before.slice(-MAX_PROMPT_UNITS)) || PROMPT_JARGON.test(behind);
}

/** "by Ann Lee and " as "by ". Three names at most. */
function withoutFurtherNames(before: string): string {
  let rest = before.slice(-MAX_TELLING_UNITS);
  for (let names = 0; names < 3; names += 1) {
    const next = rest.replace(FURTHER_NAME, '');
    if (next === rest) break;
    rest = next;
  }
  return rest;
}
