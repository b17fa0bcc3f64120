/**
 * What kind of document a picture shows, by the text on it, and what that says of places which no search finds by themselves: a number
 * that was misread on a passport, an identity card, a driving licence or a payment card; names and addresses on business cards, parcels,
 * mails, chats, boarding passes and badges. Each finding has the reason `document:<kind>`. Pure; linear in the text but for the labels, of which a bounded number is looked at.
 *
 * Misses: documents whose title and labels are in other languages than English, German, French, Spanish, Russian, Georgian and a few of
 * their neighbours, or were not read; names that neither stand at a known place nor are known to the model of names.
 */
import { address } from './address.ts';
import { badgeNames } from './document-kind/badge-names.ts';
import { passengers } from './document-kind/boarding-pass.ts';
import { businessCardNames } from './document-kind/business-card.ts';
import { chatNames } from './document-kind/chat-names.ts';
import { expectedPhones } from './document-kind/expected-phones.ts';
import { formNames } from './document-kind/form-names.ts';
import { headedNames } from './document-kind/headed-names.ts';
import { DOCUMENT_FINDING, identityDocument, raisedBy } from './document-kind/identity-document.ts';
import { labelledFields } from './document-kind/labelled-fields.ts';
import type { NamesIn } from './document-kind/name-lines.ts';
import { paymentCardLook } from './document-kind/payment-card-look.ts';
import { type Placed, placedOn, type Raised } from './document-kind/placed.ts';
import { zoneHolder } from './document-kind/zone-holder.ts';
import type { PageText } from './page-text.ts';
import type { TextDetection } from './text-detector.ts';

export type { Raised } from './document-kind/placed.ts';

/** Stretches of one frame that are looked at: beyond that it is a page of a book, and none of the kinds. */
const MAX_STRETCHES = 400;
/** An address that the search doubts stands where an address is expected. */
const ADDRESS = { doubtful: 0.35, sure: 0.7, lift: 0.2 };

/** `pages` of one frame; `found` by page what the search found. All scores are the detectors' own: what is under a threshold is dropped by the caller. */
export function documentFindings(
  pages: readonly PageText[],
  found: readonly (readonly TextDetection[])[],
  namesIn: NamesIn,
): Raised[] {
  const all = placedOn(pages);
  if (all.length > MAX_STRETCHES) return [];
  return [...othersOn(pages, all, found, namesIn), ...expectedPhones(pages, all, found)];
}

function othersOn(
  pages: readonly PageText[],
  all: readonly Placed[],
  found: readonly (readonly TextDetection[])[],
  namesIn: NamesIn,
): Raised[] {
  const has = (type: TextDetection['type']): boolean => found.some((page) => page.some((one) => one.type === type));
  const fields = labelledFields(all);
  const zone = zoneHolder(all);
  const document = identityDocument(all, fields) ?? (zone && { kind: zone.kind, fields });
  if (document !== undefined) {
    const { kind } = document;
    const byZone = zone?.raised ?? [];
    const hasNumber = zone !== undefined || has(DOCUMENT_FINDING[kind]);
    const raised = raisedBy(document, all, byZone, hasNumber, namesIn);
    return [...byZone, ...raised, ...addressesOf(pages, `document:${kind}`)];
  }
  const card = paymentCardLook(all, has('payment-card'), namesIn);
  if (card.length > 0) return card;
  const headed = headedNames(all, namesIn);
  const names = headed.length > 0 ? headed : businessCardNames(all, found, namesIn);
  if (names.length > 0) return [...names, ...addressesOf(pages, names[0]?.detection.reasons?.[0])];
  const passenger = passengers(all);
  if (passenger.length > 0) return passenger;
  return [...formNames(fields, namesIn), ...chatNames(all, namesIn), ...badgeNames(all, namesIn)];
}

/** Where a name was found by its layout, an address is expected as well. */
function addressesOf(pages: readonly PageText[], reason = 'document'): Raised[] {
  const reasons = [reason];
  return pages.flatMap(({ text }, page) =>
    address.detect(text).flatMap(({ start, end, score }) => {
      const lifted = Math.round((score + ADDRESS.lift) * 100) / 100;
      const detection = { type: 'address', detector: 'document-kind', reasons, start, end, score: lifted } as const;
      return score >= ADDRESS.doubtful && score < ADDRESS.sure ? [{ page, detection }] : [];
    }),
  );
}
