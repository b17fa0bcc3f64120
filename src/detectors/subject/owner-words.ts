/**
 * Words that say whose a name or a contact detail is, for `owner.ts`: own lists in lower case, whole words and (second) beginnings.
 * English, Russian, Georgian, German, French and Spanish in full; Italian, Portuguese, Dutch, Polish, Ukrainian and Turkish in part.
 */
import { type WordTest, wordTest } from '../context-words.ts';

/** Whom the words say a value belongs to, by the kind of word that says it. */
export type Owner =
  | 'kin'
  | 'third-person-possessive'
  | 'plural-possessive'
  | 'addressed'
  | 'first-person'
  | 'own-business'
  | 'business-words';

/** "my number", "mein Handy", "мой телефон". */
export const isMy: WordTest = wordTest(`
  my mine mein meine meiner meinem meinen meines meins mon ma mes mien mienne mi mis mío mía mio mia meu minha mijn min mitt
  mój moja moje mojego můj мой моя моё мое мои моего моему моей моём моем мою моим моими моих мій моє ჩემი ჩემს ჩემზე ჩემია benim`);
/** "our office", "unser Laden". */
export const isOur: WordTest = wordTest(`
  our ours unser unsere unserer unserem unseren unseres notre nos nôtre nuestro nuestra nuestros nuestras nostro nostra
  nosso nossa ons onze nasz nasza nasze наш наша наше наши нашего нашему нашей нашем наших нашим наш ჩვენი ჩვენს ჩვენთან bizim`);
/** "call me", "erreichst mich", "меня зовут": the writer's own only beside a word of `isReaching`. */
export const isMe: WordTest = wordTest('me mich mir moi mnie mně mne мне меня мной мною mig meg bana conmigo');
/** "call us", "приходите к нам". */
export const isUs: WordTest = wordTest('us uns nous нам нас нами nam nas bize');
/** The subject of "I live at", "I'm at", "we are at". */
export const isI: WordTest = wordTest("i i'm im i’m ich je j j’ yo я მე eu ik ja");
export const isWe: WordTest = wordTest("we we're we’re wir on nosotros мы ჩვენ noi nós wij");

export const isReaching: WordTest = wordTest(
  `email mail e-mail call text phone ring reach contact message write ping dial whatsapp sms fax find calls follow add visit
  see dm meet join come erreichst erreichen erreicht schreib schreibt schreiben ruf ruft rufen folge folgt kontaktiere
  kontaktieren kontaktiert besuche besuchen besucht finden findet findest meld melde meldet melden dich appelez appelle appeler contactez contacter contacte écrivez
  écris écrire joindre trouver retrouvez suivez voir venez joignable contactar llamar escribir encontrar llama llame llamen escribe escriba
  contacta contactad sigue sígan zadzwoń napisz найдёте найдете`,
  'звон позвон пиши пишит напиш напис набра набер связа свяж зовут звать добав подпис приход приезж ждём ждем найт',
);
/** One word for "call me", "I live at". */
export const isReachingMe: WordTest = wordTest(
  `appelle-moi appelez-moi écris-moi écrivez-moi contactez-moi contacte-moi joignez-moi llámame llámenme llámeme escríbeme
  escríbanme escríbame llamarme escribirme contactarme encontrarme contáctame contáctenme sígueme chiamami scrivimi vivo mándame mandame envíame მომწერე მომწერეთ დამირეკე
  დამირეკეთ დამირეკონ დამიკავშირდით დამიკავშირდეთ დამიკავშირდი დამირეკო მომმართეთ მიპოვით ვცხოვრობ მქვია живу wohne`,
);
/** One word for "call us", "visit us". */
export const isReachingUs: WordTest = wordTest(
  `appelez-nous écrivez-nous contactez-nous suivez-nous rejoignez-nous retrouvez-nous trouvez-nous rendez-nous llámanos
  llámenos escríbenos escríbanos visítanos visítenos esperamos contáctanos síguenos llamarnos escribirnos contactarnos encontrarnos encuéntranos estamos находимся დაგვირეკეთ დაგვირეკე
  მოგვწერეთ მოგვწერე გვეწვიეთ გვეწვიე დაგვიკავშირდით დაგვიკავშირდეთ გამოგვყევით გვიპოვით გელოდებით მობრძანდით ვმდებარეობთ მოგვყევით`,
);
/** Verbs of the first person that want `isI` or `isWe` before them. */
export const isBeing: WordTest = wordTest(
  'am live are moved sit habite attend attendons freuen suis sommes sind wohnen lebe',
);

/** "my name is": a name belongs to `my` by these only; `my Anna` is somebody else. */
export const isNaming: WordTest = wordTest(`
  name name's heiße heisse nom prénom nombre imię имя зовут звать სახელი სახელია adım nome naam nazwisko ім'я фамилия`);
