import { BystanderError } from '../../errors.ts';
import type { Route } from '../route.ts';

/** The exact wording of a statement, with its version and hash. */
export const getStatement: Route = {
  method: 'get',
  path: '/statements/:id',
  answer({ guard, request, response, parameter }) {
    const lang = new URL(request.url, 'http://localhost').searchParams.get('lang') ?? request.get('accept-language');
    const statement = guard.statements.find(parameter('id'), lang);
    if (statement === undefined) throw new BystanderError('NOT_FOUND', 'there is no such statement');
    response.set('Content-Language', statement.lang).json(statement);
  },
};
