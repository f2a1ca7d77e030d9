import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBenchCopy } from '../tests/bench/bench-copy';
import { describeMachine } from '../tests/bench/machine';
import { measureChromium, measureFirefox } from '../tests/bench/measure';
import { asMarkdown } from '../tests/bench/report';
import { ensureBrowsers } from './browsers';
import { heading, root } from './run-tool';

// Builds, measures in the real browsers and writes pictures/bench.md. A number that is not reached is no failure.
const machine = describeMachine();
await ensureBrowsers(['chromium', 'firefox']);
heading(
  'Building and measuring (about half an hour, of which twenty minutes are two live sessions; leave the computer alone meanwhile)',
);
// Both first, so that both measure the same source.
const copies = [await createBenchCopy('chrome'), await createBenchCopy('firefox')] as const;
process.on('exit', () => {
  for (const copy of copies) copy.remove();
});
const chromium = await measureChromium(copies[0]);
const firefox = await measureFirefox(copies[1]);
const facts = [
  `Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC on ${machine}, headless, ` +
    `in ${chromium.version} and ${firefox.version}. Floors and ours were measured in turn in this run; medians. ` +
    'The ratios of paints and of the call are medians over neighbouring pairs, the others ratios of medians.',
];
const report = asMarkdown(facts, [...chromium.findings, ...firefox.findings]);
const folder = resolve(root, 'pictures');
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, 'bench.md'), report);
console.log(`\n${report}`);
