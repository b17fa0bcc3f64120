/** Words that stand beside names, and forms that surnames have: own lists, in lower case, for the name detector only. */

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Directly before a name, without its full stop. */
export const HONORIFICS: ReadonlySet<string> = wordSet(`
  mr mrs ms miss mx dr prof professor sir madam madame mme mlle monsieur herr frau fräulein sr sra srta señor señora don doña
  signor signora sig dott pan pani pán paní hr fru uncle aunt auntie grandma grandpa mister doctor
  г-н г-жа господин госпожа пан пані дядя тётя тетя ბატონი ქალბატონი ბატონო ქალბატონო κύριος κυρία bay bayan`);

/** What a name follows, up to the name itself; behind these it needs no capital letter. */
export const SURE_CUE: RegExp = cue(`
  names? (?:is|was|are)|\\bname:|named:|calls? me|i am called|mein name ist|ich heiße|je m.appelle|me llamo|mi nombre es|mi chiamo
  |nazywam się|mam na imię|meu nome é|me chamo|ik heet|mijn naam is|jag heter|jeg heter|jeg hedder|benim adım|меня зовут
  |его зовут|её зовут|ее зовут|мене звати|моё имя|მე მქვია|ჩემი სახელია|με λένε`);

/** The same, where a capital letter must say the rest. */
export const USUAL_CUE: RegExp = cue(`
  my (?:wife|husband|son|daughter|mother|mom|mum|father|dad|brother|sister|boyfriend|girlfriend|partner|friend|colleague|boss
  |neighbou?r|cousin|aunt|uncle|niece|nephew|fianc[eé]e?|roommate),?|i.m|i am|this is|hi|hey|hello|dear|told|named|attn:?|user:|contact:|sender:|recipient:|patient:|customer:|employee:|author:|cc:|tell|ask|married|hallo|hola|bonjour|ciao
  |lieber?|estimad[oa]|cher|chère|sehr geehrte[r]? (?:herr|frau)|уважаем(?:ый|ая)|привет,?|здравствуйте,?|сказала?
  |გამარჯობა,?|merhaba|sevgili`);
/** Behind what was said. */
export const SPEECH_CUE: RegExp = /[,!?."'”»] ?(?:said|says|asked|replied) $/i;
/** The line above a name that signs a letter. */
export const SIGN_OFF: RegExp =
  /(?:^|\n) *(?:best|kind|warm)? *(?:regards|wishes|sincerely|cheers|thanks|thank you|love|yours|best|grüße|saludos|cordialement)[,!]? *\n\s{0,3}$/iu;
/** Behind a word with a capital letter: what only people do or have. */
export const HUMAN_AFTER: RegExp =
  /^(?:['’]s (?:wife|husband|son|daughter|mother|mom|mum|father|dad|brother|sister|partner|friend|boss|email|e-mail|phone|number|address|birthday|passport|salary)| (?:said|says|shouted|asked|told|replied|whispered|laughed|smiled|wrote|lives|lived|works|worked|married|texted|emailed|phoned|and i|who)\b)/iu;

/** Lower-case words within one name. */
export const PARTICLES: ReadonlySet<string> = wordSet(`
  de del della di da do dos das du des la le van von der den ten ter zu zum af av bin bint ibn al el abu ben y e`);

/** Behind a name these make it a street, a firm, an institution or a thing. */
export const THING_AFTER: ReadonlySet<string> = wordSet(`
  street st road rd avenue ave lane ln drive boulevard blvd court square plaza platz straße strasse str weg allee gasse way place
  bridge park station airport hospital university college school church cathedral museum institute foundation inc llc ltd gmbh
  corp corporation company co group bank hotel award prize trophy stadium county city river lake mountain island valley beach bay
  castle palace tower ulica utca út gata gatan vej katu tie machine motorcycle car bear stone clock symbol cocktail effect theorem
  law disease syndrome scale apt suite`);
/** Before a name these make it a street or a place. */
export const THING_BEFORE: ReadonlySet<string> = wordSet(`
  rue avenue boulevard via viale piazza calle plaza carrer rua avenida praça ulica ul ulitsa улица ул проспект пр corso chemin quai
  impasse allée lake mount mt fort port san santa são saint st cape`);
/** Before a single name these make it a kind of thing: "a Saint Bernard", "the Rosetta Stone". */
export const DETERMINER_BEFORE: RegExp = /\b(?:an?|the) $/i;
/** Before a name these make it somebody known by works, or shown as a work. */
export const WORK_BEFORE: RegExp =
  /\b(?:styles?|paintings?|portraits?|statues?|busts?|sculptures?|drawings?|photos?|photographs?|pictures?|works?) (?:of|by) (?:the )?$/i;
/** Pairs that taggers take for names. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  'teddy bear',
  'mona lisa',
  'rosetta stone',
  'bloody mary',
  'big ben',
  'virgin mary',
]);

/** Words with which sentences and letters begin, so that their capital letter says nothing. */
export const NO_NAME_WORDS: ReadonlySet<string> = wordSet(`
  dear good morning afternoon evening night welcome best regards thanks thank please sorry congratulations happy birthday new old
  everyone everybody anyone all team sir/madam customer user bot lesson`);

/** First names that are words too: alone and without a cue they are no more than possible. */
export const WORDS_TOO: ReadonlySet<string> = wordSet(`
  april may june august summer autumn winter dawn sunny rose lily daisy violet iris ivy olive jasmine ginger pepper basil heather
  hope faith grace joy charity patience will mark bill rob bob jack pat drew chase hunter mason cooper carter art rich frank dick
  ruby pearl amber crystal jade gene ray rusty sandy misty robin jay star angel paris london sydney florence victoria virginia
  georgia dakota austin dallas houston jordan israel chelsea brooklyn lincoln`);

/** Endings that few words but surnames have; an own selection of each language's usual ones. */
export const SURNAME_FORM: RegExp =
  /\p{L}{2}(?:shvili|adze|idze|enko|chuk|czuk|ić|ovich|evich|ovna|evna|wicz|ewski|owski|ewska|owska|ński|ńska|dóttir|dottir|sson|opoulos|akis|idis|oğlu|zadeh|ová|escu|швили|ович|евич|овна|евна|енко|შვილი|აძე|იძე)$/iu;

/** Endings of surnames that adjectives have too: only beside another name. */
export const ADJECTIVE_FORM: RegExp = /\p{L}{2}(?:[сц]кий|[сц]кая|ський|ська)$/iu;

function cue(alternatives: string): RegExp {
  return new RegExp(`(?:^|[^\\p{L}\\p{M}])(?:${alternatives.replace(/\n\s*/g, '')}) *$`, 'iu');
}
