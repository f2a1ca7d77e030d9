import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchChromium } from '../tests/e2e/rig/chromium';
import { launchFirefox } from '../tests/e2e/rig/firefox';
import { mainStory } from '../tests/e2e/rig/main-story';
import type { Browser } from '../tests/e2e/rig/surface';
import { type PracticeCall, servePracticeCall } from '../tests/practice-call/server';
import { ensureBrowsers } from './browsers';
import { buildExtension } from './build-extension';
import { heading, root } from './run-tool';

// With a screen: a browser to try Sidelight in. Without one: the main job played by itself, with pictures of each step.
const isFirefox = process.argv.includes('--firefox');
const hasScreen =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const isHeadless = !hasScreen || process.argv.includes('--headless');

async function letTry(browser: Browser, call: PracticeCall): Promise<void> {
  // Sidelight opens it by itself once it is installed.
  await browser.expectPage('desk.html', 30_000);
  await browser.openCall(call.url);
  heading('Ready');
  console.log('A browser with Sidelight and a made-up video call is open.');
  console.log('1. In its other tab, set Sidelight up (or practise first).');
  console.log('2. In the call’s tab, click Sidelight’s button in the toolbar');
  console.log('   (behind the jigsaw piece, if it is not beside the address).');
  console.log(`The call: ${call.url}`);
  console.log('All of it is thrown away when you close the browser or press Ctrl+C here.');
  const stopped = new Promise<void>(done => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  await Promise.race([browser.gone(), stopped]);
}

async function playStory(browser: Browser, call: PracticeCall): Promise<void> {
  const folder = resolve(root, 'pictures/start');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  heading('There is no screen here, so the main job is played without one');
  for (const [index, step] of mainStory(call.url).entries()) {
    const seen = await step.play(browser);
    const file = join(folder, `${String(index + 1).padStart(2, '0')}-${step.name}.png`);
    await (seen === 'call' ? browser.pictureOfCall(file) : seen.picture(file));
    console.log(`${String(index + 1).padStart(2)}. ${step.tells}`);
  }
  const sent = await browser.requests();
  console.log(`Requests that left the extension meanwhile: ${sent.length === 0 ? 'none' : sent.join(', ')}`);
  console.log(`\nPictures of each step: ${folder}`);
}

async function start(): Promise<void> {
  if (!(await buildExtension())) throw new Error('The build failed; its message is above.');
  await ensureBrowsers([isFirefox ? 'firefox' : 'chromium']);
  const call = await servePracticeCall();
  const browser = await (isFirefox ? launchFirefox : launchChromium)({ headed: !isHeadless });
  try {
    await (isHeadless ? playStory(browser, call) : letTry(browser, call));
  } finally {
    await browser.close();
    await call.close();
  }
}

await start().catch(error => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
