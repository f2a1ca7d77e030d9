import { expect, it } from 'vitest';
import { auditPast, FRAME } from './audit-steps';
import { inBothBrowsersByTwo } from './both-browsers';
import type { Browser, PageSurface } from './rig/surface';
import { createVault, startSession } from './steps';

const PACKET = 'seven slow rivers home';
const NO_CLIENT = 'Hold sessions without client code and note: only your own conduct is marked';

/**
 * Ten pairs, six of them the same; the squared differences add up to 7, by chance to 190 / 10, so weighted kappa is
 * 1 − 7 / 19 = 0.632. Its standard error, in the form of Fleiss (1981) and worked out apart from Sidelight, is 0.2084, so the
 * interval is 0.223 to 1.040, of which nothing is told above 1.
 */
const OWN = '0011222331';
const OTHER = '0111122233';
/** The one that is two apart. */
const WIDE = `${FRAME} (two or more apart)|1|3`;

const days = [...OWN].map((_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);

async function supervision(browser: Browser, part: string): Promise<PageSurface> {
  const desk = await browser.openPage('desk.html', '#/supervision');
  await desk.wait('heading', 'Make a packet');
  if (part !== 'Make a packet') await desk.click('button', part);
  await desk.wait('heading', part);
  return desk;
}

async function bringHome(desk: PageSurface, file: string, passphrase = PACKET): Promise<void> {
  await desk.attach('Ratings file', file);
  await desk.fill('textbox', 'Packet passphrase', passphrase);
  await desk.click('button', 'Bring ratings home');
}

inBothBrowsersByTwo('Getting better', (trainee, supervisor) => {
  let packetFile: string;
  let ratingsFile: string;

  it('begins without client and note where notes are not approved, until that is changed in Settings', async () => {
    const { desk } = await createVault(trainee(), 'Not yet, or not sure');
    const panel = await trainee().openPage('panel.html');
    await panel.wait('button', 'Start session');
    expect(await panel.has('textbox', 'Client code')).toBe(false);
    await panel.eval(`new MutationObserver(() => {
      if (document.querySelector('textarea')) globalThis.noteWasThere = true;
    }).observe(document, { childList: true, subtree: true })`);
    await startSession(panel, '');
    await panel.press('n');
    expect(await panel.has('textbox', 'Note')).toBe(false);
    expect(await panel.eval('globalThis.noteWasThere ?? false'), 'the note flashed up').toBe(false);
    await panel.click('button', 'End session');
    await panel.click('button', 'Later');
    await desk.click('link', 'Settings');
    await desk.wait('checkbox', NO_CLIENT);
    expect((await desk.state('checkbox', NO_CLIENT)).checked).toBe(true);
    await desk.click('checkbox', NO_CLIENT);
    await panel.wait('textbox', 'Client code');
    await desk.click('checkbox', NO_CLIENT);
    await panel.waitGone('textbox', 'Client code');
    await panel.reload();
    await panel.wait('button', 'Start session');
    expect(await panel.has('textbox', 'Client code')).toBe(false);
    await panel.close();
    await desk.close();
  });

  it('goes on with ten sessions audited, their trends, and a focus', async () => {
    const desk = await trainee().openPage('desk.html', '#/trends');
    for (const [index, day] of days.entries()) await auditPast(desk, day, OWN[index] as string);
    await desk.click('link', 'Trends');
    await desk.wait('row', new RegExp(`^${FRAME} 10 sessions ${[...OWN].join(' ')}$`));
    await desk.wait('img', new RegExp(`^${FRAME}: ratings in 10 sessions .* ${[...OWN].join(', ')}$`));
    await desk.click('link', 'Checklists');
    await desk.eval(`[...document.querySelectorAll('summary')]
      .find(one => one.textContent.startsWith(${JSON.stringify(FRAME)})).click()`);
    await desk.click('checkbox', `In focus: ${FRAME}`);
    await desk.click('link', 'Trends');
    await desk.click('button', 'Keep this period');
    await desk.wait('group', `Plan for ${FRAME}`);
    await desk.close();
  });

  it('asks a second pair of eyes, which sees what was done and not how it was rated', async () => {
    const desk = await supervision(trainee(), 'Make a packet');
    const boxes = `[...document.querySelectorAll('.to-choose input')]`;
    await desk.until(`${boxes}.length === 11`, 'the audited sessions and the one held live');
    await desk.eval(`${boxes}.slice(1).forEach(box => box.click())`);
    await desk.wait('status', '10 sessions chosen');
    await desk.fill('textbox', 'Packet passphrase', PACKET);
    await desk.fill('textbox', 'Repeat packet passphrase', PACKET);
    await desk.click('button', 'Save packet');
    packetFile = await trainee().saved(/^sidelight-packet-[0-9a-f]{8}\.age$/, 30_000);
    await desk.close();

    await createVault(supervisor());
    const other = await supervision(supervisor(), 'Open a packet');
    await other.attach('Packet file', packetFile);
    await other.fill('textbox', 'Packet passphrase', PACKET);
    await other.click('button', 'Open');
    await other.wait('heading', 'Session 1, no client', 30_000);
    for (const [index, rating] of [...OTHER].entries()) {
      await other.click('button', new RegExp(`^Session ${index + 1}, no client`));
      await other.wait('heading', `Session ${index + 1}, no client`);
      expect(await other.eval(`document.querySelectorAll('input:checked').length`)).toBe(0);
      await other.within('radiogroup', FRAME).click('radio', rating);
    }
    await other.fill('textbox', 'Your name for them', 'Ruth');
    await other.fill('textbox', 'Packet passphrase', PACKET);
    await other.click('button', 'Return ratings');
    ratingsFile = await supervisor().saved(/^sidelight-ratings-[0-9a-f]{8}\.age$/, 30_000);
    await other.close();
  });

  it('ends with both beside each other, as worked out by hand', async () => {
    const desk = await supervision(trainee(), 'Bring ratings home');
    await bringHome(desk, ratingsFile, 'another one altogether');
    await desk.wait('alert', /does not open this file/, 30_000);
    await bringHome(desk, ratingsFile);
    await desk.wait('status', 'The ratings of Ruth are home, for 10 sessions.', 30_000);
    await desk.wait('heading', 'You and Ruth');
    const told = await desk.text();
    expect(told).toContain('You chose the same rating for 6 of 10 behaviours that both of you rated.');
    expect(told).toContain('Weighted kappa: 0.63, 95 % interval from 0.22 to 1.00.');
    const rows = await desk.eval<string[]>(
      `[...document.querySelectorAll('.beside-table tbody tr')].map(row =>
        [...row.cells].map(cell => cell.textContent).join('|'))`,
    );
    const expected = [...OWN].map((own, index) => `${FRAME}|${own}|${OTHER[index]}`);
    expect(rows).toEqual([...expected.slice(0, -1), WIDE]);
    await desk.close();
  });

  it('tells of ratings that come home to a session since amended, and to sessions since erased', async () => {
    const page = await trainee().openPage('desk.html', '#/latest');
    await page.click('button', 'Sign off');
    await page.click('button', 'Amend');
    await page.fill('textbox', 'Reason', 'heard it again');
    await page.fill('textbox', 'What to add', 'It was slower than I thought.');
    await page.click('button', 'Add amendment');
    await page.waitGone('textbox', 'Reason');
    await page.close();
    const desk = await supervision(trainee(), 'Bring ratings home');
    await bringHome(desk, ratingsFile);
    await desk.wait('status', /brought these ratings home before.* This session was changed after/s, 30_000);

    await desk.click('link', 'Sessions');
    await desk.click('link', 'Clients');
    await desk.click('link', /No client/);
    await desk.fill('textbox', 'Type the code to erase', 'No client');
    await desk.click('button', 'Erase this client');
    await desk.wait('heading', 'Erased');
    await desk.click('link', 'Supervision');
    await desk.click('button', 'Bring ratings home');
    await bringHome(desk, ratingsFile);
    await desk.wait('status', /^10 sessions were erased or cannot be read/, 30_000);
    await desk.close();
  });

  it('takes an audit as finished while its only rating is still on its way to the disk', async () => {
    const desk = await trainee().openPage('desk.html', '#/trends');
    await desk.click('button', 'Add a past session');
    await desk.click('button', 'Add and audit');
    await desk.wait('radiogroup', FRAME);
    await desk.eval(`(() => {
      document.querySelector('[role=radiogroup] input').click();
      [...document.querySelectorAll('button')].find(one => one.textContent === 'Finish audit').click();
    })()`);
    await desk.wait('status', /^Audit finished/);
    expect(await desk.has('alert', /./)).toBe(false);
    await desk.close();
  });
});