/** "I'm Anna", one word before the name. */
export const isIntroducing: WordTest = wordTest(
  "i'm i’m heiße heisse soy llamo mქვია მქვია nazywam chiamo sono j'suis",
);
/** Those that introduce only behind the given word. */
export const INTRODUCING_AFTER: ReadonlyMap<string, WordTest> = new Map([
  ['am', wordTest('i')],
  ['bin', wordTest('ich')],
  ['suis', wordTest('je')],
  ["m'appelle", wordTest('je')],
  ['m’appelle', wordTest('je')],
  ['ვარ', wordTest('მე')],
  ['зовут', wordTest('меня')],
  ['меня', wordTest('зовут')],
]);

export const isThird: WordTest = wordTest(`
  his her hers him sein seine seiner seinen seinem ses sa son lui suo sua seu dele dela zijn haar hans hennes deres
  jego jej jeho její его её ее ему ей него неё нее його її їх მისი მის მისგან იმის onun cuyo suya suyo`);
/** May be a person's, a couple's or a company's. */
export const isTheirs: WordTest = wordTest(`
  their theirs them ihr ihre ihrer ihren ihrem ihm ihnen leur leurs eux su sus loro hun их им მათი მათ onların`);

export const isKin: WordTest = wordTest(
  `mother mom mum mama mummy mommy father dad daddy papa parents parent sister brother son sons daughter daughters wife husband spouse
  partner girlfriend boyfriend fiancé fiancée fiance fiancee aunt auntie uncle cousin niece nephew grandmother grandfather grandma
  grandpa granny nan grandson granddaughter mother-in-law father-in-law sister-in-law brother-in-law stepmother stepfather friend friends bestie
  buddy mate neighbour neighbours neighbor neighbors colleague colleagues coworker co-worker boss manager landlord landlady tenant
  roommate flatmate housemate classmate teacher tutor coach doctor dentist therapist nurse nanny babysitter client clients customer
  customers patient patients child children kid kids baby ex ex-husband ex-wife employee employees trainee intern assistant secretary student students pupil
  accountant lawyer guest guests bride groom applicant candidate relative victim witness passenger
  oma opa papa papas sohn sohnes mann mannes frau onkel tante neffe nichte chef chefin chefs kind kinder kindes
  mère père sœur soeur frère fils fille femme mari époux épouse ami amie copain copine voisin voisine voisins collègue patron patronne
  belle-mère beau-père belle-sœur beau-frère grand-mère grand-père mamie papi tante oncle neveu nièce cousin cousine associé associée
  client cliente clients patient patiente élève stagiaire comptable médecin enfant enfants bébé conjoint propriétaire locataire employé employée
  madre padre mamá papá hermana hermano hijo hija hijos esposa esposo marido mujer novia novio amigo amiga vecino vecina jefe jefa
  suegra suegro cuñada cuñado abuela abuelo tía tío prima primo sobrina sobrino cliente clienta paciente alumno alumna becaria becario
  contable médico niño bebé inquilino casero empleada empleado compañero compañera profe profesora profesor socio socia nuera yerno
  sorella fratello figlio figlia moglie amico amica amigo amiga irmã irmão filho filha matka ojciec siostra brat żona mąż syn córka
  папа папы папе папу папой отец отца отцу отцом сын сына сыну сыном жена жены жене жену женой муж мужа мужу мужем друг друга другу
  другом друзья друзей брат брата брату братом парень парня парню тётя тети тёти тете тётя дети детей детям мама маме мамы маму мамой зять зятя
  тесть свёкор мать мой-муж врач врача врачу
  და-ძმა დის დას დაიკოს დაჩემი დაჩემის დაჩემს დისთვის anne annem annemin baba babam babamın kardeş kardeşim arkadaş arkadaşım eşim`,
  `mutter mutti vater schwester bruder tochter töchter schwieger großmutter großvater freund freundin nachbar kolleg mieter vermieter patient
  kundin kunden kunde mandant schüler lehrer arzt ärztin trauzeug cousin verlobt ehemann ehefrau azubi praktikant mitarbeiter
  mitbewohn steuerberater steuerberaterin hausarzt exmann exfreund enkel baby
  матер матушк мамоч сестр дочк дочер дочь дочур подруг сосед коллег начальн бабушк дедушк бабул дядя дяде дяди дядю племян свекр тёщ тещ
  невест жених клиент заказчи пациент учени учител бухгалт сотрудн стажёр стажер арендат девушк супруг ребён ребен внук внуч тренер няня няни квартирант
  матері сестри чоловік дружин
  დედა დედი მამა მამი ძმა ძმი ძმს შვილ ქალიშვილ ვაჟიშვილ ვაჟმა ცოლ მეუღლ ქმარ ქმრ ბებია ბებო ბაბუ დეიდ ბიძა ბიძი მამიდ მეგობ მეზობ უფროს კოლეგ
  თანამშრომ კლიენტ პაციენტ მოსწავლ მასწავლ ბუღალტ დედამთ მამამთ სიდედრ რძალ რძლ სიძე სიძის საქმრო ნათესავ ექიმ სტაჟიორ მოიჯარ შეყვარ ბიძაშვ
  დეიდაშვ მეწყვილ`,
);

