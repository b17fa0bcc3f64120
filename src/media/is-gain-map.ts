import type { HiddenPicture } from './hidden-picture.ts';
import { asBuffer } from './walkers/byte-view.ts';

/** Names of the two standards: Adobe's "Gain map specification" 1.0 (also Ultra HDR), and ISO/TS 21496-1. */
const NAMES: readonly string[] = ['http://ns.adobe.com/hdr-gain-map/', 'urn:iso:std:iso:ts:21496:-1'];
/** They stand in the first segments. */
const HEAD_BYTES = 64 * 1024;

/** Whether it says to be the map of how much brighter each place of its picture may be shown. */
export function isGainMap(hidden: HiddenPicture): boolean {
  if (!('coded' in hidden)) return false;
  const head = asBuffer(hidden.coded.subarray(0, HEAD_BYTES));
  return hidden.field === 'HEIF:GainMap' || NAMES.some((name) => head.includes(name));
}
