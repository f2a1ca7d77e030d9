import { posix } from 'node:path';
import { importsOf, type SourceFile } from './source';

/** What the files of one folder of src may draw in. A folder allows all of it, a path that module only. */
interface Layer {
  readonly src: readonly string[];
  /** Packages; a `*` at the end stands for all that begin so. */
  readonly npm: readonly string[];
  /** What to do instead of what is not allowed. */
  readonly instead: string;
}

const PAGE: Omit<Layer, 'instead'> = {
  src: ['domain', 'library', 'app', 'browser', 'ui'],
  npm: ['preact', '@preact/signals'],
};

/** The layers, as the README of the sources has them. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { src: [], npm: ['zod'], instead: 'domain is pure; take what it needs as an argument' },
  library: { src: ['domain'], npm: [], instead: 'library is data; let app or a page bring it together' },
  vault: {
    src: [],
    npm: ['hash-wasm', 'age-encryption', 'zod', '@zxcvbn-ts/*'],
    instead: 'vault knows no sessions and no browser; let store or app bring it together',
  },
  store: {
    src: ['domain', 'vault'],
    npm: ['dexie', '@preact/signals', 'zod'],
    instead: 'store keeps records and knows no use of them; move that use to app',
  },
  app: {
    src: ['domain', 'library', 'vault', 'store'],
    npm: ['@preact/signals', 'compromise', 'csv-stringify', 'minisearch'],
    instead: 'app knows no browser and no page; take it as an argument, as it does World and KeyMemory',
  },
  browser: {
    src: [],
    npm: ['webextension-polyfill'],
    instead: 'browser is a door only; call it from a page',
  },
  ui: {
    src: ['domain', 'browser/i18n'],
    npm: ['preact', '@preact/signals'],
    instead: 'ui gets data through props; pass it in from the page',
  },
  panel: { ...PAGE, instead: 'a page reaches records through app, and no other page' },
  strip: { ...PAGE, instead: 'a page reaches records through app, and no other page' },
  desk: {
    ...PAGE,
    npm: [...PAGE.npm, 'uqr'],
    instead: 'a page reaches records through app, and no other page',
  },
  background: {
    src: ['domain', 'app', 'browser'],
    npm: [],
    instead: 'background only says which event calls what; move the work to app',
  },
};

/** The one thing outside src that a module may name: the texts, for the type of their keys. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'src/browser/i18n.ts': 'public/_locales/en/messages.json',
};

/** @returns what a file draws in against the layers, each with what to do. */
export function findTrespasses({ path, text }: SourceFile): string[] {
  const folder = path.split('/')[1] ?? '';
  const layer = LAYERS[folder];
  if (!layer) return [`${path} is in no layer: put it in one of ${Object.keys(LAYERS).join(', ')}`];
  return importsOf(text).flatMap(target => {
    if (!target.startsWith('.')) {
      if (isPackage(target, layer)) return [];
      const has = layer.npm.length > 0 ? `only ${layer.npm.join(', ')}` : 'no package';
      return [
        `${path} imports ${target}: ${folder} may import ${has}; ask a layer that may, or decide it in src/README.md`,
      ];
    }
    const drawn = posix.join(posix.dirname(path), target);
    if (isAllowed(drawn, path, folder, layer)) return [];
    return [`${path} imports ${drawn.replace(/\.tsx?$/, '')}: ${layer.instead}`];
  });
}

function isAllowed(drawn: string, path: string, folder: string, { src }: Layer): boolean {
  if (OUTSIDE[path] === drawn) return true;
  return [folder, ...src].some(allowed => drawn === `src/${allowed}` || drawn.startsWith(`src/${allowed}/`));
}

function isPackage(target: string, { npm }: Layer): boolean {
  return npm.some(name =>
    name.endsWith('*')
      ? target.startsWith(name.slice(0, -1))
      : target === name || target.startsWith(`${name}/`),
  );
}
