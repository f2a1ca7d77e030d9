import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSize } from './gzip-size';
import { shareByPackage } from './package-share';
import type { Finding } from './report';

const REACH_BYTES = 45_000;

/** Every script a page of a built extension runs before it runs any line of its own: what it imports, and what those import. */
export function staticScripts(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const entries = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path]) => path as string);
  return closure(folder, entries, /(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g);
}

/** Every script that any path through the page's code could load, workers too. */
function reachableScripts(folder: string, page: string): string[] {
  const names = /["'`(]((?:\.{0,2}\/)?(?:parts\/)?[\w-]+\.js)["'`]/g;
  return closure(folder, staticScripts(folder, page), names);
}

function closure(folder: string, entries: readonly string[], pattern: RegExp): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    const code = readScript(folder, path);
    if (code === null) return;
    found.add(path);
    for (const [, target = ''] of code.matchAll(pattern)) {
      const beside = posix.join(posix.dirname(path), target);
      visit(readScript(folder, beside) === null ? posix.join(target) : beside);
    }
  };
  for (const entry of entries) visit(entry.replace(/^\//, ''));
  return [...found];
}

function readScript(folder: string, path: string): string | null {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return null;
  }
}

/**
 * What the panel's JavaScript weighs.
 * @param folder the built extension.
 * @param ran the scripts that ran in a panel from its opening into a live session.
 */
export function weighPanelScripts(folder: string, ran: readonly string[]): Finding {
  const weigh = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + gzipSize(readFileSync(join(folder, path))), 0);
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const first = staticScripts(folder, 'panel.html');
  const live = [...new Set(ran)];
  const later = reachableScripts(folder, 'panel.html').filter(path => !live.includes(path));
  const list = (paths: readonly string[]) =>
    [...paths]
      .sort((one, other) => weigh([other]) - weigh([one]))
      .map(path => `${path} ${kilo(weigh([path]))}`)
      .join(', ');
  const shares = shareByPackage(folder, live);

  return {
    rows: [
      {
        what: 'JavaScript of the panel before anything is shown, gzip −9',
        floor: '–',
        ours: kilo(weigh(first)),
        ratio: '–',
        reach: '',
        isReached: null,
      },
      {
        what: 'JavaScript of the panel into a live session, gzip −9',
        floor: '–',
        ours: kilo(weigh(live)),
        ratio: '–',
        reach: `≤ ${REACH_BYTES / 1000} kB`,
        isReached: weigh(live) <= REACH_BYTES,
      },
    ],
    notes: [
      `JavaScript, static: ${list(first)}.`,
      `JavaScript, ran by a live session: ${list(live)}.`,
      `JavaScript, loaded only when needed: ${list(later)}.`,
      `JavaScript of a live session by package, each compressed by itself: ${shares
        .map(({ name, gzip, bytes }) => `${name} ${kilo(gzip)} (${kilo(bytes)} plain)`)
        .join(', ')}.`,
    ],
  };
}
