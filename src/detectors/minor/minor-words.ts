/**
 * Words about children, ages and schools in six languages. Own lists, in lower case; `stem*` is inflected. Names of school years: the
 * national systems as Eurydice describes them (https://eurydice.eacea.ec.europa.eu), Russia's and Georgia's classes 1 to 12.
 */
import type { Language } from '../statement/people-words.ts';

export type MinorRole =
  /** Children by kin: of any age, unless something says it. */
  | 'kin'
  /** Children who may be anybody's, as in a picture: only with an owner, an article or a name. */
  | 'child'
  /** Of these the ones that only an owner makes particular: plurals, `the youngest`. */
  | 'owned'
  /** Brothers and cousins: of the speaker's age, so that a school alone says nothing. */
  | 'sibling'
  /** Too young to be anything else than a minor. */
  | 'small'
  /** Babies, also what lovers call each other: only with a name or an age. */
  | 'baby'
  | 'pupil'
  /** Pupils, or students of any age: only with a class. */
  | 'student'
  /** Pupils by their school year: `Erstklässler`. */
  | 'grader'
  /** An age in one word: `fünfjährig`, `teenage`. */
  | 'aged'
  | 'young'
  | 'years'
  | 'months'
  /** Before a bare number: `is 7`, `turned nine`. */
  | 'turns'
  /** Behind an age that is said of somebody by name: `old`. */
  | 'old'
  | 'class'
  | 'ordinal'
  | 'school'
  | 'birthday'
  | 'born'
  /** Before or behind years that are no age: `for`, `ago`, `older`, `of experience`. */
  | 'duration'
  /** Before years that somebody spends with it. */
  | 'spends'
  /** Before an age that is of the past: "when I was 7". */
  | 'when'
  /** Near an age that is a difference: `старше`. */
  | 'comparative'
  | 'and'
  /** "I have a son": as good as a possessive. */
  | 'have'
  /** What else has years, and what children's things are called. */
  | 'against'
  /** What adults do. */
  | 'adult'
  /** Pictures of anybody. */
  | 'picture';

