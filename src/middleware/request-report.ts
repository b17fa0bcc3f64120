/** `req.bystander`: what was found and done, and what the handler may tell back. */
import type { Report, Verdict } from '../core/types.ts';
import type { Change } from '../scanner/types.ts';
import type { CleanedItem } from './clean-items.ts';
import type { Received } from './content.ts';
import type { SpoolSession } from './spool.ts';

export interface ReportedItem {
  /** The form field's name or a JSON Pointer, as `/body/prompt`. */
  readonly field: string;
  readonly report: Report;
  /** Of an uploaded file: its bytes as they came. */
  readonly received?: Received;
}

export type ReportedChange = Change & { readonly field: string };

/** What the host made of a resumed upload; goes into its record. */
export interface Consumption {
  readonly asset?: string;
  readonly recipients?: readonly string[];
}

export interface RequestReport {
  readonly verdict: Verdict;
  readonly items: readonly ReportedItem[];
  readonly changes: readonly ReportedChange[];
  /** The hold that was resumed: the host's idempotency key, as a resume comes at least once until the host answers 2xx. */
  readonly hold?: string;
  readonly record?: string;
  /** Leaves the files where they are when the response closes; they go with the process. */
  keep(): Promise<void>;
  /** To be called before the answer is sent. */
  consumed(consumption: Consumption): void;
}

declare global {
  namespace Express {
    interface Request {
      bystander?: RequestReport;
    }
  }
}

export interface Consumer {
  consumption: Consumption | undefined;
}

/** `consumer` receives what the handler reports. */
export function requestReport(
  session: SpoolSession,
  items: readonly CleanedItem[],
  resumed?: { readonly hold: string; readonly record: string; readonly consumer: Consumer },
): RequestReport {
  return {
    verdict: 'pass',
    items: items.map(reportedItem),
    changes: items.flatMap(({ field, changes }) => changes.map((change) => ({ ...change, field }))),
    ...(resumed && { hold: resumed.hold, record: resumed.record }),
    async keep() {
      session.keep();
    },
    consumed(consumption) {
      if (resumed !== undefined) resumed.consumer.consumption = consumption;
    },
  };
}

function reportedItem({ item, field, report }: CleanedItem): ReportedItem {
  const received = item.kind === 'file' ? item.received : undefined;
  return { field, report, ...(received && { received }) };
}
