/** Payloads as attackers make them: broken ones of each format, long ones of little, and packed ones that unpack to much or to nonsense. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { PAYLOADS } from '../../fixtures/code-payloads.ts';
import { base45, smartToken } from '../../fixtures/health-certificates.ts';
import { mutateText, repeated } from '../mutate-text.ts';
import { type Next, pick } from '../numbers.ts';

interface PayloadSeed {
  readonly name: string;
  readonly payload: string;
}

const LARGEST_CODE = 7089;
const BOMB_BYTES = 4 * 1024 * 1024;
const MAX_PACKED_BYTES = 600;
/** Heads of CBOR items: open lengths, lists and maps of many, tags, floats, strings of many bytes, depth. */
const CBOR_BYTES = [
  0x00, 0x1b, 0x3b, 0x5f, 0x7f, 0x81, 0x9b, 0x9f, 0xa1, 0xbb, 0xbf, 0xc1, 0xd2, 0xf5, 0xf9, 0xfb, 0xff,
];

export function payloadSeeds(): readonly PayloadSeed[] {
  const bomb = Buffer.alloc(BOMB_BYTES, 0x81);
  const texts = [
    `${'['.repeat(30_000)}`,
    `{"a":${'[0,'.repeat(20_000)}`,
    JSON.stringify({ text: 'a '.repeat(30_000) }),
  ];
  const values = JSON.stringify(Array.from({ length: 400 }, (_, at) => ({ [`e${at}`]: '+43 664 1234567' })));
  return [
    ...PAYLOADS,
    { name: 'a bomb as an EU health certificate', payload: `HC1:${base45(deflateSync(bomb))}` },
    { name: 'a deep EU health certificate', payload: `HC1:${base45(deflateSync(bomb.subarray(0, 60_000)))}` },
    { name: 'a bomb as a health card', payload: smartToken(deflateRawSync(bomb)) },
    ...[...texts, values].map((text) => ({
      name: 'a health card with much in it',
      payload: smartToken(deflateRawSync(Buffer.from(text))),
    })),
  ];
}

export function makePayload({ payload }: PayloadSeed, other: PayloadSeed, next: Next): string {
  switch (next(8)) {
    case 0:
      return repeated(payload, next, 1 + next(LARGEST_CODE));
    case 1:
      return next(2) === 0
        ? `HC1:${base45(deflateSync(signed(cborBytes(next))))}`
        : smartToken(
            deflateRawSync(Buffer.from(mutateText('{"vc":{"a":[1,"2",null,{"b":"c"}]}}', other.payload, next))),
          );
    default:
      return mutateText(payload, other.payload, next);
  }
}

/** Every second time as the payload of a signature, where the reader looks for a certificate. */
function signed(claims: Buffer): Buffer {
  if ((claims[0] ?? 0) % 2 === 0) return claims;
  const head = Buffer.from([0xd2, 0x84, 0x40, 0xa0, 0x59, claims.length >> 8, claims.length & 0xff]);
  return Buffer.concat([head, claims, Buffer.from([0x40])]);
}

function cborBytes(next: Next): Buffer {
  const random = (): number => (next(2) === 0 ? pick(CBOR_BYTES, next) : next(256));
  return Buffer.from(Array.from({ length: 1 + next(MAX_PACKED_BYTES) }, random));
}
