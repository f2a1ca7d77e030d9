import { describe, expect, test } from 'vitest';
import { findTrespasses, LAYERS } from './layers';
import { importsOf, readFile, readSource } from './source';

const source = readSource();

test('there are sources to look at', () => {
  expect(source.length).toBeGreaterThan(50);
  expect(source.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(200);
});

test.each(Object.keys(LAYERS))('%s draws in nothing but what its layer allows', folder => {
  const files = source.filter(({ path }) => path.startsWith(`src/${folder}/`));
  expect(files.flatMap(findTrespasses)).toEqual([]);
});

test('every file is in a layer', () => {
  const strays = source.filter(
    ({ path }) => !(path.split('/')[1] ?? '' in LAYERS) || path.split('/').length < 3,
  );
  expect(strays.flatMap(findTrespasses)).toEqual([]);
});

test('the README of the sources has the same table', () => {
  const rows = readFile('src/README.md').matchAll(
    /^\| (?<names>`[a-z` ]+`) *\|[^|]*\| (?<src>[^|]*) \| (?<npm>[^|]*) \|$/gm,
  );
  const list = (cell = '') => cell.split(/[,\s]+/).filter(word => /\w/.test(word));
  const written = [...rows].flatMap(({ groups }) =>
    [...(groups?.names ?? '').matchAll(/\w+/g)].map(([name]) => [
      name,
      {
        src: list(groups?.src),
        npm: list(groups?.npm).map(word => word.replace(/^zxcvbn-ts$/, '@zxcvbn-ts/*')),
      },
    ]),
  );
  const folders = new Set(source.map(({ path }) => path.split('/')[1] ?? ''));
  const checked = Object.entries(LAYERS)
    .filter(([name]) => folders.has(name))
    .map(([name, { src, npm }]) => [name, { src, npm }]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(checked));
});

describe('the test itself', () => {
  test.each([
    ['src/ui/X.tsx', "import { Y } from '../store/y';", 'src/store/y'],
    ['src/ui/X.tsx', "import type { Y } from '../store/y';", 'src/store/y'],
    ['src/ui/X.tsx', "import {\n  type A,\n  B,\n} from '../app/y';", 'src/app/y'],
    ['src/ui/X.tsx', "export * from '../app/y';", 'src/app/y'],
    ['src/ui/X.tsx', "import pages from '../browser/pages';", 'src/browser/pages'],
    ['src/panel/X.tsx', "import '../desk/desk.css';", 'src/desk/desk.css'],
    ['src/panel/X.tsx', "const y = await import('../vault/y');", 'src/vault/y'],
    ['src/domain/x.ts', "type Y = import('../store/y').Y;", 'src/store/y'],
    ['src/app/x.ts', "new Worker(new URL('../browser/y.ts', import.meta.url))", 'src/browser/y'],
    ['src/app/x.ts', "import browser from 'webextension-polyfill';", 'webextension-polyfill'],
    ['src/domain/x.ts', "import { signal } from '@preact/signals';", '@preact/signals'],
    ['src/domain/x.ts', "import { x } from 'zodiac';", 'zodiac'],
    ['src/app/x.ts', "import x from '../../public/y.json';", 'public/y.json'],
    ['src/domain/x.ts', "import x from '../domainish/y';", 'src/domainish/y'],
  ])('sees in %s: %s', (path, text, drawn) => {
    const [trespass] = findTrespasses({ path, text });
    expect(trespass).toContain(`${path} imports ${drawn}: `);
  });

  test.each([
    ['src/ui/X.tsx', "import { t } from '../browser/i18n';"],
    ['src/ui/X.tsx', "import { render } from 'preact/hooks';"],
    ['src/vault/x.ts', "import { x } from '@zxcvbn-ts/core';\nimport { y } from './y';"],
    ['src/browser/i18n.ts', "import type x from '../../public/_locales/en/messages.json';"],
    ['src/domain/x.ts', "// import { x } from '../store/x';\n/* import('../store/x') */"],
  ])('lets pass in %s: %s', (path, text) => {
    expect(findTrespasses({ path, text })).toEqual([]);
  });

  test('says what to do', () => {
    expect(findTrespasses({ path: 'src/ui/X.tsx', text: "import { Y } from '../store/Y';" })).toEqual([
      'src/ui/X.tsx imports src/store/Y: ui gets data through props; pass it in from the page',
    ]);
    expect(findTrespasses({ path: 'src/misc/x.ts', text: '' })[0]).toContain(
      'put it in one of domain, library',
    );
  });
});
