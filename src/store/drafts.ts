import * as z from 'zod/mini';
import { Damaged } from '../vault/damaged';
import { type DraftRow, reopen, type VaultDatabase } from './database';
import { followQuery } from './live';
import { type OpenVault, openAt, sealAt } from './open-vault';

/** Words still being typed, and the minute of the session in which they were begun. */
export interface Draft {
  readonly text: string;
  readonly begun: number;
  /** Grows with each save of any page; 0 before the first. */
  readonly revision: number;
  /** Whether what is stored could not be read; `text` is then empty. The damaged row is kept when the next is saved. */
  readonly isDamaged?: true;
}

/** Thrown when another page saved a draft since it was read; nothing was written. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const contentSchema = z.object({ text: z.string(), begun: z.number() });

/** What is typed at length, each with a draft of its own: the note in the session, the reflection after it, amendments. */
export type DraftField = 'note' | 'reflection' | 'amendment' | 'amendment-reason';

/** What became of a save: done, overtaken by another page's save, or too late since the words have found their place. */
export type Saved = 'saved' | 'overtaken' | 'closed';

/** @returns null when there is no draft. */
export async function getDraft(vault: OpenVault, session: string, field: string): Promise<Draft | null> {
  const row = await vault.database.drafts.get([session, field]);
  if (!row) return null;
  try {
    return await openDraft(vault, row);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return { text: '', begun: 0, revision: row.revision, isDamaged: true };
  }
}

/**
 * Saves a draft as the revision after the one the writer knew. Resolves once it is on the disk; rejects when the
 * browser refuses to write.
 */
export async function saveDraft(
  vault: OpenVault,
  session: string,
  field: DraftField,
  { text, begun, revision, isDamaged }: Draft,
): Promise<Saved> {
  await reopen(vault.database);
  const { database } = vault;
  const next = revision + 1;
  const box = await sealAt(vault, draftPlace(session, field, next), { text, begun });
  return database.transaction('rw', database.drafts, database.live, async () => {
    if (field === 'note' && (await database.live.get(session)) === undefined) return 'closed';
    const known = await database.drafts.get([session, field]);
    // Other drafts than the note's go only when their words are signed off or added.
    if (field !== 'note' && revision > 0 && !known) return 'closed';
    if ((known?.revision ?? 0) !== revision) return 'overtaken';
    if (known && isDamaged) await database.drafts.put({ ...known, field: `${field}~${revision}` });
    await database.drafts.put({ session, field, revision: next, box });
    return 'saved';
  });
}

/**
 * Drops a draft whose words have found their place. To be called inside a transaction over the drafts; rejects with
 * Overtaken when it is no longer the draft that was read. A damaged one stays.
 */
export async function dropDraft(
  { drafts }: VaultDatabase,
  session: string,
  field: string,
  { revision, isDamaged }: Draft,
): Promise<void> {
  const stored = await drafts.get([session, field]);
  if ((stored?.revision ?? 0) !== revision) throw new Overtaken();
  if (!isDamaged) await drafts.delete([session, field]);
}

/**
 * Tells each revision of a draft, whichever page saved it, until the returned function is called.
 * @param onNone there was no draft when the browser looked; by the time it tells there may be one again.
 */
export function followDraft(
  vault: OpenVault,
  session: string,
  field: string,
  onRevision: (draft: Draft) => void,
  onNone: () => void = () => {},
): () => void {
  return followQuery(
    () => vault.database.drafts.get([session, field]),
    async row => {
      if (!row) return onNone();
      const draft = await openDraft(vault, row).catch(() => null);
      if (draft) onRevision(draft);
    },
  );
}

async function openDraft(vault: OpenVault, { session, field, revision, box }: DraftRow): Promise<Draft> {
  const content = contentSchema.safeParse(await openAt(vault, draftPlace(session, field, revision), box));
  if (!content.success) throw new Damaged({ ...draftPlace(session, field, revision), version: 1 });
  return { ...content.data, revision };
}

function draftPlace(session: string, field: string, revision: number) {
  return { table: 'drafts', id: `${session}:${field}`, seq: revision } as const;
}
