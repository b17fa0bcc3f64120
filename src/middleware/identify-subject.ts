/** Whose upload it is: the host's word for its user, or a random cookie where the host has none. Asked before a body is read. */
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AccountIdentity } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { Guard } from './guard.ts';

/** The prefix binds the cookie to this host over HTTPS (RFC 6265bis, 4.1.3.2). */
const SECURE_COOKIE = '__Host-bystander';
/** Browsers store no `Secure` cookie from plain HTTP, so that development on this machine gets a plain one. */
const LOCAL_COOKIE = 'bystander';
const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const RANDOM_BYTES = 16;
const COOKIE_VALUE = /^[\w-]{22}$/;

/** Throws `SUBJECT_REQUIRED` when the host's option gives nothing or throws. */
export async function identifySubject({ options }: Guard, request: Request, response: Response): Promise<string> {
  if (options.subject === undefined) return anonymousSubject(request, response);
  let subject: unknown;
  try {
    subject = await options.subject(request);
  } catch (cause) {
    throw new BystanderError('SUBJECT_REQUIRED', 'who is asking could not be told', { cause });
  }
  if (typeof subject === 'string' && subject !== '') return subject;
  // Ids of databases are often numbers, and hosts without types return them as they are.
  if (Number.isSafeInteger(subject)) return String(subject);
  if (options.anonymous) return anonymousSubject(request, response);
  throw new BystanderError('SUBJECT_REQUIRED', 'sign in first');
}

/** What the host knows of the user. */
export async function accountOf({ options }: Guard, request: Request): Promise<AccountIdentity | undefined> {
  return options.account?.(request);
}

function anonymousSubject(request: Request, response: Response): string {
  const isLocal = !request.secure && LOCAL_HOST.test(request.get('host') ?? '');
  const name = isLocal ? LOCAL_COOKIE : SECURE_COOKIE;
  const known = cookieOf(request, name);
  const value = known ?? randomBytes(RANDOM_BYTES).toString('base64url');
  if (known === undefined) {
    response.append('Set-Cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isLocal ? '' : '; Secure'}`);
  }
  return `anonymous:${value}`;
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && COOKIE_VALUE.test(value)) return value;
  }
  return undefined;
}
