import { type Executables, ensureBrowsers } from './browsers';
import { buildExtension } from './build-extension';
import { asTally, checkLint, checkTypes, plus, runStories, runTests, type Tally } from './checks';
import { heading } from './run-tool';

// Everything. A failed step does not stop the later ones, so one run shows all there is to mend.
async function findBrowsers(): Promise<Executables | null> {
  heading('Browsers');
  try {
    const found = await ensureBrowsers();
    console.log(`Chromium: ${found.chromium}\nFirefox: ${found.firefox}`);
    return found;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function skip(project: string, reason: string): Tally {
  heading(`Tests: ${project}`);
  console.error(`Not run, as ${reason}; counted as a failure.`);
  return asTally(false);
}

const browsers = await findBrowsers();
const isBuilt = await buildExtension();
let sum: Tally = { passed: 0, failed: isBuilt ? 0 : 1 };
sum = plus(sum, await checkTypes());
sum = plus(sum, await checkLint());
sum = plus(sum, await runTests('unit'));

if (browsers) {
  const env = { SIDELIGHT_CHROMIUM: browsers.chromium, SIDELIGHT_FIREFOX: browsers.firefox };
  sum = plus(sum, await runStories('browser', env));
  sum = plus(sum, isBuilt ? await runStories('e2e', env) : skip('e2e', 'the build failed'));
} else {
  sum = plus(sum, skip('browser', 'there is no browser'));
  sum = plus(sum, skip('e2e', 'there is no browser'));
}

process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
