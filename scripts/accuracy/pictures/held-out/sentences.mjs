// What is said in the held-out half: other words around the values than in the half that is tuned on.

export const SAID = {
  en: [
    'FYI {name} moved, reach her under {phone} now',
    'pls cc {email} on that',
    '{email} bounced, try {email}',
    'cell {phone}, office {phone}',
    'new tenant: {name} / {email} / {phone}',
    'the plumber? {phone}. ask for {name}',
    'transfer the rest to {iban} thx',
    'my dob is {birthday} if they ask',
    'reachable at {phone} until noon',
  ],
  de: [
    'Neue Nummer von mir: {phone}',
    'mailst du das noch an {email}?',
    'Hausverwaltung: {name}, {phone}',
    'bitte an {iban} überweisen',
    'erreichbar unter {phone} oder {email}',
  ],
  fr: ['le plombier : {phone}', 'envoie à {email} stp', 'contact {name}, {phone}', 'joignable au {phone} ou {email}'],
  es: ['el fontanero: {phone}', 'envíalo a {email} porfa', 'pregunta por {name}, {phone}', 'contacto {email}'],
  it: ['idraulico {phone}', 'manda a {email} grazie', 'chiedi di {name}, {phone}'],
  pl: ['hydraulik {phone}', 'wyślij na {email}', 'pytaj o {name}, {phone}'],
  pt: ['canalizador {phone}', 'envia para {email}', 'fala com {name}, {phone}'],
  tr: ['tesisatçı {phone}', '{email} adresine yolla', '{name} ile konuş, {phone}'],
  ru: ['сантехник {phone}', 'скинь на {email}', 'спроси {name}, {phone}', 'звони {phone} до обеда'],
  ka: ['სანტექნიკოსი {phone}', 'გადააგზავნე {email}', 'იკითხე {name}, {phone}'],
};

export const UNSAID = {
  en: [
    'sounds good',
    'can we move standup to 9:45?',
    'shipped v2.14.0 to staging',
    'lunch?',
    '+1',
    'meeting room 3.07 is free',
    'ETA 20 min',
  ],
  de: ['passt', 'Termin 14:30 verschoben', 'bin gleich da', 'Zimmer 3.07 ist frei'],
  fr: ['parfait', 'réunion à 14h30', "j'arrive", 'salle 307'],
  es: ['perfecto', 'reunión a las 14:30', 'ya llego', 'sala 307'],
  it: ['perfetto', 'riunione alle 14:30', 'arrivo'],
  pl: ['super', 'spotkanie o 14:30', 'zaraz będę'],
  pt: ['perfeito', 'reunião às 14h30', 'já chego'],
  tr: ['harika', 'toplantı 14:30', 'geliyorum'],
  ru: ['отлично', 'встреча в 14:30', 'скоро буду', 'кабинет 307'],
  ka: ['კარგია', 'შეხვედრა 14:30-ზე', 'მოვდივარ'],
};

/** Of a person's country, or of the script. */
export function spokenBy({ language, script }, { country }) {
  return { cyrillic: 'ru', georgian: 'ka' }[script] ?? language(country);
}
