// The kinds of pictures in each half of the set: who draws them, in which groups they are, and whether a camera took them.
import { bankCard, memberCard, visitingCard } from './held-out/cards.mjs';
import { letter, resume } from './held-out/letter.mjs';
import { booking, spreadsheet } from './held-out/listing.mjs';
import { note } from './held-out/note.mjs';
import { permit } from './held-out/permit.mjs';
import { shippingForm } from './held-out/shipping-form.mjs';
import { lockScreen, teamChat } from './held-out/team-chat.mjs';
import { bookPage, gameBoard, slide, street, timetable } from './held-out/without-data.mjs';
import { cells, hills, lights, waves } from './held-out/without-text.mjs';
import { businessCard } from './tuned/business-card.mjs';
import { chat } from './tuned/chat.mjs';
import { contacts } from './tuned/contacts.mjs';
import { form } from './tuned/form.mjs';
import { mail } from './tuned/mail.mjs';
import { parcelLabel } from './tuned/parcel-label.mjs';
import { paymentCard } from './tuned/payment-card.mjs';
import { receipt } from './tuned/receipt.mjs';
import { sign } from './tuned/sign.mjs';
import { travelDocument } from './tuned/travel-document.mjs';
import { codeScreenshot, interfaceScreenshot, meme, menu, productLabel } from './tuned/without-data.mjs';
import { gradient, noise, scene, texture } from './tuned/without-text.mjs';

const ANY_SCRIPT = ['latin', 'cyrillic', 'georgian'];
const LATIN = ['latin'];
const NO_DATA = ['text without data'];
const NO_TEXT = ['no text'];

/** `draw(inventor, em)` answers a sheet whose letters are about `em` pixels; `minLetter` is the smallest of them, in pixels of the picture. */
export const KINDS = {
  tuned: [
    screenshot('chat', chat, ANY_SCRIPT),
    screenshot('mail', mail, ANY_SCRIPT),
    photo('payment card', paymentCard, LATIN),
    photo('business card', businessCard, LATIN),
    photo('parcel label', parcelLabel, LATIN),
    photo('travel document', travelDocument, LATIN),
    photo('form', form, LATIN),
    photo('sign', sign, LATIN),
    screenshot('contacts', contacts, ANY_SCRIPT),
    photo('receipt', receipt, LATIN),
    photo('product label', productLabel, NO_DATA),
    screenshot('code', codeScreenshot, NO_DATA),
    photo('menu', menu, NO_DATA),
    screenshot('meme', meme, NO_DATA),
    screenshot('interface', interfaceScreenshot, NO_DATA),
    photo('scene', scene, NO_TEXT),
    screenshot('gradient', gradient, NO_TEXT),
    photo('noise', noise, NO_TEXT),
    photo('texture', texture, NO_TEXT),
  ],
  'held-out': [
    screenshot('team chat', teamChat, ANY_SCRIPT),
    photo('letter', letter, ANY_SCRIPT),
    photo('bank card', bankCard, LATIN),
    photo('visiting card', visitingCard, LATIN),
    photo('shipping form', shippingForm, LATIN),
    photo('permit', permit, LATIN),
    screenshot('spreadsheet', spreadsheet, ANY_SCRIPT),
    photo('note', note, LATIN),
    screenshot('booking', booking, LATIN),
    screenshot('lock screen', lockScreen, LATIN),
    photo('member card', memberCard, LATIN),
    screenshot('resume', resume, LATIN),
    screenshot('slide', slide, NO_DATA),
    photo('timetable', timetable, NO_DATA),
    photo('book page', bookPage, NO_DATA),
    photo('street', street, NO_DATA),
    screenshot('game', gameBoard, NO_DATA),
    photo('hills', hills, NO_TEXT),
    photo('lights', lights, NO_TEXT),
    photo('cells', cells, NO_TEXT),
    screenshot('waves', waves, NO_TEXT),
  ],
};

function screenshot(name, draw, groups) {
  return { name, draw, groups, isPhotographed: false, minLetter: 10 };
}

function photo(name, draw, groups) {
  return { name, draw, groups, isPhotographed: true, minLetter: 12 };
}
