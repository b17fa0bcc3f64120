// Signs everybody in as a demo user of their own, by a random cookie, so that holds belong to somebody.
import { createHash, randomBytes } from 'node:crypto';

const SESSION = /(?:^|;\s*)demo=([\w-]{22})(?:;|$)/;

/** What a host knows of its user: these are never asked about. */
export const ACCOUNT = { names: ['Dana Demo'], emails: ['dana.demo@mail.example'], phones: ['+995 555 10 20 30'] };

export function demoUser(request, response, next) {
  const session = SESSION.exec(request.headers.cookie ?? '')?.[1] ?? signIn(response);
  const id = createHash('sha256').update(session).digest('hex').slice(0, 12);
  request.user = { id: `demo-${id}`, session, account: ACCOUNT };
  next();
}

/** A new user, to see that nobody sees another's holds. */
export function signInAgain(_request, response) {
  signIn(response);
  response.redirect(303, '/');
}

function signIn(response) {
  const session = randomBytes(16).toString('base64url');
  response.cookie('demo', session, { httpOnly: true, sameSite: 'lax' });
  return session;
}
