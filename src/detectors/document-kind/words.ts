/**
 * What is printed on documents: their titles, and the labels of their fields. Own lists in English, German, French, Spanish, Italian,
 * Portuguese, Russian, Ukrainian and Georgian, after Regulation (EU) 2019/1157, Directive 2006/126/EC (driving licences) and the
 * pictures of PRADO, https://www.consilium.europa.eu/prado. Phrases are divided by commas.
 */
import { foldedPhrases } from './fold-words.ts';

export type DocumentType = 'passport' | 'identity-card' | 'driving-licence';
export type Field =
  | 'surname'
  | 'given-names'
  | 'name'
  | 'birth'
  | 'nationality'
  | 'birthplace'
  | 'sex'
  | 'issue'
  | 'expiry'
  | 'authority'
  | 'number'
  | 'address'
  | 'height'
  | 'category';

/** The longest first; a licence names others at times ("Führerschein", "driving licence and identity card"). */
export const TITLES: readonly (readonly [DocumentType, readonly string[]])[] = [
  [
    'driving-licence',
    foldedPhrases(`driving licence, driving license, driver licence, driver license, drivers license, driver's license, drivers licence, provisional licence,
      führerschein, fuehrerschein, permis de conduire, permiso de conducción, permiso de conducir, licencia de conducir, licencia de conducción, patente di guida,
      carta de condução, rijbewijs, prawo jazdy, водительское удостоверение, посвідчення водія, მართვის მოწმობა, მძღოლის მოწმობა, sürücü belgesi`),
  ],
  [
    'identity-card',
    foldedPhrases(`identity card, identification card, national identity, id card, personalausweis, identitätskarte, carte nationale d'identité, carte d'identité,
      documento nacional de identidad, tarjeta de identidad, cédula de ciudadanía, cédula de identidad, carta d'identità, cartão de cidadão, identiteitskaart,
      dowód osobisty, удостоверение личности, посвідчення особи, паспорт гражданина україни, პირადობის მოწმობა, პირადობის ბარათი, residence permit, aufenthaltstitel,
      titre de séjour, permiso de residencia, вид на жительство, ბინადრობის მოწმობა, permanent resident, kimlik kartı, identitetskort, nationellt id kort, občanský průkaz, személyazonosító igazolvány, carte de identitate, lična karta, osobna iskaznica`),
  ],
  [
    'passport',
    foldedPhrases(
      'passport, reisepass, reisepaß, passeport, pasaporte, passaporto, passaporte, paspoort, paszport, pasaport, útlevél, cestovní pas, паспорт, პასპორტი',
    ),
  ],
];