export const MINOR_WORDS: Readonly<Record<Language, Readonly<Partial<Record<MinorRole, string>>>>> = {
  en: {
    kin: `son daughter nephew niece grandson granddaughter grandchild stepson stepdaughter stepchild brother sister cousin godson
      goddaughter grandchildren sons daughters twins twin nephews nieces`,
    owned: 'grandchildren sons daughters twins nephews nieces youngest eldest oldest kids children boys girls babies',
    when: 'when',
    sibling: 'brother sister cousin',
    spends: 'lives lived living works worked working been plays studied studies',
    child: 'kid child boy girl youngest eldest oldest kids children boys girls',
    small: 'toddler newborn infant preschooler kindergartener kindergartner schoolkid schoolchild',
    baby: 'baby babies',
    pupil: 'pupil schoolboy schoolgirl',
    student: 'student',
    grader: 'grader',
    aged: 'teenage teenaged teen teenager preteen underage',
    young: 'little young younger youngest small',
    years: 'year years yr yrs yo y',
    months: 'month months mo week weeks',
    turns: 'is are am was turned turns turning turn aged age s now just only almost nearly m re',
    old: 'old age',
    class: 'grade class form year',
    ordinal: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
      sixteenth seventeenth st nd rd th`,
    school: `kindergarten preschool daycare nursery school highschool creche prek schoolwork homework`,
    birthday: 'birthday bday',
    born: 'born',
    duration:
      'for since ago experience older younger over under from within last next past prison contract warranty later earlier',
    and: 'and or but who with',
    have: 'have has had got',
    against: `dog dogs cat cats puppy kitten horse car cars house tree company business startup brand whisky whiskey wine rum laptop
      computer phone toy toys book books clothes clothing shoes collection product products tshirt shirt size building website project
      shop store account bike fans app magazine game song`,
    adult: `works worked working teacher lawyer engineer doctor married marries marry marrying wedding husband wife professor job
      principal company earns phd university college baker retired teaches teaching owner manager`,
    picture:
      'portrait painting illustration drawing watercolor watercolour cinematic photograph sculpture anime 4k 8k art render',
  },
  ru: {
    kin: `сын сына сыну сыном сыне сынок сынка сынку сынишк* дочь дочери дочерью дочка дочки дочке дочку дочкой доченьк* внук внука внуку
      внуком внучка внучки внучке внучку внучкой племянник* племянниц* падчериц* пасынок пасынка пасынку брат брата брату братом братик*
      сестра сестры сестре сестру сестрой сестрёнк* сестренк* сыновья сыновей сыновьям дочкам крестник* крестниц*`,
    child: `младший младшему младшая младшей ребёнок ребенок ребёнка ребенка ребёнку ребенку ребёнком мальчик мальчика мальчику мальчиком девочка девочки девочке девочку
      девочкой малыш малыша малышу малышка малышке дети детей детям мальчишк* девчонк*`,
    owned: 'сыновья сыновей сыновьям дочкам младший младшему младшая младшей дети детей детям',
    when: 'когда',
    sibling: 'брат брата брату братом сестра сестры сестре сестру сестрой',
    spends:
      'живёт живет жил жила прожил прожила работает работал работала ходит учится служит занимается играет замужем женат вместе сидит сидел сидела отбывает',
    small: 'младенец младенца младенцу новорождённ* новорожденн* грудничок грудничка дошкольник* дошкольниц*',
    pupil:
      'ученик ученика ученику учеником ученица ученицы ученице ученицу школьник школьника школьнику школьница школьницы школьнице',
    grader: `первоклассник* первоклассниц* второклассник* второклассниц* третьеклассник* третьеклассниц* четвероклассник*
      четвероклассниц* пятиклассник* пятиклассниц* шестиклассник* шестиклассниц* семиклассник* семиклассниц* восьмиклассник*
      восьмиклассниц* девятиклассник* девятиклассниц* десятиклассник* десятиклассниц* старшеклассник* старшеклассниц*`,
    aged: `годовал* двухлетн* трёхлетн* трехлетн* четырёхлетн* четырехлетн* пятилетн* шестилетн* семилетн* восьмилетн* девятилетн*
      десятилетн* одиннадцатилетн* двенадцатилетн* тринадцатилетн* четырнадцатилетн* пятнадцатилетн* шестнадцатилетн*
      семнадцатилетн* подросток подростк* несовершеннолетн* малолетн* школьник школьница`,
    young: 'маленьк* младш* малолетн*',
    years: 'лет год года годика годиков годик летний летняя летнего летней летнему летнюю годам годами',
    months: 'месяц месяца месяцев мес неделя недели недель',
    turns: 'исполнилось исполнится исполняется стукнуло ему ей уже всего скоро почти только на',
    class: 'класс класса классе класс* кл',
    ordinal: 'перв* втор* треть* четверт* четвёрт* пят* шест* седьм* восьм* девят* десят* одиннадцат*',
    school: `садик садика садике детсад детсада детсаде детск* сад школу школе школы первоклашк* ясли ясельн* дошкольн* гимнази* лицей
      лицее`,
    birthday: 'рождения рожденья днюх* именин*',
    born: 'родился родилась рождён* рождения',
    comparative: 'старше младше моложе',
    duration: `для назад через спустя опыт* старше младше больше меньше стаж* срок* лишения тюрьм* гаранти* под за прожил* работа* живёт живет
      от до моложе`,
    and: 'и или а но он она который которая',
    have: 'меня нас',
    against: `собак* пёс псу кот коту кошк* кошек щенк* лошад* машин* компани* фирм* стартап* бизнес* бренд* виски коньяк* вино вина дом
      дому дерев* игрушк* книг* книжк* одежд* обув* коллекци* размер* размеру велосипед* куртк* ноутбук* проект* магазин* сайт* кредит*
      полка песн* игр* стих* сборник* учебник* рост`,
    adult: `работает работал* инженер* врач* учител* юрист* женился женится вышла замуж свадьб* муж жена университет* институт* зарплат*
      вуз вузе воспитател* директор*`,
    picture:
      'портрет* картин* иллюстраци* акварел* кинематограф* кадр арт рендер* стиле стиль живопис* фотореал* реалистичн*',
  },
  ka: {
    kin: `შვილი შვილს შვილმა შვილის ვაჟი ვაჟს ვაჟმა ვაჟის ქალიშვილ* დისშვილ* ძმისშვილ* შვილიშვილ* ძმა ძმას ძმამ ბიძაშვილ* დეიდაშვილ*
      მამიდაშვილ* შვილებ* გერი გერს`,
    child: `უმცროსი უმცროსს ბიჭი ბიჭს ბიჭმა ბიჭის ბიჭუნა გოგო გოგოს გოგომ გოგონა გოგონას ბავშვი ბავშვს ბავშვმა ბავშვის პატარა პატარას და დას დის ბიჭებ*
      ბავშვებ* გოგოებ*`,
    owned: 'შვილებ* ბიჭებ* ბავშვებ* გოგოებ* უმცროსი უმცროსს',
    when: 'როცა როდესაც',
    sibling: 'ძმა ძმას ძმამ ბიძაშვილ* დეიდაშვილ* მამიდაშვილ* და დას დის',
    spends: 'ცხოვრობს ცხოვრობდა მუშაობს მუშაობდა აქ წელია',
    small: 'ჩვილი ჩვილს ახალშობილ*',
    pupil: 'მოსწავლე მოსწავლეს მოსწავლემ',
    grader: `პირველკლასელ* მეორეკლასელ* მესამეკლასელ* მეოთხეკლასელ* მეხუთეკლასელ* მეექვსეკლასელ* მეშვიდეკლასელ* მერვეკლასელ*
      მეცხრეკლასელ* მეათეკლასელ*`,
    aged: 'მოზარდი მოზარდს თინეიჯერ* არასრულწლოვან* მცირეწლოვან*',
    young: 'პატარა უმცროსი უმცროსს',
    years: 'წლის წლისაა წელი წელს წლისა წლისას წლისამ წლისაც',
    months: 'თვის თვისაა თვე თვისა კვირის კვირისაა',
    turns: 'გახდა ხდება შეუსრულდა უსრულდება',
    class: 'კლასი კლასში კლასშია კლასის კლასელი კლასელმა კლასიდან',
    ordinal: 'პირველ* მეორე მესამე მეოთხე მეხუთე მეექვსე მეშვიდე მერვე მეცხრე მეათე მეთერთმეტე მე',
    school: 'ბაღში ბაღშია სკოლაში სკოლაშია საბავშვო ბაღს სკოლას სკოლის ბაგაში',
    birthday: 'დაბადების',
    born: 'დაიბადა დაბადებული',
    comparative: 'უფროსია უმცროსია',
    duration:
      'წინ გამოცდილება გამოცდილებ* უფროსია უმცროსია მუშაობს მუშაობდა ცხოვრობდა მიუსაჯეს გარანტი* ვიყავი ვცხოვრობდით წლამდე',
    and: 'და ან მაგრამ',
    have: 'მყავს გვყავს',
    against: `ძაღლი ძაღლს კატა კომპანია კომპანიას სტარტაპი სახლი ხე ღვინო ვისკი მანქანა სათამაშო* წიგნი ზღაპარი ქურთუკი ზომა კოლექცია
      ველოსიპედი სახელმძღვანელო`,
    adult: 'ექიმია მუშაობს ინჟინერ* მასწავლებელია დაქორწინდა ქორწილ* უნივერსიტეტ* იურისტ*',
    picture: 'პორტრეტი პორტრეტ* აკვარელ* ნახატ* კინემატოგრაფ* კადრი კოსტიუმში ფოტო ნათება განათება',
  },
  de: {
    kin: `sohn sohnes sohne tochter neffe neffen nichte enkel enkels enkelin enkelkind stiefsohn stieftochter bruder schwester cousin cousine
      patenkind zwillinge söhne töchter nachbarskind`,
    child: 'jüngster jüngste jüngsten ältester älteste kind kindes kinder junge jungen mädchen kleiner kleine',
    owned: 'zwillinge söhne töchter jüngster jüngste jüngsten ältester älteste kinder jungen kleiner kleine babys',
    when: 'als',
    sibling: 'bruder schwester cousin cousine',
    spends: 'wohnt wohnte lebt lebte arbeitet arbeitete studiert spielt',
    small: 'kleinkind säugling neugeborenes neugeborene vorschulkind schulkind grundschulkind kitakind',
    baby: 'baby babys',
    pupil: 'schüler schülerin schülers grundschüler grundschülerin',
    grader: `erstklässler erstklässlerin zweitklässler zweitklässlerin drittklässler drittklässlerin viertklässler viertklässlerin
      fünftklässler fünftklässlerin sechstklässler sechstklässlerin siebtklässler siebtklässlerin achtklässler achtklässlerin
      neuntklässler neuntklässlerin`,
    aged: `einjährig* zweijährig* dreijährig* vierjährig* fünfjährig* sechsjährig* siebenjährig* achtjährig* neunjährig* zehnjährig*
      elfjährig* zwölfjährig* dreizehnjährig* vierzehnjährig* fünfzehnjährig* sechzehnjährig* siebzehnjährig* teenager minderjährig*
      pubertierend* halbwüchsig*`,
    young: 'klein* jüngst* jünger*',
    years: 'jahr jahre jahren jährige jähriger jährigen jähriges jährigem jährig',
    months: 'monat monate monaten woche wochen',
    turns: 'ist wird wurde sind werden schon erst gerade bald fast nun jetzt mit',
    old: 'alt alte alter alten altes',
    class: 'klasse klassen',
    ordinal: 'erste* zweite* dritte* vierte* fünfte* sechste* siebte* achte* neunte* zehnte* elfte* zwölfte*',
    school: `kindergarten kita krippe vorschule grundschule schule gymnasium realschule hauptschule gesamtschule einschulung hort tagesmutter`,
    birthday: 'geburtstag geburtstags',
    born: 'geboren geb',
    comparative: 'älter jünger',
    duration: 'seit vor für über unter bis von nach haft älter jünger erfahrung garantie alle lang länger ab',
    and: 'und oder aber der die das',
    have: 'habe haben hat hatte',
    against: `hund hunde katze pferd auto haus baum firma unternehmen start marke whisky wein brücke handy laptop spielzeug buch bücher
      kleidung schuhe kollektion größe jacke fahrrad projekt laden`,
    adult: `arbeitet lehrer lehrerin erzieher erzieherin anwalt anwältin ingenieur ärztin arzt heiratet verheiratet hochzeit universität
      bäcker studiert uni leiter leiterin`,
    picture: 'porträt gemälde ölgemälde aquarell illustration filmisch zeichnung kunst foto 8k 4k',
  },
  fr: {
    kin: `fils fille neveu nièce niece frère frere sœur soeur cousin cousine filleul filleule jumeaux jumelles filles petits`,
    child:
      'aîné aînée cadet cadette dernier dernière benjamin benjamine enfant enfants garçon garçons gamin gamine fillette garçonnet bambins',
    owned:
      'jumeaux jumelles filles aîné aînée cadet cadette dernier dernière benjamin benjamine petits enfants garçons bambins',
    when: 'quand lorsque',
    sibling: 'frère frere sœur soeur cousin cousine',
    spends: 'habite habitait vit travaille travaillait joue étudie',
    small: 'bambin nourrisson',
    baby: 'bébé',
    student: 'élève',
    pupil: 'écolier écolière collégien collégienne lycéen lycéenne',
    aged: 'adolescent adolescente ado mineur mineure',
    young: 'petit petite jeune dernier dernière cadet cadette',
    years: 'an ans',
    months: 'mois semaine semaines',
    turns: 'a ont aura âgé âgée fête fêté que vient avoir',
    class: 'classe',
    ordinal: 'première premiere seconde sixième cinquième quatrième troisième deuxième e ème cp ce cm',
    school: `maternelle crèche creche primaire collège college lycée lycee école ecole cp ce cm sixième cinquième quatrième troisième
      élémentaire garderie nounou`,
    birthday: 'anniversaire',
    born: 'né née',
    duration: 'pour depuis pendant il sur expérience prison plus moins dès contre avant après garantie jusqu',
    and: 'et ou mais qui',
    have: 'ai avons a',
    against: `chien chienne chat cheval voiture maison arbre entreprise société startup start marque whisky vin pont jouet jouets livre
      vêtements chaussures collection taille veste vélo ordinateur téléphone projet boutique garanti`,
    adult: `travaille avocat avocate ingénieur médecin marie mariage marié mariée boulanger professeur maîtresse université directrice
      directeur enseignante enseignant institutrice`,
    picture: 'portrait peinture aquarelle illustration cinématique dessin huile art 8k 4k',
  },
  es: {
    kin: `hijo hija sobrino sobrina nieto nieta hijastro hijastra hermano hermana hermanito hermanita primo prima ahijado ahijada hijos hijas
      mellizos gemelos nietos hijito hijita`,
    child: 'niño niña niños niñas chico chica crío cría peque pequeño pequeña',
    owned: 'hijos hijas mellizos gemelos nietos niños niñas pequeño pequeña peque',
    when: 'cuando',
    sibling: 'hermano hermana primo prima',
    spends: 'vive vivía trabaja trabajaba lleva juega estudia',
    small: 'recién nacido lactante',
    baby: 'bebé bebe',
    pupil: 'escolar colegial colegiala',
    student: 'alumno alumna estudiante',
    aged: 'adolescente preadolescente',
    young: 'pequeño pequeña menor joven',
    years: 'año años añitos',
    months: 'mes meses semana semanas',
    turns: 'tiene tienen cumple cumplió cumplir cumplirá cumplen solo sólo apenas con',
    class: 'curso grado clase',
    ordinal: 'primero primer segundo tercero tercer cuarto quinto sexto séptimo octavo º',
    school: `guardería guarderia infantil infancia primaria colegio cole instituto escuela eso preescolar parvulario secundaria bachillerato`,
    birthday: 'cumpleaños cumple',
    born: 'nació nacido nacida',
    duration:
      'para desde hace durante experiencia cárcel prisión más menos llevamos lleva llevo garantía mayores menores después antes',
    and: 'y o pero que e',
    have: 'tengo tenemos tiene',
    against: `perro perra gato caballo coche casa árbol empresa startup marca whisky vino puente juguete juguetes libro ropa zapatos colección
      talla chaqueta bicicleta ordenador proyecto tienda gratis`,
    adult: `trabaja abogado abogada ingeniero ingeniera médico boda casado panadero profesor profesora maestra maestro universidad
      directora director casan`,
    picture: 'retrato pintura óleo acuarela ilustración cinematográfico dibujo arte 8k 4k',
  },
};

/** Numbers in words by their value, from 1 on; forms are divided by `/`. */
export const NUMBER_WORDS: Readonly<Record<Language, string>> = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  ru: `один/одного/полтора/полторы два/двух/двое три/трёх/трех четыре/четырёх пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти
    десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать`,
  ka: 'ერთი/ერთის ორი/ორის სამი/სამის ოთხი/ოთხის ხუთი/ხუთის ექვსი/ექვსის შვიდი/შვიდის რვა/რვის ცხრა ათი/ათის თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი',
  de: 'eins/ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn',
  fr: 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  es: 'un/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete',
};
