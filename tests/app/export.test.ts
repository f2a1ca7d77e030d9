import { parse } from 'csv-parse/browser/esm/sync';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../../src/app/activity';
import { type Exported, type ExportFormat, type ExportScope, makeExport } from '../../src/app/export';
import { exportBlocks } from '../../src/app/export-blocks';
import { toCsv } from '../../src/app/export-csv';
import { SessionRecord } from '../../src/app/session-record';
import type { ExportedSession, ExportOf } from '../../src/domain/export-format';
import { toHtml, toMarkdown } from '../../src/domain/readable-file';
import { CHECKLISTS, getBehaviour } from '../../src/library/checklists';
import type { OpenVault } from '../../src/store/open-vault';
import { openAgeFile } from '../../src/vault/age-file';
import { addTold } from '../fixtures/a-full-vault';
import { type ASession, aSession } from '../fixtures/a-session';
import { AWorld } from '../fixtures/a-world';
import { anOpenVault, harmLog, layRowByRow } from '../fixtures/an-open-vault';
import { EXPORT_WORDS } from '../fixtures/export-words';
import { aHostileSession, FREE_TEXTS, HOSTILE_TEXTS, ROWS_OF_SUPERVISOR } from '../fixtures/hostile-texts';
import { idOf, madeUpEvents } from '../fixtures/made-up-sessions';

const OF: ExportOf = { kind: 'client', client: 'Heron', retentionYears: 7, legalHold: null };
const exported = (story: ASession): ExportedSession => ({
  session: story.told(),
  log: story.log(),
  damaged: [],
});
const hostile = HOSTILE_TEXTS.map(text => exported(aHostileSession(text)));
const squeeze = (text: string) => text.replace(/[\s\u00a0]+/gu, ' ').trim();

function readPage(html: string): { text: string; tags: Set<string> } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return {
    text: squeeze(body.textContent),
    tags: new Set([...body.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase())),
  };
}

const times = (text: string, part: string) => text.split(part).length - 1;

describe('a table', () => {
  const rows: string[][] = parse(toCsv(hostile, EXPORT_WORDS), { bom: true });

  it('is read by a real parser as one record of eight cells for each fact, under the notice', () => {
    expect(rows[0]?.[0]).toBe('Process note. Keep apart from the record.');
    expect(rows[1]).toEqual([...EXPORT_WORDS.columns]);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([8]));
  });

  it('has no cell that a spreadsheet would run', () => {
    const run = rows.flat().filter(cell => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r]/.test(cell));
    expect(run).toEqual([]);
  });

  it('holds every text as it was typed, an apostrophe aside', () => {
    for (const [index, text] of HOSTILE_TEXTS.entries()) {
      const own = rows.filter(([session]) => session === String(index + 1));
      const cells = own.flatMap(([, , client, , , which, words]) => [client, which, words]);
      const held = cells.filter(cell => cell === text || cell === `'${text}`);
      // The client's code stands in each of its rows, the supervisor's name in some; the other texts once.
      expect(held, text).toHaveLength(own.length + ROWS_OF_SUPERVISOR + FREE_TEXTS - 2);
    }
  });
});

describe('a page and a text', () => {
  const blocks = exportBlocks(OF, hostile, '2026-03-04', EXPORT_WORDS);
  const markdown = new MarkdownIt({ html: true, linkify: true }).render(toMarkdown(blocks));

  it.each([
    ['HTML', toHtml('Notice', 'en', blocks), ['h1', 'h2', 'h3', 'li', 'p', 'ul']],
    ['Markdown', markdown, ['blockquote', 'br', 'h1', 'h2', 'h3', 'li', 'p', 'ul']],
  ])('%s shows every text as text and makes nothing of it', (_, html, own) => {
    const { text, tags } = readPage(html);
    expect([...tags].sort()).toEqual(own);
    expect(text.startsWith('Process note. Keep apart from the record.')).toBe(true);
    for (const typed of HOSTILE_TEXTS) {
      expect(times(text, squeeze(typed)), typed).toBeGreaterThanOrEqual(FREE_TEXTS);
    }
  });

  it('tell the review, the promises and what was added, each with its day', () => {
    const { text } = readPage(toHtml('Notice', 'en', blocks));
    for (const told of ['partly: Own my part', 'bond: apart', 'by Apr 1, 2026, kept', '(Mar 11, 2026)']) {
      expect(text).toContain(told);
    }
    expect(text).toContain('signed-off (Mar 5, 2026)');
    expect(text).toContain('Added Mar 12, 2026');
  });
});