const FIELD_PHRASES: Readonly<Record<Field, string>> = {
  surname: `surname, ln, last name, family name, surnames, nom, nom de famille, nom d'usage, apellidos, apellido, primer apellido, segundo apellido, nachname, familienname,
    cognome, apelidos, nazwisko, nazwiska, soyadı, achternaam, efternamn, etternavn, příjmení, gvari, фамилия, прізвище, გვარი`,
  'given-names': `given names, fn, given name, given name s, first name, first names, forenames, forename, prénom, prénoms, prénom s, nombre, nombres, vorname, vornamen, nome, nomi, nomes próprios, imię, imiona, adı, voornamen, förnamn, fornavn, jméno, saxeli,
    имя, имена, отчество, ім'я, по батькові, სახელი, საკუთარი სახელი`,
  name: 'name, full name, names, holder, holder name, name of holder, titulaire, titular, inhaber, владелец, მფლობელი, ფლობს',
  birth: `date of birth, birth date, birthdate, dob, born, geburtsdatum, geburtstag, geboren, geboren am, date de naissance, né le, née le, fecha de nacimiento,
    fecha nacimiento, data di nascita, luogo e data di nascita, data de nascimento, data urodzenia, doğum tarihi, geboortedatum, födelsedatum, fødselsdato, datum narození, dab tarigi, дата рождения, дата народження, დაბადების თარიღი, დაბადების დღე`,
  nationality: `nationality, nationalité, nacionalidad, staatsangehörigkeit, nazionalità, cittadinanza, nacionalidade, obywatelstwo, uyruğu, nationaliteit, nationalitet, medborgarskap, citizenship, гражданство, громадянство, მოქალაქეობა`,
  birthplace: `place of birth, birthplace, geburtsort, lieu de naissance, lugar de nacimiento, luogo di nascita, miejsce urodzenia, doğum yeri, geboorteplaats, födelseort, local de nascimento, место рождения, місце народження, დაბადების ადგილი`,
  sex: `sex, gender, sexe, sexo, geschlecht, sesso, płeć, cinsiyeti, cinsiyet, geslacht, kön, пол, стать, სქესი`,
  issue: `date of issue, issue date, issued, issued on, iss, ausstellungsdatum, ausgestellt am, tag der ausstellung, date de délivrance, délivré le, fecha de expedición,
    fecha de emisión, data di rilascio, data de emissão, data wydania, veriliş tarihi, datum van afgifte, utfärdat, дата выдачи, дата видачі, გაცემის თარიღი, გაცემულია`,
  expiry: `date of expiry, expiry date, expiration date, expires, expires on, exp, valid until, gültig bis, gültigkeitsdauer, date d'expiration, valable jusqu'au, fecha de caducidad,
    fecha de vencimiento, válido hasta, validez, data di scadenza, scadenza, válido até, data de validade, termin ważności, data upływu ważności, data ważności, geçerlilik tarihi, son geçerlilik, son geçerlilik tarihi, geldig tot, giltigt till, platnost do, срок действия, действителен до, дійсний до, მოქმედების ვადა, ძალაშია, მოქმედია`,
  authority: `authority, issuing authority, issued by, behörde, ausstellende behörde, autorité, autoridad, autorità, organ wydający, veren makam, autoriteit, autoridade, кем выдан, орган выдавший документ, орган що видав, გამცემი ორგანო,
    გამცემი`,
  number: `passport no, passport number, passport nr, document no, document number, document nr, card no, card number, id no, id number, identity no, licence no, license no,
    licence number, license number, dl no, dl, dln, passnummer, pass nr, reisepass nr, ausweisnummer, ausweis nr, dokumentennummer, seriennummer, führerscheinnummer,
    nr du passeport, no du passeport, passeport no, passeport nr, pasaporte nr, passaporto no, passaporto nr, passaporte no, passaporte n, nr paszportu, numer paszportu, numer dowodu, numer dowodu osobistego, pasaport no, seri no, n documento, numero documento, documentnummer, paspoortnummer, passnummer, pasnummer, číslo dokladu, reisepass no, pass no, numéro du document, numéro, no document, número de pasaporte, pasaporte no, número de documento, num soport, núm soporte, dni, idesp,
    номер паспорта, номер документа, номер, паспорт no, პასპორტის ნომერი, პასპორტი no, პირადი ნომერი, პირადი no, ბარათის ნომერი, ბარათის no, მოწმობის ნომერი, personal no, personal number`,
  address: `address, anschrift, adresse, wohnort, domicilio, dirección, indirizzo, адрес, адрес регистрации, მისამართი`,
  height: `height, hgt, größe, taille, estatura, statura, рост, eyes, augenfarbe, eye color, colour of eyes, couleur des yeux`,
  category: `class, categories, vehicle categories, klassen, catégories, clases, категории, კატეგორია, კატეგორიები, type, typ, code, code of issuing state, country code, тип, код государства`,
};

export const FIELDS: ReadonlyMap<string, Field> = new Map(
  (Object.keys(FIELD_PHRASES) as Field[]).flatMap((field) =>
    foldedPhrases(FIELD_PHRASES[field]).map((phrase): [string, Field] => [phrase, field]),
  ),
);

/** Labels of licences by number: annex I of Directive 2006/126/EC. */
export const NUMBERED_FIELDS: Readonly<Record<string, Field>> = {
  '1': 'surname',
  '2': 'given-names',
  '3': 'birth',
  '4a': 'issue',
  '4b': 'expiry',
  '4c': 'authority',
  '5': 'number',
  '8': 'address',
  '9': 'category',
};