/** "Dear Mr Miller", "Frau Krohn", "г-н Орлов": somebody who is spoken to or about. */
export const isAddressing: WordTest = wordTest(
  `mr mrs ms miss mx dr prof sir madam dear herr herrn frau fräulein liebe lieber geehrte geehrter monsieur madame mademoiselle
  m mme mlle maître cher chère señor señora señorita sr sra srta don doña estimado estimada querido querida patient patientin
  patiente paciente пациент пациентка господин господина госпожа госпожи госпоже г-н г-жа уважаемый уважаемая дорогой дорогая
  товарищ ბატონი ბატონო ბატონს ბატონმა ქალბატონი ქალბატონო ქალბატონს პატივცემულო ძვირფასო პაციენტი pani pan signor signora senhor senhora`,
);

/** "not my number". `no` counts only before whose it is: behind, it means "number". */
export const isNegation: WordTest = wordTest(`
  not isn't isn’t ain't don't don’t never nicht kein keine nie pas jamais no nunca не ни нет არ არაა არასოდეს non não niet nie değil`);

/** A place of business behind `our`; alone it may be where one person works: "Office: …" on a card. */
export const isBusiness: WordTest = wordTest(
  `office offices company studio salon headquarters hq branch warehouse showroom department sales enquiries inquiries bookings reservations orders
  garage bakery team press büro filiale praxis werkstatt firma vertrieb bestellungen reservierung reservierungen anmeldung bureau siège agence société cabinet atelier
  réservations réservation commandes oficina empresa taller panadería reservas pedidos офис офиса офисе салон компания компании студия заказы бронь
  бронирование запись доставка`,
  'отдел ოფის სალონ კომპანი განყოფილებ სტუდი შეკვეთ ჯავშან',
);
/** A counter that many people answer at: an organisation's also alone. */
export const isService: WordTest = wordTest(
  `hotline helpline helpdesk support service services care reception desk switchboard store shop restaurant café cafe hotel clinic zentrale kundenservice kundendienst
  kundenbetreuung servicenummer bestellhotline laden geschäft rezeption empfang boutique magasin standard accueil vert tienda recepción centralita gratuita atención
  кафе ресторан ресепшн ресепшен линия клиника`,
  'магазин служб поддержк მაღაზ კაფე რესტორ ხაზი კლინიკ მომსახურ',
);
/** Legal forms behind or before a firm's name: https://e-justice.europa.eu (registers of the member states) and usual ones. */
export const isLegalForm: WordTest = wordTest(
  'ltd llc inc gmbh ag plc corp kg ug ohg gbr sarl sas sasu eurl sa sl slu slne srl spa bv nv oy ab oü ооо оао зао пао ао тоо შპს სს',
);

