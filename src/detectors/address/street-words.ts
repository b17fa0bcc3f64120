/**
 * Words that streets are called by, and the words around them: units, boxes, numbers. In lower case, by language; a form that is
 * written with a full stop stands with it (`st.`), so that the stop does not end the sentence.
 *
 * Sources: USPS Publication 28 appendix C (street suffixes, unit designators, https://pe.usps.com/text/pub28/28apc_002.htm), Universal
 * Postal Union addressing systems by country (https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions),
 * abbreviations of OpenStreetMap's name finder (https://wiki.openstreetmap.org/wiki/Name_finder:Abbreviations).
 */

/** What a word can be in an address; a word may be several. */
export const ROLE = {
  /** Stands before the street's name: `rue`, `ul.`, `Calle`. */
  before: 1,
  /** Stands after the street's name: `Street`, `utca`, `ქუჩა`. */
  after: 2,
  /** Means other things too: `Court`, `Place`, `Via`. */
  weak: 4,
  /** Its house number stands before the name, as in English. */
  numberFirst: 8,
  /** A part of a house: `Apt.`, `Suite`, `кв.`, `Bina`. */
  unit: 16,
  /** Introduces the house number: `No.`, `Nr`, `д.`. */
  number: 32,
  /** Written with a full stop. */
  abbreviation: 64,
  /** A small word within names: `de la`, `van der`. */
  particle: 128,
  /** Never part of a name: `and`, `is`, `on`, `km`. */
  stop: 256,
  /** Names a place: `г.`, `с.`, `village`. */
  place: 512,
  /** A month or a day: with a number it is a date. */
  date: 1024,
  /** Stands behind a part of a house: `2nd floor`, `6. emelet`. */
  level: 2048,
  /** A street's word that mostly means something else: `View`, `Field`. */
  rare: 4096,
} as const;

const STRONG_AFTER_NUMBER_FIRST =
  'street st. road rd. avenue ave. av. lane ln. boulevard blvd. terrace crescent cres. parkway pkwy. highway hwy. turnpike expressway crt. dr. pde. parade esplanade causeway';
const WEAK_AFTER_NUMBER_FIRST =
  'alley bypass circle cir. close common commons court ct. cove creek crossing dale drive drv. estate estates extension garden gardens gateway glen green grove heights hill hollow landing loop manor meadow meadows mews path pike place pl. plaza ridge square sq. station trace track trail trl. village vista walk way wharf';
/** In most texts they are no streets, however the number looks. */
const RARE_AFTER_NUMBER_FIRST =
  'arcade bend bridge brook burgs center centre corner corners course dam divide falls ferry field fields flat flats ford forest forge fork forks fort freeway glens greens groves harbor harbour haven hills inlet island isle junction key keys knoll knolls lake light lights loaf lock locks lodge mall mill mills mission motorway mount mountain neck orchard oval overpass park parks pass passage pine pines plain plains point points port ports prairie quay radial ramp ranch rapid rapids rest rise river row run shoal shore shores skyway spring springs spur stravenue stream summit throughway trafficway tunnel underpass union valley via viaduct view ville walks wall well wells';
const STRONG_AFTER = [
  'straße strasse str. gasse allee', // de
  'straat laan plein gracht steenweg kade singel', // nl
  'gata gatan gade vej vei väg vägen veien plads gränd stígur', // Nordic
  'katu tie kuja polku bulevardi', // fi
  'utca út útja tér tere körút krt. köz sétány fasor rakpart u.', // hu
  'ulice třída náměstí nábřeží nábrežie nám. cesta ulica trg šetalište', // cs, sk, sl, hr
  'iela gatvė tänav puiestee maantee mnt. pst. tee', // lv, lt, et
  'улица ул. проспект пр-т пр-кт просп. переулок пер. бульвар б-р шоссе набережная наб. площадь проезд тупик аллея', // ru
  'вулиця вул. провулок пров. площа узвіз', // uk
  'ქუჩა ქუჩის ქუჩაზე ქ. გამზირი გამზირზე გამზ. ჩიხი შესახვევი ხეივანი მოედანი გზატკეცილი', // ka
  'caddesi cad. cd. sokak sokağı sok. sk. bulvarı blv. mahallesi mah. mh. yolu meydanı', // tr
  'nagar marg chowk ganj küçəsi', // in, az
];
const WEAK_AFTER = 'gate weg platz ring tn. g. put tie välja park stieg steig';
const STRONG_BEFORE = [
  'rue avenue av. ave. boulevard bd. blvd. allée impasse chemin quai ruelle', // fr
  'calle avenida avda. avd. paseo carretera ctra. callejón ronda blv. glorieta travesía urbanización camino carrera cra. privada calzada andador cerrada pasaje diagonal prolongación circunvalación', // es
  'carrer avinguda rambla rúa passeig', // ca, gl
  'via. viale piazza corso vicolo piazzale piazzetta borgo strada lungomare contrada rotonda', // it
  'rua travessa praça alameda rodovia estrada beco viela ladeira', // pt
  'ul. ulica aleja aleje al. os. osiedle plac pl. ulice náměstí třída', // pl, cs
  'улица ул. алл. парк бул. проспект пр-т пр-кт просп. пр. переулок пер. бульвар б-р бул. шоссе ш. набережная наб. площадь пл. проезд тупик аллея микрорайон мкр.', // ru
  'вулиця вул. провулок пров. площа узвіз шосе набережна', // uk, bg
  'strada str. soseaua bulevardul bd. aleea calea șoseaua sos. intrarea splaiul', // ro
  'οδός οδος λεωφόρος λεωφ. λεωφ λ. πλατεία', // el
  'jalan jl. rruga jln.', // id, ms, sq
  'شارع طريق נתיב רחוב רח שדרות דרך משעול סמטת', // ar, he
  'ถนน ถ. ซอย ซ.', // th
  'đường phố ngõ hẻm', // vi
  'küç. küçəsi', // az
  'straße trg', // Straße des 17. Juni
];
const WEAK_BEFORE =
  'via place pl. plaza cours largo route square c. r. c r salita vico campo cité sentier villa col. colonia zona ш. proc. unter alt am im zum zur lago lagoa jardim jardins recanto vale praia chácara fazenda colônia condomínio quadra trecho setor sítio morro passarela residencial parque esplanada núcleo vila viaduto conjunto rang montée côte periférico retorno circuito circunvalación continuación eje peatonal ampliación boulevard transversal tr. cl. kr. ak. pasaje ruta';
