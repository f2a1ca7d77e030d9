import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BenchCopy, createBenchCopy } from '../tests/bench/bench-copy';
import { describeMachine } from '../tests/bench/machine';
import { type Measured, measureChromium, measureFirefox } from '../tests/bench/measure';
import { type BrowserName, chooseParts } from '../tests/bench/parts';
import { asMarkdown } from '../tests/bench/report';
import { ensureBrowsers } from './browsers';
import { heading, root } from './run-tool';

// Builds, measures in the real browsers and writes pictures/bench.md. A number that is not reached is no failure.
const { parts, browsers } = chooseParts(process.argv.slice(2));
const machine = describeMachine();
await ensureBrowsers([...browsers]);
heading(
  `Building and measuring ${parts.join(', ')} (all takes an hour, a third of it two live sessions; leave the computer alone meanwhile)`,
);
const copies = new Map<BrowserName, BenchCopy>();
// All first, so that all measure the same source.
for (const browser of browsers)
  copies.set(browser, await createBenchCopy(browser === 'chromium' ? 'chrome' : 'firefox'));
process.on('exit', () => {
  for (const copy of copies.values()) copy.remove();
});
const measured: Measured[] = [];
for (const [browser, copy] of copies)
  measured.push(await (browser === 'chromium' ? measureChromium : measureFirefox)(copy, parts));
const facts = [
  `Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC on ${machine}, headless, ` +
    `in ${measured.map(({ version }) => version).join(' and ')}. Floors and ours were measured in turn in this run; medians. ` +
    'The ratios of paints and of the call are medians over neighbouring pairs, the others ratios of medians.',
];
const report = asMarkdown(
  facts,
  measured.flatMap(({ findings }) => findings),
);
const folder = resolve(root, 'pictures');
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, 'bench.md'), report);
console.log(`\n${report}`);
