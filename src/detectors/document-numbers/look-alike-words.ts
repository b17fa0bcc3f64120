/** Words that name another kind of number than one of a person's documents: orders, parcels, accounts, versions, telephones. */
import { type WordTest, wordTest } from '../context-words.ts';

/** In English, Russian, Ukrainian, Georgian, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Turkish. */
export const namesLookAlike: WordTest = wordTest(
  `order orders po invoice tracking parcel shipment shipping delivery phone phones tel telephone mobile cell fax call isbn issn ean upc
  gtin sku asin barcode imei iccid imsi account accounts amount total sum price cost balance payment transaction version build release
  revision commit hash checksum timestamp unix epoch time ticket booking reservation confirmation flight serial model part product item
  article batch lot case docket reference ref customer client iban bic swift routing zip postal postcode vin plate seed port pid
  media request req response session trace span thread sequence nonce offset bytes
  population views followers likes dhl ups fedex usps page pages px pixels
  тел факс звонить изделие цена цены версия код счет счёт счета счёта рейс сумма
  fax tel auftrag konto betrag preis stück stk
  colis compte montant prix suivi vol
  pedido pedidos factura cuenta importe precio envío vuelo
  ordine ordini fattura conto importo prezzo volo
  fatura conta valor preço encomenda voo
  rekening bedrag prijs vlucht
  konto kwota cena lot
  sipariş fatura hesap tutar fiyat kargo
  рахунок сума ціна`,
  `заказ накладн трек отправлен посыл телефон мобильн артикул серийн партия партии брон договор платеж платёж транзакц штрихкод билет
  замовл відправл артикул платіж квит
  შეკვეთ ანგარიშ ტელეფონ ინვოის თანხ ვერსი გზავნილ ამანათ მობილურ
  bestell rechnung sendung telefon mobil handy artikel kunden seriennummer vertrag buchung
  commande facture téléphon portable réservation contrat
  seguimiento teléfono móvil contrato reserva artículo
  spedizion telefono cellulare contratto prenotazion articolo
  telefone telemóvel celular contrato rastrei
  bestel factuur zending telefoon boeking
  zamówien faktur przesyłk telefon rezerwacj
  telefon rezervasyon`,
);
