/** Words that say whose a name or a contact detail is: own lists in lower case, for `subject.ts`. */

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** "my number", "mein Handy", "мой телефон". */
export const FIRST_PERSON: ReadonlySet<string> = wordSet(`
  my mine mein meine meiner meinem mon ma mes mi mis mío mio mia meu minha mijn min mitt mój moja moje mojego můj moje
  мой моя моё мое мои моего моему моей мій моє ჩემი ჩემს ჩემზე benim μου`);
/** "call me on", "erreichst mich unter", "меня зовут": own only beside a word of `REACHING`. */
export const FIRST_OBJECT: ReadonlySet<string> = wordSet('me us mich mir moi mnie mně mne мне меня mig meg bana');
export const REACHING: ReadonlySet<string> = wordSet(`
  email mail e-mail call text phone ring reach contact message write ping dial whatsapp sms fax find calls
  erreichst erreichen erreicht schreib ruf kontaktiere appelez appelle contactez écrivez joindre llámame llama escribe contacta
  chiamami scrivimi zadzwoń napisz позвони позвоните пиши пишите напиши звони звоните зовут звати`);
/** One word for both. */
export const FIRST_REACHING: ReadonlySet<string> = wordSet(
  'appelle-moi appelez-moi écris-moi écrivez-moi contactez-moi llámame llámeme escríbeme chiamami scrivimi',
);

export const THIRD_PERSON: ReadonlySet<string> = wordSet(`
  his her hers their theirs him them sein seine seiner seinen ihr ihre ihrer ihren ihm ihnen ses sa leur leurs lui su sus suyo suya
  suo sua loro seu dele dela zijn haar hun hans hennes deres jego jej ich jeho její его её ее их ему ей него неё нее його її їх
  მისი მათი მას onun onların`);
export const KIN: ReadonlySet<string> = wordSet(`
  mother mom mum mama father dad papa parents sister brother son daughter wife husband spouse partner girlfriend boyfriend fiancé
  fiancée fiance fiancee aunt uncle cousin niece nephew grandmother grandfather grandma grandpa friend friends neighbour neighbor
  colleague coworker co-worker boss manager landlord tenant roommate flatmate classmate teacher doctor nanny client customer patient
  child kid kids ex
  mutter vater schwester bruder sohn tochter frau mann freund freundin nachbar nachbarin kollege kollegin chef chefin
  mère père sœur soeur frère fils fille femme mari ami amie voisin voisine collègue madre padre hermana hermano hijo hija esposa
  esposo marido novia novio amigo amiga sorella fratello figlio figlia moglie marito amico amica matka ojciec siostra brat żona mąż
  мама мамы маме мать матери папа папы отец отца сестра сестры брат брата жена жены муж мужа сын сына дочь дочери друг друга
  подруга подруги сосед соседа начальник коллега коллеги бабушка бабушки დედა დედის დედაჩემის მამა მამის ძმა დის და ცოლი ქმარი
  მეგობარი მეგობრის anne annem annemin baba babamın kardeş arkadaş arkadaşım arkadaşımın`);

/** What may stand between whose it is and the value, in any number. */
export const BETWEEN: ReadonlySet<string> = wordSet(`
  is are was be at on under via by with to the a an and or new old own current private personal work home office business mobile
  main primary direct best here now also full first last middle maiden
  email e-mail mail emails address addresses phone phones telephone tel number numbers no cell cellphone whatsapp contact contacts
  viber telegram signal skype fax line name names details info id account handle
  ist lautet unter die der das adresse mailadresse e-mail-adresse telefon telefonnummer nummer handy handynummer mobil mobilnummer
  est le la les au numéro téléphone portable adresse courriel nom es el número teléfono móvil correo electrónico nombre è il numero
  telefono cellulare indirizzo nome o telefone celular to jest numer telefonu adres imię
  это зовут звати телефон телефона номер номера почта почты адрес мейл емейл имя мобильный რომ არის ნომერი ნომერია ტელეფონი ტელეფონის მეილი ელფოსტა
  numarası numaram telefonu adresi adı`);

/** Mailboxes of an office, not of a person: RFC 2142 and the usual ones. */
export const ROLE_MAILBOXES: ReadonlySet<string> = wordSet(`
  info contact support help helpdesk hello hi office admin administrator postmaster hostmaster webmaster abuse noc security sales
  marketing press media pr news newsletter noreply no-reply no_reply donotreply do-not-reply mailer-daemon billing invoice invoices
  accounting accounts finance payments orders order shop store service customerservice customercare customer-service care feedback
  enquiries enquiry inquiries inquiry jobs careers career hr recruiting recruitment team mail privacy dpo gdpr legal compliance
  reception booking bookings reservations reservation events partners partnership api dev developers bugs notifications notification
  alerts updates unsubscribe subscribe list root www kontakt kundenservice bewerbung datenschutz buchhaltung rechnung contacto ventas
  soporte contato vendas commercial contatti assistenza biuro sekretariat zakupki`);
