import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { ANSWER_WORDS } from '../../src/desk/session/answer-words';
import { keyedCore } from '../../src/domain/checklist';
import { answerOf } from '../../src/domain/review';
import type { Session } from '../../src/domain/session';
import type { SessionEvent } from '../../src/domain/session-event';
import type { SessionSummary } from '../../src/domain/session-summary';
import { CHECKLISTS } from '../../src/library/checklists';
import { idOf } from '../fixtures/made-up-sessions';
import { hasAgeTool, openWithAge } from './age-tool';
import { inBothBrowsers } from './both-browsers';
import { bringIn } from './bring-in';
import { damageRow } from './damage-row';
import { isAnswered, tabTo, type } from './keyboard';
import type { PageSurface } from './rig/surface';
import { createVault, PASSPHRASE, unlock } from './steps';
import {
  BACKUP,
  COUNT,
  codeOf,
  dayOf,
  events,
  fitting,
  isShown,
  LINE_DAMAGED,
  LOG_DAMAGED,
  lines,
  lists,
  scrollToRow,
  sessions,
  TODAY,
} from './ten-years';

const STRAIN = CHECKLISTS[0].checklist.behaviours.find(({ id }) => id === 'name-the-strain');
inBothBrowsers('Ten years of sessions', browser => {
  let desk: PageSurface;
  beforeAll(async () => {
    ({ desk } = await createVault(browser()));
    await bringIn(browser(), desk, BACKUP, 110_000);
  }, 150_000);

  it('stand newest first right after unlocking, a damaged line and a damaged log among them', async () => {
    await damageRow(desk, 'sessions', idOf(LINE_DAMAGED));
    await damageRow(desk, 'events', idOf(LOG_DAMAGED));
    await desk.click('button', 'Lock now');
    await desk.wait('textbox', 'Passphrase');
    await unlock(desk, PASSPHRASE);
    await desk.eval(`location.hash = '#/sessions'`);
    const newest = sessions.at(-1) as Session;
    const pattern = new RegExp(`${dayOf(newest)}.*${codeOf(newest)}.*To review`, 's');
    await desk.within('list', 'To review').wait('listitem', pattern);
    await lists(desk, COUNT, 'in all');
  });

  it('are narrowed by client, state, period, behaviour and tag', async () => {
    const client = lines[1_234]?.client ?? '';
    const tag = lines.find(({ tags }) => tags)?.tags?.[0] ?? '';
    const january = `${TODAY.slice(0, 4)}-01-01`;
    const choose: [string, string, (line: SessionSummary) => boolean][] = [
      ['Client', client, line => line.client === client],
      ['State', 'Signed off', line => line.state === 'signed-off'],
      ['Period', 'This year', line => line.day >= january],
      ['Behaviour', STRAIN?.label ?? '', line => line.answers?.[STRAIN?.id ?? ''] !== undefined],
      ['Tag', tag, line => (line.tags ?? []).includes(tag)],
    ];
    for (const [filter, option, fits] of choose) {
      await desk.choose(filter, option);
      const count = fitting(fits);
      expect(count === 0 || count === COUNT, `${filter} must narrow the list`).toBe(
        filter === 'Period' && count === 0,
      );
      await lists(desk, count, `with ${filter}: ${option}`);
      if (count === 0) await desk.wait('status', /No session fits/);
      await desk.click('button', 'Show all sessions');
      await lists(desk, COUNT, 'again');
    }
    const both = fitting(line => line.client === client && (line.tags ?? []).includes(tag));
    await desk.choose('Client', client);
    await desk.choose('Tag', tag);
    await lists(desk, both, 'with both');
    await desk.click('button', 'Show all sessions');
    expect(await desk.axe()).toEqual([]);
  });

  it('are scrolled to the oldest and back by keys, and few of them are ever drawn', async () => {
    const list = desk.within('list', 'Sessions');
    await tabTo(list, 'link', /./);
    await desk.press('End');
    await desk.until(
      `document.activeElement?.dataset.session === '${idOf(0)}'`,
      'the focus to be on the oldest session',
    );
    const drawn = `document.querySelectorAll('ul.windowed li').length`;
    expect(await desk.eval<number>(drawn)).toBeLessThan(100);
    expect(
      await desk.eval(`(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(
      document.activeElement.getBoundingClientRect())`),
    ).toBe(true);
    await desk.press('ArrowUp');
    await desk.until(`document.activeElement?.dataset.session === '${idOf(1)}'`, 'the one before');
    await desk.press('Enter');
    await isShown(desk, 1);
    await desk.click('link', 'All sessions');
    await desk.until(
      `document.activeElement?.dataset.session === '${idOf(1)}'`,
      'the list to be where it was left',
    );
    await desk.press('Home');
    const first = lines.findLastIndex(({ state }) => state !== 'to-review');
    await desk.until(
      `document.activeElement?.dataset.session === '${idOf(first)}'`,
      'the focus to be on the newest that needs no review',
    );
  });

  it('stand on the page of their client, those of the others aside', async () => {
    const client = lines[1_234]?.client ?? '';
    await desk.eval(`location.hash = '#/clients'`);
    await desk.click('link', new RegExp(`^${client} Last`));
    await desk.wait('heading', client);
    await lists(
      desk,
      fitting(line => line.client === client),
      'on the page of the client',
    );
    await desk.eval(`location.hash = '#/sessions'`);
    await lists(desk, COUNT, 'in all');
  });

  it('open one by one though two are damaged: what can be read is shown, and it is said what cannot', async () => {
    await scrollToRow(desk, LINE_DAMAGED);
    await desk.click('link', /A session whose line cannot be read/);
    await isShown(desk, LINE_DAMAGED);
    await desk.click('link', 'All sessions');
    await desk.until(
      `document.activeElement?.dataset.session === '${idOf(LINE_DAMAGED)}'`,
      'the list to be where it was left',
    );
    await scrollToRow(desk, LOG_DAMAGED);
    await desk.eval(`document.querySelector('[data-session="${idOf(LOG_DAMAGED)}"]').click()`);
    await desk.wait('alert', /The beginning of this session’s record is damaged/);
    await desk.click('link', 'All sessions');
    await desk.wait('searchbox', 'Search');
  });

  it('are read for the search in sight, which can be cancelled and begun again', async () => {
    await desk.eval('scrollTo(0, 0)');
    await desk.click('searchbox', 'Search');
    await desk.wait('progressbar', 'Reading your sessions');
    await desk.until(
      `document.querySelector('search progress')?.value > 0`,
      'the bar to tell how many were read',
    );
    await desk.click('button', 'Cancel');
    await desk.wait('status', /The search was stopped/);
    await desk.fill('searchbox', 'Search', '4321');
    expect(await desk.has('list', 'Search results')).toBe(false);
    await desk.click('button', 'Start the search again');
    await desk.until(`!document.querySelector('search progress')`, 'everything to be read', 60_000);
    await desk.wait('status', 'Found in one session.');
    expect(await desk.text()).toContain('One session could not be read and is not searched.');
    const count = events.filter(
      (log, number) =>
        number !== LOG_DAMAGED && /\bshoulders/i.test(JSON.stringify(log).replaceAll('\\n', ' ')),
    ).length;
    await desk.fill('searchbox', 'Search', 'shoulders');
    await desk.wait('status', new RegExp(`^Found in ${count} sessions`));
    await desk.fill('searchbox', 'Search', '4321');
    await desk.wait('status', 'Found in one session.');
    await desk.within('list', 'Search results').click('link', /./);
    await isShown(desk, 4_321);
    await desk.click('link', 'All sessions');
    await desk.fill('searchbox', 'Search', '');
  });

  it('are reviewed, signed off and amended from the list by keyboard alone', async () => {
    const { checklist } = CHECKLISTS[0];
    const newest = sessions.at(-1) as Session;
    const [first, second, third] = keyedCore(checklist).map(({ behaviour }) => behaviour);
    await desk.reload();
    await desk.wait('list', 'To review');
    await tabTo(desk.within('list', 'To review'), 'link', /./);
    await desk.press('Enter');
    await desk.wait('button', 'Sign off');
    const english = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
    for (const behaviour of keyedCore(checklist).map(one => one.behaviour)) {
      const answer = answerOf(newest, behaviour.id);
      await isAnswered(desk, behaviour.label, english[ANSWER_WORDS[answer]].message);
    }
    await tabTo(
      desk.within('radiogroup', first?.label ?? ''),
      'radio',
      english[ANSWER_WORDS[answerOf(newest, first?.id ?? '')]].message,
    );
    for (const key of ['p', 'm', '?']) await desk.press(key);
    await isAnswered(desk, first?.label ?? '', 'Partly');
    await isAnswered(desk, second?.label ?? '', 'Missed');
    await isAnswered(desk, third?.label ?? '', "Can't tell");
    await tabTo(desk, 'textbox', 'Reflection');
    await type(desk, 'slow is good');
    await tabTo(desk, 'button', 'Sign off');
    await desk.press('Enter');
    await desk.wait('button', 'Amend');
    await tabTo(desk, 'button', 'Amend');
    await desk.press('Enter');
    await tabTo(desk, 'textbox', 'Reason');
    await type(desk, 'read again');
    await desk.press('Tab');
    await type(desk, 'they knew');
    await tabTo(desk, 'button', 'Add amendment');
    await desk.press('Enter');
    await desk.waitGone('textbox', 'Reason');
    const signed = await desk.text();
    for (const words of ['slow is good', 'read again', 'they knew']) expect(signed).toContain(words);
    await desk.eval(`location.hash = '#/sessions'`);
    await desk.wait('listitem', new RegExp(`${dayOf(newest)}.*${codeOf(newest)}.*Signed off`, 's'));
  });

  it('leave as a period, sealed; what age opens is equal to what was brought in and added', async ({
    skip,
  }) => {
    const [from, to] = [lines[LOG_DAMAGED - 300]?.day ?? '', TODAY];
    await desk.eval(`location.hash = '#/settings'`);
    const section = desk.within('region', 'Export a period');
    await section.click('radio', 'Data for other programs (JSON)');
    await desk.eval(`(() => {
      const [field] = document.querySelectorAll('input[type=date]');
      field.value = '${from}';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await section.fill('textbox', 'Export passphrase', PASSPHRASE);
    await section.fill('textbox', 'Repeat passphrase', PASSPHRASE);
    await section.click('button', 'Export');
    const file = await browser().saved(/^sidelight-export-[0-9a-f]{8}\.json\.age$/, 60_000);
    const wanted = sessions.flatMap(({ day }, number) =>
      number === LOG_DAMAGED || (day >= from && day <= to) ? [number] : [],
    );
    // The row of the damaged log held all of it.
    const lost = (events[LOG_DAMAGED] ?? []).length;
    expect(lost).toBeGreaterThan(1);
    await desk.wait(
      'status',
      `${wanted.length} sessions are in the file. Your browser saves it to your downloads. ` +
        `${lost} parts could not be read and were left out; the file says where.`,
    );
    if (!hasAgeTool) return skip();
    const exported: { told: { note: { text: string } } | null; log: { event: SessionEvent }[] }[] =
      JSON.parse(openWithAge(file, PASSPHRASE)).sessions;
    expect(exported).toHaveLength(wanted.length);
    const logs = new Map(exported.map(one => [one.told?.note.text ?? '', one.log.map(({ event }) => event)]));
    for (const number of wanted) {
      const own = logs.get(sessions[number]?.note?.text ?? '');
      const source = events[number] ?? [];
      if (number === LOG_DAMAGED) expect(own).toBeUndefined();
      else if (number < COUNT - 1) expect(own).toEqual(source);
      else expect(own?.slice(0, source.length)).toEqual(source);
    }
    const newest = logs.get(sessions.at(-1)?.note?.text ?? '') ?? [];
    expect(newest.at(-1)).toMatchObject({ type: 'amended', reason: 'read again', text: 'they knew' });
  });
});
