import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findIdentifiers } from '../../src/app/find-identifiers';
import { type Labelled, measureRecall, sayRecall } from './recall';

// Prints how the check for identifiers does on labelled sentences: `npx tsx tests/bench/identifiers.ts`, with --all each slip.
const file = resolve(import.meta.dirname, '../fixtures/labelled-notes.json');
const notes = JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
const recall = measureRecall(notes);
console.log(sayRecall(recall));
const text = notes.map(note => note.text).join(' ');
const long = text.repeat(Math.ceil(50_000 / text.length)).slice(0, 50_000);
const begun = performance.now();
findIdentifiers(long);
console.log(
  `50 kB of text: ${Math.round(performance.now() - begun)} ms here; in the browser it runs in a worker.`,
);
if (process.argv.includes('--all')) {
  for (const one of recall.missed) console.log('missed', one);
  for (const one of recall.falseAlarms) console.log('false ', one);
}
