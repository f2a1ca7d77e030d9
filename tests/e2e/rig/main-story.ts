import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, PageSurface, Surface } from './surface';

/** One step of the story. */
export interface StoryStep {
  /** Short and fit for a file name. */
  name: string;
  /** What happens, as a sentence for the terminal. */
  tells: string;
  /** Does it. @returns the surface to look at afterwards, or `call` for the call's page. */
  play(browser: Browser): Promise<Surface | 'call'>;
}

const reflection = 'Waiting longer helped more than asking.';
const note = 'Slower next time; ask what the silence was for.';

// Both run in a page. In the first phase no other box is ticked, and the next phase shows its own boxes only.
const isOneTicked = () => document.querySelectorAll('input[type="checkbox"]:checked').length === 1;
const isPictureThere = () => (document.querySelector('video')?.currentTime ?? 0) > 0.5;

/**
 * The main job from the first start to the timeline, as a therapist does it beside a call: set up, start a session, choose the
 * phase, tick by mouse and by key, mark a moment, write a note, open the strip, end, read back, sign off. Play the steps in order, each once.
 */
export function mainStory(callUrl: string, passphrase = 'four quiet lamps tonight'): StoryStep[] {
  let desk: PageSurface;
  let panel: Surface;
  return [
    {
      name: 'welcome',
      tells: 'Once installed, Sidelight opens its desk with Welcome.',
      async play(browser) {
        desk = await browser.expectPage('desk.html', 20_000);
        await desk.wait('button', 'Create vault');
        return desk;
      },
    },
    {
      name: 'recovery-key',
      tells: 'A passphrase is chosen; the recovery key is shown once.',
      async play() {
        await desk.fill('textbox', 'Passphrase', passphrase);
        await desk.fill('textbox', 'Repeat passphrase', passphrase);
        await desk.click('button', 'Create vault');
        await desk.wait('any', 'Recovery key', 30_000);
        return desk;
      },
    },
    {
      name: 'vault-made',
      tells: 'The key is stored; the desk is empty and ready.',
      async play() {
        await desk.click('checkbox', 'I have stored the recovery key');
        await desk.click('button', 'Continue');
        await desk.wait('heading', 'Sessions', 30_000);
        return desk;
      },
    },
    {
      name: 'call',
      tells: 'The practice call is joined.',
      async play(browser) {
        await browser.openCall(callUrl);
        for (let wait = 0; !(await browser.inCall(isPictureThere)) && wait < 100; wait += 1) await pause(100);
        return 'call';
      },
    },
    {
      name: 'before-the-session',
      tells: 'A click on the toolbar button opens Sidelight beside the call.',
      async play(browser) {
        panel = await browser.openPanel();
        await panel.wait('button', 'Start session');
        await panel.fill('textbox', 'Client code', 'K-17');
        return panel;
      },
    },
    {
      name: 'session-started',
      tells: 'The session is started.',
      async play() {
        await panel.click('button', 'Start session');
        await panel.wait('radiogroup', 'Phase');
        return panel;
      },
    },
    {
      name: 'ticked-by-key',
      tells: 'The key 1 ticks the first behaviour.',
      async play() {
        await panel.press('1');
        await panel.until(isOneTicked, 'the first behaviour is ticked');
        return panel;
      },
    },
    {
      name: 'ticked-while-working',
      tells: 'The phase is set to Working, and a behaviour ticked there.',
      async play() {
        await panel.click('radio', 'Working');
        await panel.click('checkbox', 'Reflect feeling before fixing');
        await panel.until(isOneTicked, 'the behaviour is ticked');
        return panel;
      },
    },
    {
      name: 'moment-and-note',
      tells: 'Tenseness is marked, a key marks a repair, and a note is written.',
      async play() {
        await panel.click('button', 'Tenseness');
        await panel.press('r');
        await panel.fill('textbox', 'Note', note);
        await panel.until(() => document.body.innerText.includes('Saved'), 'the note is saved');
        const { value } = await panel.state('textbox', 'Note');
        if (value !== note) throw new Error(`The note was typed as “${note}” and reads “${value}”`);
        return panel;
      },
    },
    {
      name: 'strip',
      tells: 'The strip opens, to stand under the camera.',
      async play(browser) {
        await panel.click('button', 'Open strip');
        const strip = await browser.expectPage('strip.html', 20_000);
        await strip.wait('group', 'Moments');
        return strip;
      },
    },
    {
      name: 'session-ended',
      tells: 'The session is ended; everything is saved.',
      async play() {
        await panel.click('button', 'End session');
        await panel.wait('button', 'Review now');
        return panel;
      },
    },
    {
      name: 'sessions',
      tells: 'The desk lists the session.',
      async play() {
        await panel.click('button', 'Later');
        await desk.click('link', 'Sessions');
        await desk.until(() => document.body.innerText.includes('K-17'), 'the session is listed');
        await desk.eval(() => document.querySelector('[data-session]')?.scrollIntoView({ block: 'center' }));
        return desk;
      },
    },
    {
      name: 'timeline',
      tells: 'Its timeline tells what happened when.',
      async play() {
        await desk.click('any', /K-17/);
        await desk.wait('heading', 'Timeline');
        await desk.eval(() => document.querySelector('.timeline')?.scrollIntoView({ block: 'center' }));
        return desk;
      },
    },
    {
      name: 'signed-off',
      tells: 'The review stands ready from the live marks; a line is added, and it is signed off.',
      async play() {
        const answers = desk.within('radiogroup', 'Reflect feeling before fixing');
        if (!(await answers.state('radio', 'Done')).checked)
          throw new Error('The live mark is not the answer.');
        await desk.fill('textbox', 'Reflection', reflection);
        await desk.click('button', 'Sign off');
        await desk.wait('button', 'Amend');
        await desk.until(
          () => document.body.innerText.includes('Waiting longer helped'),
          'the reflection is part of it',
        );
        return desk;
      },
    },
  ];
}
