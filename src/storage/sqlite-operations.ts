/** What the worker can be asked: every call of `HoldStore`, as a function inside the transaction of its batch. */
import type { Change, HoldStore } from '../holds/store.ts';
import type { Connection } from './sqlite-connection.ts';
import * as holds from './sqlite-holds.ts';
import * as records from './sqlite-records.ts';

export type OperationName = Exclude<keyof HoldStore, 'close'>;

type Operations = {
  readonly [Name in OperationName]: (
    db: Connection,
    ...args: Parameters<HoldStore[Name]>
  ) => Awaited<ReturnType<HoldStore[Name]>>;
};

export type Request = {
  readonly [Name in OperationName]: {
    readonly call: number;
    readonly name: Name;
    readonly args: Parameters<HoldStore[Name]>;
  };
}[OperationName];

const OPERATIONS: Operations = {
  insertHold: holds.insertHold,
  findHold: holds.findHold,
  listHolds: holds.listHolds,
  dueHolds: holds.dueHolds,
  leasedHolds: holds.leasedHolds,
  commit,
  deleteHold: holds.deleteHold,
  addServed: holds.addServed,
  listServed: holds.listServed,
  listAnswers: holds.listAnswers,
  deleteAnswers: holds.deleteAnswers,
  findRecord: records.findRecord,
  listRecords: records.listRecords,
  eraseRecord: records.eraseRecord,
  listLeaves: records.listLeaves,
};

const READS: readonly OperationName[] = [
  'findHold',
  'listHolds',
  'dueHolds',
  'leasedHolds',
  'listServed',
  'listAnswers',
  'findRecord',
  'listRecords',
  'listLeaves',
];

export function runOperation(db: Connection, { name, args }: Request): unknown {
  const operation = OPERATIONS[name] as (db: Connection, ...args: readonly unknown[]) => unknown;
  return operation(db, ...args);
}

export function writes({ name }: Request): boolean {
  return !READS.includes(name);
}

/** Whether something is taken out that must not be left in the log either. */
export function destroys(request: Request): boolean {
  if (request.name === 'eraseRecord') return true;
  return request.name === 'commit' && request.args[0].move?.set.wrappedKey === null;
}

/** All parts or none: what can lose a race is asked first. */
function commit(db: Connection, { move, withdraws, record, used, answer, forgets }: Change): boolean {
  if (withdraws !== undefined && !records.isActive(db, withdraws)) return false;
  if (move !== undefined && !holds.moveHold(db, move)) return false;
  if (withdraws !== undefined) records.withdraw(db, withdraws);
  if (record !== undefined) records.appendRecord(db, record);
  if (used !== undefined) records.markUsed(db, used);
  if (answer !== undefined) holds.putAnswer(db, answer);
  if (forgets !== undefined) holds.forget(db, forgets);
  return true;
}
