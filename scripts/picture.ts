import { resolve } from 'node:path';
import { launchChromium } from '../tests/e2e/rig/chromium';
import { mainStory } from '../tests/e2e/rig/main-story';
import { openVirtualScreen } from '../tests/e2e/rig/window-picture';
import { servePracticeCall } from '../tests/practice-call/server';
import { buildExtension } from './build-extension';

// Takes the picture of the whole window for the README: `npx tsx scripts/picture.ts <file.png> [story step] [--dark]`.
// Needs Xvfb and ImageMagick.
const [file, lastStep = 'ticked-while-working'] = process.argv
  .slice(2)
  .filter(word => !word.startsWith('--'));
if (!file) throw new Error('Say where to save the picture');
if (!(await buildExtension())) throw new Error('The build failed; its message is above.');

const size = { width: 1280, height: 800 };
const screen = await openVirtualScreen(size);
const call = await servePracticeCall();
const browser = await launchChromium({
  headed: true,
  size,
  display: screen.display,
  dark: process.argv.includes('--dark'),
});
try {
  for (const step of mainStory(call.url)) {
    await step.play(browser);
    if (step.name === lastStep) break;
  }
  await screen.picture(resolve(file));
} finally {
  await browser.close();
  await call.close();
  await screen.close();
}
