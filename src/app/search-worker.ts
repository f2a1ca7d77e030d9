import { isSpeechless, type SearchText, searchText } from '../domain/search-pieces';
import { openDatabase } from '../store/database';
import { tellEverySession, tellSession } from '../store/every-log';
import type { OpenVault } from '../store/open-vault';
import { nonceOf } from '../vault/seal';
import { SearchIndex } from './search-index';
import type { IndexProgress, SearchAsk, SearchReply } from './search-job';

/**
 * The whole life of this worker: it reads every session once, keeps the index in step with the list, and answers questions.
 * The key, the texts and the index are in its memory only, until the page ends it.
 */
const index = new SearchIndex();
/** How each session's line in the list was sealed when the session was read; a changed session has another nonce. */
const taken = new Map<string, string>();
const unread = new Set<string>();
let vault: OpenVault | null = null;
let turn: Promise<unknown> = Promise.resolve();
let isLookDue = false;
/** Milliseconds for which a question may wait while what was read is put in order. */
const SLICE_MS = 80;
const resume = new MessageChannel();

self.onmessage = ({ data }: MessageEvent<SearchAsk>) => {
  switch (data.do) {
    case 'find':
      reply({ is: 'found', answer: index.find(data.query, data.most) });
      break;
    case 'open':
      inTurn(async () => {
        vault = { database: await openDatabase(data.vault.database), key: data.vault.key };
        await build(vault);
      });
      break;
    case 'look':
      // However often it is asked for while another one is under way, one more is enough.
      if (isLookDue) break;
      isLookDue = true;
      inTurn(async () => {
        isLookDue = false;
        if (vault) await keepUp(vault);
      });
  }
};

function inTurn(work: () => Promise<void>): void {
  turn = turn.then(work).catch(() => reply({ is: 'failed' }));
}

async function build(vault: OpenVault): Promise<void> {
  let read = 0;
  const tell = (stage: IndexProgress['stage'], done: number, of: number) =>
    reply({ is: 'progress', stage, done, of, unread: unread.size });
  // Asked for before the logs: what is written while those are read changes the list, and is then read again.
  const listed = vault.database.sessions.toArray().then(rows => {
    for (const { id, box } of rows) taken.set(id, nonceOf(box));
    tell('reading', 0, rows.length);
    return rows.length;
  });
  for await (const told of tellEverySession(vault, isSpeechless)) {
    const all = await listed;
    for (const { id, session } of told) {
      // A log without a line in the list cannot be opened from here.
      if (!taken.has(id)) continue;
      const text = session && searchText(session);
      index.read(id, text);
      note(id, text);
      read += 1;
    }
    tell('reading', read, all);
    await letQuestionsIn();
  }
  await listed;
  const of = index.waiting;
  while (index.waiting > 0) {
    tell('ordering', of - index.waiting, of);
    for (const until = performance.now() + SLICE_MS; index.waiting > 0 && performance.now() < until; )
      index.order();
    await letQuestionsIn();
  }
  tell('whole', of, of);
}

/** A message to oneself comes sooner than a timer, which the browser lets wait four milliseconds, and lets others in as well. */
function letQuestionsIn(): Promise<void> {
  return new Promise(resolve => {
    resume.port1.onmessage = () => resolve();
    resume.port2.postMessage(null);
  });
}

async function keepUp(vault: OpenVault): Promise<void> {
  const rows = await vault.database.sessions.toArray();
  let hasChanged = false;
  const present = new Set(rows.map(({ id }) => id));
  for (const id of taken.keys()) {
    if (present.has(id)) continue;
    taken.delete(id);
    unread.delete(id);
    index.remove(id);
    hasChanged = true;
  }
  for (const { id, box } of rows) {
    const nonce = nonceOf(box);
    if (taken.get(id) === nonce) continue;
    taken.set(id, nonce);
    const session = await tellSession(vault, id);
    const text = session && searchText(session);
    index.put(id, text);
    note(id, text);
    hasChanged = true;
  }
  if (hasChanged) reply({ is: 'changed' });
}

function note(id: string, text: SearchText | null): void {
  if (text) unread.delete(id);
  else unread.add(id);
}

function reply(message: SearchReply): void {
  self.postMessage(message);
}
