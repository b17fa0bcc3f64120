/**
 * IP addresses: IPv4 in dotted form and IPv6 in every spelling of RFC 4291, with zone ids; ports, prefix lengths and brackets
 * around stay outside. Reported under the usual threshold: loopback, unspecified, broadcast and netmasks (nobody's), four
 * small numbers that may be a section or a version, what stands beside a word for a version.
 *
 * Misses: numbers with leading zeros, IPv4 in hexadecimal, octal or as one number, short IPv6 of unknown prefixes without a
 * word near.
 */
import { contextOf } from './context-words.ts';
import { IP_WORDS } from './ip-address/ip-words.ts';
import { type IpCandidate, ipv4Candidates } from './ip-address/ipv4.ts';
import { ipv6Candidates } from './ip-address/ipv6.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

export const ipAddress: TextDetector = {
  id: 'ip-address',
  types: ['ip-address'],
  example: 'Logged in from 198.51.100.24.',
  detect(text, { fieldName } = {}) {
    const toDetection = ({ start, end, steps }: IpCandidate): TextDetection => {
      const context = contextOf(text, { start, end }, IP_WORDS, fieldName);
      return { type: 'ip-address', detector: 'ip-address', start, end, ...weigh(steps(context)) };
    };
    return [...ipv4Candidates(text), ...ipv6Candidates(text)].map(toDetection);
  },
};