/** Endings of one-word streets: `Hauptstraße`, `Kungsgatan`, `Lodskovvej`. Of length four at least, or hardly the end of another word. */
const STRONG_ENDINGS =
  'straße strasse strase str gasse gässchen allee steenweg steinweg stieg straat laan dreef plein gracht kade dijk singel steeg vej vejen gade vei veien gata gatan vegen vägen gränd stigen plads backen katu kuja polku bulevardi tänav utca promenade steg ufer stræde torget';
const WEAK_ENDINGS =
  'gate weg platz ring damm graben lei baan pad gate väg tie plass markt chaussee brücke vegur braut steig stien bakken haugen alléen torg';
/** Words with such an ending that no street is. */
const NO_STREETS =
  'keypad notepad touchpad trackpad thinkpad launchpad gamepad mousepad helipad brigade parkade renegade spring string earring offspring keyring arbeitsplatz parkplatz stellplatz sitzplatz speicherplatz frigate investigate navigate watergate colgate tailgate norweg unterweg umweg hinweg rückweg hottie bowtie selfie brownie';

const UNITS =
  'apartment apt. suite ste. unit flat room rm. floor fl. building bldg. block blk. lot dept. penthouse level tower wing hangar trailer trlr. slip spc. bsmt. wohnung whg. stiege etage étage appartement appt. bâtiment bât. escalier piso puerta esc. depto. departamento dpto. int. interior edificio edif. interno scala piano apto. apartamento andar bloco bl. lote casa mieszkanie m. lok. lokal byt кв. квартира корп. корпус к. стр. строение офис оф. под. подъезд эт. этаж під. оф. ბინა კორპ. კორპუსი სართული ბლოკი daire kat blok scara sc. etaj ap. διαμ. όροφος appart. lgh bst. toimisto box phase sector plot bin appartamento dto. d oficina bodega local manzana studio flats apartamentul дом буд. khu tổ דירה شقة';
const NUMBERS =
  'no. nr. n. nº n° num. núm. número numéro numero number nummer no д. дом буд. будинок вл. αρ. αριθ. հ dom č.p. čp. čp kos. szám numer số h.no';
const LEVELS =
  'floor fl. emelet em. ajtó etage stock og. obergeschoss étage etaj piso andar этаж სართული kat poschodí piętro';
const PARTICLES =
  'de la le les du des del della dello dei degli delle di da do das dos dal dalla e i y los las el van der den ten ter von vom zum zur am an im in of the und et na nad pod w ve da sul sulla auf op het bei vorm unter ob sur sous lez lès saint st sv. od al o à aux en u';
const PLACES =
  'г. город гор. пос. п. с. село дер. д. деревня область обл. район р-н край респ. республика ст. х. к. клх. місто м. смт область ქალაქი სოფელი რაიონი village town city county district province provincia municipio localidad prefecture commune cp c.p. judet jud. ilçe τκ τ.κ. ต. อ. จ. cedex phường xã quận huyện tỉnh';
