import { afterAll, expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers';
import { createVault, PASSPHRASE, startSession, unlock } from './steps';

const usual = process.env.TZ;
/** So far apart that it is hardly ever the same day in both. */
const [EAST, WEST] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
const dayIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone }).format(new Date());

inBothBrowsers('A therapist who travels', browser => {
  afterAll(() => {
    if (usual === undefined) delete process.env.TZ;
    else process.env.TZ = usual;
  });

  it('finds each session on the day it had where it was held, and adds to it on the day it is here', async () => {
    process.env.TZ = EAST;
    await browser().relaunch();
    await createVault(browser());
    const held = dayIn(EAST);
    const panel = await browser().openPage('panel.html');
    await startSession(panel, 'K-17');
    await panel.click('button', 'End session');
    await panel.wait('button', 'Later');

    process.env.TZ = WEST;
    await browser().relaunch();
    const desk = await browser().openPage('desk.html');
    await unlock(desk, PASSPHRASE);
    await desk.wait('listitem', new RegExp(`${held}.*K-17`, 's'));
    for (const period of ['This week', 'This month', 'This year']) {
      await desk.choose('Period', period);
      await desk.wait('listitem', new RegExp(`${held}.*K-17`, 's'));
    }
    await desk.click('link', /K-17/);
    await desk.wait('heading', `${held} · K-17`);
    await desk.click('button', 'Sign off');
    await desk.wait('button', 'Amend');
    expect(await desk.text()).toContain(`Signed off on ${dayIn(WEST)}`);
    await desk.eval(`location.hash = '#/sessions'`);
    await desk.wait('listitem', new RegExp(`${held}.*K-17.*Signed off`, 's'));
  });
});