describe('ratings', () => {
  const story = aSession()
    .started()
    .marked('strain', 3)
    .worded(1, 'Shoulders up', 3)
    .ended(50)
    .happened(
      { type: 'rated', minute: 50, behaviour: 'own-my-part', rating: 2, evidence: { moment: 1 } },
      { type: 'rated', minute: 50, behaviour: 'agree-a-goal', rating: 'cant-tell', evidence: null },
      { type: 'audit-line-written', minute: 50, which: 'try', words: 'Slower' },
      { type: 'audited', minute: 50, day: '2026-03-05' },
      {
        type: 'second-rated',
        minute: 50,
        day: '2026-03-20',
        packet: 'a-packet',
        by: 'Robin',
        ratings: { 'own-my-part': 0 },
        comments: [
          { moment: 1, text: 'Seen from here' },
          { moment: null, text: 'Well held' },
        ],
      },
    );
  const anchors = getBehaviour(CHECKLISTS[0].checklist, 'own-my-part')?.anchors ?? [];

  it('of oneself and of a supervisor stand in a page, each with its anchor, evidence and comments', () => {
    const { text } = readPage(
      toHtml('Notice', 'en', exportBlocks(OF, [exported(story)], '2026-03-04', EXPORT_WORDS)),
    );
    const [own, second] = text.split('second by Robin on Mar 20, 2026');
    expect(own).toContain(`rated: Own my part, no defending: 2: ${anchors[2]} – strain at 3: Shoulders up`);
    expect(own).toContain('rated: Agree a goal in their words: can’t tell');
    expect(own).toContain('try: Slower');
    expect(own).toContain('audited (Mar 5, 2026)');
    expect(second).toContain(`Own my part, no defending: 0: ${anchors[0]}`);
    expect(second).toContain('comment on strain at 3 Seen from here');
    expect(second).toContain('comment on all Well held');
  });

  it('stand in a table, a comment at the minute of its moment', () => {
    const rows: string[][] = parse(toCsv([exported(story)], EXPORT_WORDS), { bom: true });
    const told = rows.map(([, , , ...cells]) => cells);
    expect(told).toContainEqual([
      '',
      'rated',
      `Own my part, no defending: 2: ${anchors[2]}`,
      'strain at 3: Shoulders up',
      '',
    ]);
    expect(told).toContainEqual([
      '',
      'second-rating',
      `Own my part, no defending: 0: ${anchors[0]}`,
      'Robin',
      '2026-03-20',
    ]);
    expect(told).toContainEqual(['3', 'comment on strain at 3', 'Robin', 'Seen from here', '2026-03-20']);
    expect(told).toContainEqual(['', 'comment on all', 'Robin', 'Well held', '2026-03-20']);
  });
});

