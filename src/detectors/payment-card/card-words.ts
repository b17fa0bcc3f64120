/** Words beside digits that say they are a card's, or something else's. Own lists, lower case; see `wordTest`. */
import { type ContextWords, wordTest } from '../context-words.ts';

export const CARD_WORDS: ContextWords = {
  for: wordTest(
    `card cards ccn cc cvv cvc cvn pan exp expiry expires expiring amex diners jcb maestro pay charge charged billed billing declined kort betaalkaart pinpas
     carte carta cartão cartao bankkarte
     карта карты карте карту картой картою карт картка картки картку карткою виза ვიზა`,
    `kart creditcard debitcard cardn credit debit visa mastercard american unionpay rupay kreditkart debitkart bankkart
     kredytow kreditk kreditn tarjet crédit crediet créditos débit bancaire kaart luotto bankkárty
     карточ кредит дебет дебит мастеркард маэстро платіжн банківськ ბარათ საკრედიტო სადებეტო მასტერქარდ
     信用卡 银行卡 卡号 クレジット カード 카드 بطاقة כרטיס`,
  ),
  against: wordTest(
    `order orders invoice tracking parcel shipment package serial isbn issn ean upc gtin asin sku imei iccid imsi id ids uuid
     guid hash sha version build commit timestamp unix epoch barcode phone tel fax mobile whatsapp iban awb waybill
     sendung paket lot batch model part patent ref reference transaction snowflake colis commande facture pedido factura envío albarán ordine
     fattura encomenda zamówienie zamówienia faktura sipariş kargo телефон тел накладная штрихкод`,
    `bestell rechnung sendungs seriennu artikelnu auftrag paketnu suivi seguimiento rastre spedizion zamówien przesył
     заказ счёт счет трек отслеж посыл замовлен відправлен შეკვეთ ინვოის ტრეკინგ ამანათ`,
  ),
};
