/** Words beside letters and digits that say they are a vehicle's plate. Own lists, lower case; see `wordTest`. */
import { type ContextWords, type WordTest, wordTest } from '../context-words.ts';

const against: WordTest = wordTest(
  `order orders invoice flight model part parts product sku serial isbn room gate seat booking ref reference tracking postcode zip code
   version passport visa card iban account vat tax student course company business contract policy article item size chapter page win vin engine
   bestellung rechnung flug artikel commande facture vol pedido factura vuelo ordine fattura volo артикул счёт счет`,
  'bestell artikelnu модел рейс заказ договор контракт документ паспорт шасси двигател замовлен შეკვეთ რეის პასპორტ',
);

/** Nothing but a plate is called so. */
export const PLATE_WORDS: ContextWords = {
  for: wordTest(
    `plate plates numberplate licenseplate licenceplate platenumber targa targhe targato targata placa placas plaque plaques plaka
     plakalı plakası kenteken kentekennummer nummerplaat rej tablica tablice tablicach nummerskylt registreringsnummer держномер знак гос
     госзнак kontrollschild`,
    `kennzeichen kfzkennzeichen nummernschild autokennzeichen immatricul rejestracyj госномер держномер номерник
     სანომრე`,
  ),
  against,
};

/** Of vehicles, and of people, companies and courses. */
export const REGISTRATION_WORDS: ContextWords = {
  for: wordTest(
    `reg registration registered rego vrm vrn matrícula matricula zulassung zugelassen номер номера номером номерами номерний`,
    'რეგისტრ სარეგისტრაც ნომ регистрац регистрационн',
  ),
  against,
};

export const VEHICLE_WORDS: ContextWords = {
  for: wordTest(
    `car cars vehicle vehicles van truck lorry taxi cab motorbike motorcycle suv sedan driver parked parking bmw audi toyota ford opel
     volkswagen vw mercedes renault peugeot fiat skoda honda nissan hyundai kia lada tesla volvo mazda lexus citroën citroen
     auto autos wagen pkw lkw fahrzeug fahrzeuge motorrad voiture véhicule camion moto coche coches vehículo carro camión macchina
     veicolo furgone carros veículo samochód samochodu pojazd araç araba
     машина машины машину машине машиной авто автомобиль автомобиля автомобиле автомобилем джип такси мотоцикл тойота форд мерседес
     бмв ауди`,
    'მანქან სახელმწიფო ავტომობილ ავტო ტაქსი автомоб',
  ),
  against,
};

/** Any of them. */
export const ALL_WORDS: ContextWords = {
  for: (word) => PLATE_WORDS.for(word) || REGISTRATION_WORDS.for(word) || VEHICLE_WORDS.for(word),
  against,
};
