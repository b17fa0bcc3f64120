/** How six languages speak of one person: pronouns, possessives, kin and roles. Own lists, in lower case; `stem*` is inflected. */

export const LANGUAGES = ['en', 'ru', 'ka', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Something made once for each language. */
export function byLanguage<Made>(make: (language: Language) => Made): Readonly<Record<Language, Made>> {
  return { en: make('en'), ru: make('ru'), ka: make('ka'), de: make('de'), fr: make('fr'), es: make('es') };
}

export type PeopleRole =
  /** Pronouns that stand for one person, in the cases that statements have. */
  | 'pronoun'
  /** Whose somebody is: `my`, `her`. */
  | 'owner'
  /** Somebody by kin, work or home; a person once an owner or a definite article says which. */
  | 'relation'
  /** Who may be anybody: in pictures and stories "a mother and her son". */
  | 'anybody'
  | 'definite'
  | 'indefinite'
  /** Between a person and what is said of them: relative pronouns, adverbs, auxiliaries. */
  | 'between'
  /** Capital letter at the beginning of a sentence, and no name. */
  | 'no-name'
  /** Directly before a surname. */
  | 'title'
  /** First names, where capitals do not tell them. */
  | 'name';

export const PEOPLE_WORDS: Readonly<Record<Language, Readonly<Partial<Record<PeopleRole, string>>>>> = {
  en: {
    pronoun: 'i he she him me myself himself herself',
    owner: 'my our his her their',
    relation: `mother mom mum mama father dad daddy parent wife husband spouse fiance fiancee fiancé fiancée girlfriend boyfriend
      partner ex son daughter child kid brother sister sibling grandmother grandma granny grandfather grandpa grandson granddaughter
      aunt auntie uncle cousin niece nephew stepson stepdaughter stepmother stepfather godmother godson friend bestie roommate
      flatmate neighbor neighbour boss manager supervisor colleague coworker employee intern assistant secretary accountant lawyer
      teacher tutor coach student classmate pupil doctor dentist nurse patient client customer tenant landlord landlady nanny cleaner
      babysitter driver applicant candidate defendant suspect guy girl boy man woman worker mate employer contractor trainee
      plaintiff witness victim mechanic plumber gardener hairdresser barber baker butcher dealer agent pastor rabbi imam mayor officer carer
      caregiver housekeeper builder electrician stepbrother stepsister resident guest buddy relative`,
    title: 'mr mrs ms miss dr prof professor sir madam',
    anybody:
      'man woman mother father mom dad couple family parent parents person lady guy grandmother grandfather girl boy',
    definite: 'the this that',
    indefinite: 'a an some any every each no',
    between: `who which also just now still really actually already recently both and has have had is was been be being that s ve m re
      d apparently probably secretly currently openly always never not t , ' ’ ( ) – -`,
    'no-name': `the this that these those there here it we you they everyone everybody nobody anybody someone somebody nothing what
      who whom whose which where when why how if because since and but or so yes no not all any some many most more every each today
      tomorrow yesterday now then please being having god jesus christ buddha allah earth life love time work home school summer winter
      monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
      november december israel iran turkey georgia russia ukraine germany france spain italy poland europe america africa asia india
      china japan egypt iraq syria london paris berlin rome moscow tbilisi madrid vienna ireland england britain church temple islam
      christianity judaism buddhism christmas easter ramadan let make write create generate design draw show add use in on at for from
      with as to of by dear hi hello thanks despite might may turns instead although though during after before without while once until unless maybe perhaps
      turkey australia canada mexico brazil ukraine kazakhstan armenia azerbaijan sweden norway netherlands belgium switzerland syria pakistan
      afghanistan saudi orange washington new york california texas chicago company men women people friends guys others only even never ever
      great good bad big old young first last next right left up down out off over under again very too also just who`,
  },
  ru: {
    pronoun: 'я он она мне меня ему ей него неё нее ним ней его её ее нему мной болею страдаю',
    owner:
      'мой моя моё мое моего моей моему моим моём мою наш наша наше нашего нашей нашему нашим нашу его её ее их свой своей своего своему свою',
    relation: `мама мамы маме маму мамой мать матери папа папы папе папу папой отец отца отцу отцом жена жены жене жену женой муж мужа мужу
      мужем сын сына сыну сыном дочь дочери дочерью дочка дочки дочке дочку ребёнок ребенок ребёнка ребенка ребёнку ребенку брат брата
      брату братом сестра сестры сестре сестру сестрой бабушк* дедушк* дед деда деду внук внука внуку внучк* тётя тетя тёти тети тёте тете
      тётк* тетк* дядя дяди дяде племянник* племянниц* кузен* кузин* невест* жених* подруг* друг друга другу парень парня девушк*
      сосед* соседк* начальник* начальниц* босс* шеф шефа шефу коллег* сотрудник* сотрудниц* работник* стажёр* стажер* бухгалтер*
      учител* ученик* студент* однокласс* врач врача пациент* клиент* арендатор* квартирант* няня няни няне водител* кандидат*
      обвиняем* подозреваем* свекров* тёща теща тёщи зять бывший бывшая бывшего бывшей секретар* парикмахер* садовник* механик* сантехник* медсестр* дворник* жилец знаком*`,
    title: 'господин* госпож* гражданин* гражданк* доктор*',
    anybody: 'мужчин* женщин* мать отец мама папа отца матери пара семья девушк* парень',
    between: `который которая которого которой тоже уже ещё еще недавно давно теперь сейчас очень был была есть и не серьёзно
      тяжело года год лет , – — - ( )`,
    'no-name': `это этот эта они мы вы кто что где когда как если потому и но или все всё никто каждый один сегодня завтра вчера бог христос
      находясь будучи имея после перед будда аллах россия украина грузия германия европа москва`,
    name: `анна анны анне анну анной ани аня ане маша маши маше машу мария марии марию оля оли оле ольга ольги ольге лена лены лене елена
      елены елене катя кати кате екатерин* наташ* наталь* настя насти насте анастаси* соня сони соне софия софии софья даша даши даше
      дарья юля юли юле юлия юлии ира иры ире ирина ирины ирине света светы свете светлан* таня тани тане татьян* вера веры вере нина
      нины нине полин* алис* вика вики вике виктори* ксюша ксюши ксюше ксени* нино мариам* нана тамар* иван ивана ивану ваня вани ване
      пётр петр петра петру петя пети пете саша саши саше александр* алексей алексея алексею лёша леша лёши сергей сергея сергею серёж*
      дима димы диме дмитри* андрей андрея андрею михаил* миша миши мише николай николая коля коли коле павел павла паша максим*
      артём* артем* тимур* игорь игоря олег олега юрий юрия владимир* вова вовы вове влад влада денис* егор егора никит* кирилл* роман
      романа рома ромы роме илья ильи илье марк марка матвей матвея степан* фёдор* федор* глеб глеба том тома георги* давид* лука луки
      луке гиорги ахмед* руслан* рустам* тимофе* арсен* лев льва варя вари варе злата мила милы миле ева евы еве`,
  },
  ka: {
    pronoun: 'მე ის იგი მას მან მისი მისთვის მასთან',
    owner: 'ჩემი ჩემს ჩემმა ჩემის ჩემო ჩვენი ჩვენს ჩვენმა მისი მის მისმა მათი მათ მათმა თავისი',
    relation: `დედა დედას დედის დედამ დედაჩემი დედაჩემს დედაჩემმა მამა მამას მამამ მამაჩემი მამაჩემს მამაჩემმა დედამისი დედამისს დედამისმა მამამისი მამამისს მამამისმა ცოლი ცოლს ცოლმა ცოლის
      ქმარი ქმარს ქმარმა შვილი შვილს შვილმა შვილის ვაჟი ვაჟს ვაჟმა ქალიშვილ* ბიჭი ბიჭს გოგო გოგოს ძმა ძმას ძმის და დას დის დამ
      ბებია ბებიას ბებიამ ბებიაჩემ* ბაბუა ბაბუას ბაბუამ ბაბუაჩემ* შვილიშვილ* ბიძა ბიძას ბიძამ ბიძაშვილ* დეიდა დეიდას დეიდაშვილ*
      მამიდა მამიდას მამიდაშვილ* დისშვილ* ძმისშვილ* მეგობარი მეგობარს მეგობარმა მეგობრის მეზობელ* მეზობლ* უფროსი უფროსს უფროსმა უფროსის
      კოლეგა კოლეგას თანამშრომელ* ბუღალტერ* მასწავლებელ* სტუდენტ* მოსწავლე მოსწავლეს ექიმი ექიმს პაციენტ* კლიენტ* კანდიდატ*
      ძიძა ძიძას მძღოლ* ყოფილი ყოფილს მოიჯარე ბრალდებულ* მეუღლე მეუღლეს დედამთილ* სიდედრ* დირექტორ* შეყვარებულ*`,
    title: 'ბატონი ბატონმა ბატონს ქალბატონი ქალბატონმა ქალბატონს',
    anybody: 'კაცი ქალი ქალის კაცის დედა მამა ოჯახი წყვილი',
    between: 'რომელსაც რომელიც უკვე ახლა ძალიან ასევე და არის იყო , – - ( )',
    'no-name': 'ეს ისინი ჩვენ თქვენ ვინ რა სად როცა თუ ყველა ღმერთი საქართველო',
    name: `ანა ანას ანამ ნინო ნინოს ნინომ მარიამ* თამარ* ელენე ელენეს ნატა ნატალია* სალომე სალომეს ქეთევან* ქეთი ეკა ეკას თეა თეას მაია
      მაიას ნანა ნანას ლელა ლელას ნათია ნათიას თინათინ* სოფია სოფიას სოფო ლიზა ლიზას ბარბარე ნია ოლია ოლიას ლანა მარი მარიტა გიორგი
      გიორგის გიორგიმ ლუკა ლუკას ლუკამ დავით* დათო დათოს ნიკა ნიკას ნიკოლოზ* საბა საბას სანდრო სანდროს ალექსანდრე ალექსანდრეს
      ლევან* ირაკლი ირაკლის ზურა ზურაბ* გია გიას ვახტანგ* ვახო ბექა ბექას თორნიკე თორნიკეს შოთა შოთას ზაზა ზაზას დიტო ილია
      ილიას ანდრია ანდრიას მიშა მიხეილ* თემო თემურ* რეზო გოგა ოთარ* ბესო დემეტრე დემეტრეს ლაშა ლაშას`,
  },
  de: {
    pronoun: 'ich er sie ihm ihr mir ihn mich',
    owner: `mein meine meinem meinen meiner meines unser unsere unserem unseren unserer unseres sein seine seinem seinen seiner seines ihr
      ihre ihrem ihren ihrer ihres`,
    relation: `mutter mama vater papa frau mann ehefrau ehemann freund freundin verlobte verlobter partner partnerin ex sohn sohnes tochter kind
      kindes bruder schwester oma opa großmutter großvater enkel enkelin tante onkel cousin cousine neffe nichte nachbar nachbarin nachbarn
      chef chefin vorgesetzter kollege kollegin kollegen mitarbeiter mitarbeiterin praktikant praktikantin azubi sekretärin buchhalter
      buchhalterin lehrer lehrerin schüler schülerin student studentin arzt ärztin patient patientin patienten mandant mandantin klient
      klientin kunde kundin mieter mieterin vermieter vermieterin putzfrau babysitterin nanny fahrer bewerber bewerberin kandidat
      kandidatin angeklagte angeklagter täter zeuge mitbewohner mitbewohnerin schwager schwägerin schwiegermutter schwiegervater stiefsohn
      stieftochter kumpel friseur friseurin gärtner gärtnerin handwerker pfarrer hausmeister pflegerin bekannte bekannter assistentin assistent`,
    title: 'frau herr herrn dr prof fräulein',
    anybody: 'mann frau mutter vater paar familie eltern person mädchen junge großmutter großvater',
    definite: 'der die das dem den des dieser diese dieses diesem',
    indefinite: 'ein eine einem einen einer eines kein keine jeder jede',
    between: `der die das auch noch nun jetzt schon seit sehr wirklich hat hatte ist war wurde wird sich nicht neue neuer neuen , – - ( )
      und`,
    'no-name': `der die das ein eine es wir sie ihr man wer was wo wann wie warum wenn weil und aber oder alle jeder niemand jemand heute morgen
      gestern jetzt hier gott jesus buddha allah israel iran türkei georgien russland ukraine deutschland frankreich spanien europa berlin
      paris weihnachten ostern bitte mit von für in im am auf bei nach mein meine unser unsere kunst wasser papier wein whisky`,
  },
  fr: {
    pronoun: 'je j il elle lui m me moi',
    owner: 'mon ma mes notre nos son sa ses leur leurs',
    relation: `mère mere maman père pere papa femme mari épouse époux conjoint conjointe copain copine fiancé fiancée compagnon compagne ex fils
      fille enfant frère frere sœur soeur mamie papi tante oncle cousin cousine neveu nièce niece ami amie voisin voisine patron patronne
      chef cheffe collègue collegue employé employée salarié salariée stagiaire secrétaire comptable avocat avocate professeur prof
      maîtresse élève étudiant étudiante médecin patient patiente client cliente locataire propriétaire nounou chauffeur candidat candidate
      accusé accusée suspect gendre bru ménage assistante assistant coiffeur coiffeuse jardinier mécanicien plombier infirmière infirmier curé colocataire coloc beau belle grand`,
    title: 'monsieur madame mme mlle mademoiselle docteur dr maître',
    anybody: 'homme femme maman papa mère père couple famille parent parents dame monsieur',
    definite: 'le la l les ce cet cette',
    indefinite: 'un une des chaque aucun aucune quelque',
    between: `qui aussi encore déjà très vraiment est a été était avait s y en ne n pas d de récemment maintenant nouveau nouvelle , – - ( )
      et ' ’`,
    'no-name': `le la les un une ce cette ces il elle on nous vous ils elles qui que quoi où quand comment pourquoi si parce et mais ou tout tous
      chacun personne aujourd hier demain ici dieu jésus bouddha allah israël iran turquie géorgie russie france espagne europe paris noël
      pâques bonjour merci avec pour dans sur chez mon ma mes`,
  },
  es: {
    pronoun: 'yo él ella le me mí soy estoy tengo padezco sufro',
    owner: 'mi mis nuestro nuestra nuestros nuestras su sus',
    relation: `madre mamá mama padre papá esposa esposo mujer marido pareja novia novio prometida ex hijo hija niño niña hermano hermana abuela
      abuelo nieto nieta tía tia tío tio primo prima sobrino sobrina amigo amiga vecino vecina jefe jefa colega compañero compañera empleado
      empleada becario becaria secretaria contable abogado abogada profesor profesora profe alumno alumna estudiante médico médica doctor
      paciente cliente clienta inquilino inquilina casero casera niñera limpiadora conductor candidato candidata acusado acusada sospechoso
      suegra suegro yerno nuera cuñado cuñada asistente peluquero peluquera jardinero mecánico fontanero enfermera enfermero párroco hijastra hijastro trabajador trabajadora`,
    title: 'señor señora sr sra don doña dr dra doctor doctora',
    anybody: 'hombre mujer mamá papá madre padre pareja familia señora señor chica chico',
    definite: 'el la los las este esta ese esa',
    indefinite: 'un una unos unas cada ningún ninguna algún alguna',
    between: `que también aún todavía ya muy realmente es está ha fue era estaba se no recientemente ahora nuevo nueva , – - ( ) y de
      lo`,
    'no-name': `el la los las un una este esta ese esa lo nosotros vosotros ustedes ellos ellas quien que qué donde cuando cómo como por si y pero
      o todo todos nadie alguien hoy ayer mañana aquí dios jesús buda alá israel irán turquía georgia rusia españa francia europa
      madrid navidad hola gracias con para en sobre`,
  },
};
