// The kinds of pictures in each half of the set: who draws them, in which groups they are, and whether a camera took them.
import { businessCard } from './tuned/business-card.mjs';
import { chat } from './tuned/chat.mjs';
import { mail } from './tuned/mail.mjs';
import { parcelLabel } from './tuned/parcel-label.mjs';
import { paymentCard } from './tuned/payment-card.mjs';
import { travelDocument } from './tuned/travel-document.mjs';

const ANY_SCRIPT = ['latin', 'cyrillic', 'georgian'];

/** `draw(inventor, em)` answers a sheet whose letters are about `em` pixels; `minLetter` is the smallest of them, in pixels of the picture. */
export const KINDS = {
  tuned: [
    { name: 'chat', draw: chat, groups: ANY_SCRIPT, isPhotographed: false, minLetter: 10 },
    { name: 'mail', draw: mail, groups: ANY_SCRIPT, isPhotographed: false, minLetter: 10 },
    { name: 'payment card', draw: paymentCard, groups: ['latin'], isPhotographed: true, minLetter: 12 },
    { name: 'business card', draw: businessCard, groups: ['latin'], isPhotographed: true, minLetter: 12 },
    { name: 'parcel label', draw: parcelLabel, groups: ['latin'], isPhotographed: true, minLetter: 12 },
    { name: 'travel document', draw: travelDocument, groups: ['latin'], isPhotographed: true, minLetter: 12 },
  ],
  'held-out': [],
};