const STOPS = [
  'tel telefon telefono teléfono telephone phone fax mobile mobil handy cell email e-mail mail website www http https iban vat date order invoice card customer name total tax тел телефон факс почта ტელ ტელეფონი ფაქსი',
  // What else is listed about a person behind an address: its number is no part of the address.
  'plate passport licence license member membership dob ssn nino instagram telegram whatsapp kennzeichen personalausweis ausweis reisepass führerschein konto kontonummer kreditkarte karte kundennummer mitglied mitgliedsnummer geboren steuernummer passeport permis plaque carte compte née pasaporte dni nie tarjeta matrícula cuenta nacido nacida passaporto patente targa dowód paszport paspoort rijbewijs kenteken паспорт права карта карточка снилс инн счёт родился родилась госномер პასპორტი ბარათი ანგარიში',
  'address adresse adresim anschrift indirizzo dirección domicilio endereço morada adres адрес адресу адресом мой მისამართი მისამართია მისამართზე მისამართად ვცხოვრობ ცხოვრობს მცხოვრები',
  'a an and are as at be been but by can could did do does for from had has have he her his how i if is it its just me my no not now off on or our out please she so some than that their them then there these they this those to today tomorrow under until up was we were what when where which while who why will with would you your about after before between during over since through into onto every each all more most less last next first per only also very much many like near between against without within around along across down get got make made take call meet return send sent ship shipped deliver live lives lived move moved',
  'и или в во на с по из от до для за что как это не мы вы он она они я у к о об при под над был была были быть есть будет так же но а',
  'und oder mit für von bei nach ist sind war waren nicht auch noch ein eine einen einem einer der die das dem den des ich du er sie es wir ihr auf aus um als wie',
  'est sont était avec pour par dans sur une un ne pas plus ou où qui que ce cette ces il elle nous vous ils elles mon ma mes son sa ses',
  'es son fue con para por una uno no más que este esta estos su sus mi mis se lo al como pero o si',
  'è sono con per non più che questo questa è il lo gli mio mia suo sua come ma',
  'და რომ არის იყო თუ არ ეს ის ან მე შენ ჩვენ თქვენ',
  'satz art artikel lit ziff abschnitt kapitel tab abb vol volume issue',
  'hr hrs km m cm mm kg mg ml mb gb tb kb hz khz mhz ghz fps px dpi mph kmh kwh kw mah pm am ad bc usd eur gbp rub uah gel euro euros dollar dollars percent pounds years year days day hours hour minutes minute min sec seconds weeks week months month times people persons men women girls boys kids children million billion thousand pieces pcs points items pages stars steps ways things reasons tips best top units meters metres meter degree degrees mile miles day hour watt volt piece pack megapixel percent feet inches inch лет год года году человек тыс млн млрд руб рублей jahre jahren jahr uhr stück prozent ans heures jours años días horas personas წელი წლის კაცი ლარი',
];
const DATES =
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. sun. januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre января февраля марта апреля мая июня июля августа сентября октября ноября декабря იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia';

const roles = new Map<string, number>();
add(STRONG_AFTER_NUMBER_FIRST, ROLE.after | ROLE.numberFirst);
add(WEAK_AFTER_NUMBER_FIRST, ROLE.after | ROLE.numberFirst | ROLE.weak);
add(RARE_AFTER_NUMBER_FIRST, ROLE.after | ROLE.numberFirst | ROLE.weak | ROLE.rare);
for (const list of STRONG_AFTER) add(list, ROLE.after);
add(WEAK_AFTER, ROLE.after | ROLE.weak);
for (const list of STRONG_BEFORE) add(list, ROLE.before);
add(WEAK_BEFORE, ROLE.before | ROLE.weak);
add(UNITS, ROLE.unit);
add(NUMBERS, ROLE.number);
add(LEVELS, ROLE.level);
add(PARTICLES, ROLE.particle);
add(PLACES, ROLE.place);
for (const list of STOPS) add(list, ROLE.stop);
add(DATES, ROLE.date);

const endings = new Map<string, number>();
for (const ending of split(STRONG_ENDINGS)) endings.set(ending, ROLE.after);
for (const ending of split(WEAK_ENDINGS)) endings.set(ending, ROLE.after | ROLE.weak);
const endingLengths = [...new Set([...endings.keys()].map(({ length }) => length))];
const noStreets = new Set(split(NO_STREETS));
/** Of what stands before an ending: `Amstr` is no street, `Seestr` is one. */
const MIN_STEM_UNITS = 3;

/** The roles of a word in lower case, as bits of `ROLE`; 0 for an unknown word. */
export function rolesOf(lowerCaseWord: string): number {
  return roles.get(lowerCaseWord) ?? 0;
}

/** `ROLE.after`, with `ROLE.weak` for doubtful ones, when the word ends as streets of one word do; 0 else. */
export function endingRole(lowerCaseWord: string): number {
  for (const length of endingLengths) {
    if (lowerCaseWord.length < length + MIN_STEM_UNITS) continue;
    const role = endings.get(lowerCaseWord.slice(-length));
    if (role !== undefined && !noStreets.has(lowerCaseWord)) return role;
  }
  return 0;
}

function add(list: string, role: number): void {
  for (const entry of split(list)) {
    const isAbbreviation = entry.endsWith('.');
    const word = isAbbreviation ? entry.slice(0, -1) : entry;
    roles.set(word, (roles.get(word) ?? 0) | role | (isAbbreviation ? ROLE.abbreviation : 0));
  }
}

function split(list: string): string[] {
  return list.split(' ').filter((word) => word !== '');
}