/** What may stand between whose it is and the value, in any number. */
export const isBetween: WordTest = wordTest(
  `is are was be been being can could will would may at on under via by with to the a an and or new old own current private personal work home
  business mobile main primary direct best here now also full first last middle maiden please just always anytime you your today line free
  it one simply directly daily of iban bic swift bank card credit debit visa mastercard amex cvv expires passport id ssn social security insurance tax licence license
  driver's driving driver date birth birthday birthdate dob born plate registration
  bankverbindung kontonummer konto kreditkarte kreditkartennummer karte ausweis ausweisnummer personalausweis personalausweisnummer reisepass reisepassnummer pass
  steuer steuernummer steuer-id führerschein führerscheinnummer geburtsdatum geburtstag geboren kennzeichen
  carte bancaire passeport sécurité sociale permis conduire naissance anniversaire née né immatriculation compte
  tarjeta pasaporte dni nie nif cuenta nacimiento cumpleaños matrícula carné conducir seguridad nací
  карта карты счёт счет паспорт паспорта снилс инн рождения день права прав госномер дата
  ბარათი ბარათის ანგარიში პასპორტი პასპორტის პირადობა დაბადების თარიღი დაბადებული
  email e-mail mail emails address addresses phone phones telephone tel number numbers no nr cell cellphone whatsapp contact contacts t
  viber telegram signal skype fax name names details info id account handle landline insta instagram ig tiktok facebook fb twitter x profile page reached
  toll freephone about questions for quote located it's its that's still only following
  ist lautet unter die der das den dem adresse mailadresse e-mail-adresse telefon telefonnummer nummer handy handynummer mobil mobilnummer hier
  durchwahl festnetz privat private neue neuer neues neuen alte geschäftlich dienstlich telefonisch per am bitte auch oder und gern gerne jederzeit sie du
  an zu bei von vom im zum am in auf mal einfach direkt kostenlos heißt heisst erreichbar anschrift kontakt mobilfunk doch mal so
  par via directement simplement est le la l les au aux à numéro n numeros téléphone tél portable courriel adresse nouveau nouvelle ancien perso sur pour et ou ici c'est
  que voici ligne directe mobile de du des un une vous tu peux pouvez s'appelle vert fixe
  directamente simplemente datos es el lo los las número numero teléfono móvil movil celular correo electrónico dirección nuevo nueva nueva por en con para y o e ése ese este al del se
  llama puedes pueden podéis aquí usted directo directa fijo línea número:
  è il o to jest i numer telefonu adres indirizzo cellulare telefono telefone
  это по на в к с и или тут здесь вот просто напрямую контакты контакт адрес адресу адреса телефон телефона телефону номер номера номеру почта почты почту почте мейл емейл имейл мобильный мобильного
  сотовый личный рабочий новый новая новое старый прямой городской вотсап вотсапе вотсапу ватсап ватсапе телеграм телеграме телеграмм тг инстаграм инста инстаграме вайбер ник моб
  тел можно всегда пожалуйста вас вам ещё также бесплатно живёт живет
  რომ არის არიან და ან ნომერი ნომერია ნომერზე ნომრით ტელეფონი ტელეფონია ტელეფონზე ტელეფონის ტელ მობ მობილური მეილი მეილია მეილზე ელფოსტა ელფოსტაა ელფოსტის ფოსტა
  მისამართი მისამართია მისამართზე ახალი ძველი პირადი სამსახურის პირდაპირი ვოთსაფი ვოთსაფზე ვაიბერი ინსტაგრამი ინსტაგრამია ინსტა ფეისბუქი შეგიძლიათ შეგიძლია
  აქ ასევე გთხოვთ უფასო ჰქვია
  numarası numaram telefonu telefonum adresi adı`,
);
/** Labels alone: nothing else may stand between two details of one person or shop. */
export const isLabel: WordTest = wordTest(`
  email e-mail mail tel telephone phone mobile cell whatsapp viber telegram signal fax address contact contacts insta instagram ig tiktok
  facebook fb web website or and call dm telefon handy mobil adresse kontakt oder und téléphone tél portable adresse courriel ou et teléfono
  móvil correo dirección o y contacto тел телефон моб почта адрес эл или и вотсап ватсап телеграм инстаграм инста ტელ ტელეფონი მობ მეილი ელფოსტა მისამართი
  ან და ვოთსაფი ინსტაგრამი ინსტა t m e p w`);
/** "… is Karen's mobile", "телефон Карины", "Nadjas Adresse": a name beside one of these owns what is meant. */
export const isDetail: WordTest = wordTest(
  `email e-mail mail phone number mobile cell address handle whatsapp name adresse handy nummer handynummer telefon telefonnummer mailadresse e-mail-adresse
  numéro téléphone portable courriel mail adresse número teléfono móvil correo dirección телефон номер почта адрес мейл мобильный телеграм инстаграм
  ნომერი ნომერია ტელეფონი ტელეფონია მეილი მეილია მისამართი მისამართია ელფოსტა`,
);
/** What goes to somebody: behind one of these, details beside the account's own are another's. */
export const isReceiving: WordTest = wordTest(
  'to recipient recipients attendees customer buyer guest cc bcc an für for empfänger kunde destinataire pour para destinatario кому для მიმღები',
  'ship deliver invit liefer versand rechnungsadr livraison expédi envío entrega получат доставк покупат მიტან',
);
/** "Send my number to …": what follows is where it goes. */
export const isTowards: WordTest = wordTest('to an à a на into');
/** "Save it to my phone: …", "my contact: …": what follows is somebody else's. */
export const isSaving: WordTest = wordTest(
  'save add store put speichere speicher notiere enregistre ajoute note guarda añade apunta сохрани добавь запиши შეინახე ჩაწერე დაამატე',
);
export const isContact: WordTest = wordTest('contact contacts kontakt kontakte contacto contactos');
export const isPhoneWord: WordTest = wordTest(
  'phone handy portable móvil mobile cell',
  'number numéro número telefon teléfon téléphon nummer телефон номер ნომერ ტელეფონ',
);
export const isMailWord: WordTest = wordTest(
  'mail email e-mail courriel correo',
  'почт мейл емейл имейл მეილ ელფოსტ mailadress e-mail-adress',
);