describe('an export', () => {
  const exportOf = async (
    vault: OpenVault,
    scope: ExportScope,
    format: ExportFormat = 'json',
    passphrase: string | null = null,
  ) => {
    const given = { scope, format, passphrase, words: EXPORT_WORDS };
    const made = await makeExport(vault, new AWorld().page(), given);
    if ('refused' in made) throw new Error(made.refused);
    return made;
  };
  const documentOf = async ({ file }: Exported) => JSON.parse((await file?.text()) ?? '');
  const period = (from: string, to: string): ExportScope => ({
    of: { kind: 'period', from, to },
    sessions: [],
  });
  const aStored = (vault: OpenVault, number: number, day: string, client = 'Heron') =>
    addTold(
      vault,
      idOf(number),
      aSession()
        .started({ client, day })
        .noted(day, 2)
        .ended(50)
        .log()
        .map(({ event }) => event),
    );

  it('of a period holds the sessions of its days, oldest first, the first and last day included', async () => {
    const { vault } = await anOpenVault();
    for (const [number, day] of ['2026-02-02', '2026-01-01', '2026-02-01', '2026-01-31'].entries()) {
      await aStored(vault, number, day);
    }
    const made = await exportOf(vault, period('2026-01-31', '2026-02-01'));
    expect(made).toMatchObject({ sessions: 2, leftOut: 0 });
    const { sessions } = await documentOf(made);
    expect(sessions.map(({ told }: { told: { day: string } }) => told.day)).toEqual([
      '2026-01-31',
      '2026-02-01',
    ]);
    expect(await readActivity(vault)).toMatchObject([{ done: [{ kind: 'exported', times: 1 }] }]);
  });

  it('names what is damaged, counts it, and keeps the rest', async () => {
    const { vault } = await anOpenVault();
    for (const number of [1, 2, 3]) await aStored(vault, number, `2026-01-0${number}`);
    const box = new Uint8Array(40);
    await layRowByRow(vault, idOf(1));
    await vault.database.events.put({ session: idOf(1), seq: 1, box });
    await harmLog(vault, idOf(2));
    await vault.database.sessions.where({ id: idOf(3) }).modify({ box });
    const made = await exportOf(vault, period('2026-01-01', '2026-01-03'), 'markdown');
    // One entry of the first, and the three of the second.
    expect(made).toMatchObject({ sessions: 3, leftOut: 4 });
    const text = (await made.file?.text()) ?? '';
    expect(text).toContain('left out: 2');
    expect(text).toContain('## unreadable\n\nleft out: 1, 2, 3');
    expect(text).toContain('> 2026-01-03');
  });

  it('holds a reflection that is still being written', async () => {
    const { vault } = await anOpenVault();
    await aStored(vault, 1, '2026-01-01');
    const record = await SessionRecord.open(vault, new AWorld().page(), idOf(1));
    record.reflection.type('Not finished yet');
    await record.settleWords();
    record.close();
    const { sessions } = await documentOf(
      await exportOf(vault, { of: { kind: 'session' }, sessions: [idOf(1)] }),
    );
    expect(sessions[0].told).toMatchObject({ state: 'to-review', reflection: 'Not finished yet' });
  });

  it('is sealed with its own passphrase and nothing else', async () => {
    const { vault } = await anOpenVault();
    await aStored(vault, 1, '2026-01-01');
    const scope: ExportScope = { of: { kind: 'session' }, sessions: [idOf(1)] };
    const { file } = await exportOf(vault, scope, 'csv', 'four quiet lamps');
    expect(await file?.text()).not.toContain('Heron');
    expect(await openAgeFile(file as Blob, { by: 'passphrase', passphrase: 'another one' })).toBeNull();
    const opened = await openAgeFile(file as Blob, { by: 'passphrase', passphrase: 'four quiet lamps' });
    expect(await new Response(opened?.bytes).text()).toContain('"Heron"');
  });

  it('tells how far it is, and when it is cancelled there is no file and no trace', async () => {
    const { vault } = await anOpenVault();
    for (let number = 0; number < 60; number += 1) await addTold(vault, idOf(number), madeUpEvents(number));
    const stop = new AbortController();
    const given = {
      scope: period('2000-01-01', '2100-01-01'),
      format: 'html' as const,
      passphrase: 'four quiet lamps',
      words: EXPORT_WORDS,
    };
    const heard: number[] = [];
    const made = await makeExport(vault, new AWorld().page(), given, {
      signal: stop.signal,
      onProgress: ({ of }) => {
        heard.push(of);
        stop.abort();
      },
    });
    expect(made).toEqual({ refused: 'cancelled' });
    expect(heard[0]).toBe(60);
    expect(await readActivity(vault)).toEqual([]);
  });
});
