import type { ExportedSession } from '../../app/export-client';
import { t } from '../../browser/i18n';
import type { Checklist } from '../../domain/checklist';
import type { Client } from '../../domain/clients';
import type { Block } from '../../domain/readable-file';
import type { Session } from '../../domain/session';
import { layTimeline, type TimelineEntry } from '../../domain/timeline';
import { CHECKLISTS, getBehaviour, getChecklist } from '../../library/checklists';
import { dayWords, minutesWords } from '../../ui/words';
import { sayEntry } from '../say-entry';
import { codeWords } from './code-words';

/** Everything of a client as a file for people, oldest session first, under the words that keep it off the record. */
export function exportBlocks(client: Client, sessions: readonly ExportedSession[], today: string): Block[] {
  return [
    { is: 'heading', level: 1, text: t('exportNotice') },
    { is: 'paragraph', text: t('exportOf', codeWords(client.code), dayWords(today)) },
    ...sessions.flatMap(sessionBlocks),
  ];
}

function sessionBlocks({ session, damaged }: ExportedSession): Block[] {
  const lost: Block[] =
    damaged.length > 0
      ? [{ is: 'paragraph', text: t('exportPlacesLeftOut', damaged.map(seq => seq + 1).join(', ')) }]
      : [];
  if (!session) return [{ is: 'heading', level: 2, text: t('sessionDamagedTitle') }, ...lost];
  const checklist = getChecklist(session.checklist) ?? CHECKLISTS[0].checklist;
  return [
    { is: 'heading', level: 2, text: dayWords(session.day) },
    { is: 'paragraph', text: `${checklist.title} · ${lengthWords(session)}` },
    ...lost,
    { is: 'heading', level: 3, text: t('timeline') },
    {
      is: 'list',
      items: layTimeline(session, session.latestMinute).entries.map(entry => lineOf(entry, checklist)),
    },
    ...noteBlocks(session),
  ];
}

function noteBlocks({ note }: Session): Block[] {
  if (!note) return [];
  return [
    { is: 'heading', level: 3, text: t('note') },
    { is: 'as-typed', text: note.text },
  ];
}

function lineOf(entry: TimelineEntry, checklist: Checklist): string {
  const minute = t('minuteMark', entry.minute);
  if (entry.is === 'ticked') {
    const label = getBehaviour(checklist, entry.behaviour)?.label ?? entry.behaviour;
    return `${minute}: ${t('saidTicked', label)}`;
  }
  const words = entry.is === 'moment' && entry.moment.words ? ` – ${entry.moment.words}` : '';
  return `${minute}: ${sayEntry(entry, checklist)}${words}`;
}

function lengthWords({ ended, planned }: Session): string {
  return ended === null ? t('stateLive') : t('lengthOf', minutesWords(ended), minutesWords(planned));
}
