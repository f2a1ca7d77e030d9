import { aNewRecord, type ClientRecord, joinRecords, type LegalHold } from './client-record';
import { hasCome, retentionDay } from './retention';

/** What is known of a session without reading its log. */
export interface ClientSession {
  readonly id: string;
  readonly client: string | null;
  readonly day: string;
  readonly isLive: boolean;
}

/** A client as the sessions and the client's record tell. `code` is null for the sessions with no client. */
export interface Client {
  readonly code: string | null;
  /** Ids, oldest first; empty when only the record is left. */
  readonly sessions: readonly string[];
  readonly lastDay: string | null;
  readonly isLive: boolean;
  readonly years: number | null;
  readonly hold: LegalHold | null;
  /** Put away by the therapist. */
  readonly archived?: boolean | undefined;
  /** The day from which erasing is proposed, null when none is set. */
  readonly retentionDay: string | null;
  /** The day has come and no hold stands against it. */
  readonly isDue: boolean;
}

/** Every client, by code, those with no client last. */
export function gatherClients(
  sessions: readonly ClientSession[],
  records: readonly ClientRecord[],
  today: string,
): readonly Client[] {
  const codes = new Set([...sessions.map(({ client }) => client), ...records.map(({ code }) => code)]);
  return [...codes]
    .map(code => {
      const own = sessions.filter(({ client }) => client === code);
      const record = joinRecords(aNewRecord(code), ...records.filter(one => one.code === code));
      return describeClient(record, own, today);
    })
    .sort((one, other) => rank(one) - rank(other) || (one.code ?? '').localeCompare(other.code ?? ''));
}

function describeClient(record: ClientRecord, own: readonly ClientSession[], today: string): Client {
  const sorted = [...own].sort((one, other) => one.day.localeCompare(other.day));
  const lastDay = sorted.at(-1)?.day ?? null;
  const due = lastDay !== null && record.years !== null ? retentionDay(lastDay, record.years) : null;
  return {
    ...record,
    sessions: sorted.map(({ id }) => id),
    lastDay,
    isLive: own.some(({ isLive }) => isLive),
    retentionDay: due,
    isDue: due !== null && record.hold === null && hasCome(due, today),
  };
}

function rank({ code }: Client): number {
  return code === null ? 1 : 0;
}
