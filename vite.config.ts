import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** The two browsers the build writes for; the folder below `dist` has the same name. */
export type Target = 'chrome' | 'firefox';

type Json = Record<string, unknown>;

/**
 * The manifest of one browser. A key such as `chrome:background` goes to that browser only, as `background`,
 * and stands in for a plain key of the same name.
 */
export function manifestFor(target: Target, source: Json): Json {
  const own: Json = {};
  const plain: Json = {};
  for (const [key, value] of Object.entries(source)) {
    const [prefix, name] = key.includes(':') ? key.split(':') : [undefined, key];
    if (prefix === undefined) plain[key] = value;
    else if (prefix === target && name) own[name] = value;
  }
  return { ...plain, ...own };
}

function writeManifest(target: Target): Plugin {
  return {
    name: 'sidelight:manifest',
    generateBundle() {
      const source = JSON.parse(readFileSync(resolve(root, 'manifest.json'), 'utf8')) as Json;
      const text = `${JSON.stringify(manifestFor(target, source), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: text });
    },
  };
}

/** A page's own styles build on the theme's, so those come first, whichever way the bundler has split its chunks. */
function putThemeFirst(): Plugin {
  const link = /\n *<link rel="stylesheet"[^>]*>/g;
  return {
    name: 'sidelight:theme-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = html.match(link) ?? [];
        const themes = links.filter(each => each.includes('/theme.css'));
        if (themes.length !== 1) throw new Error('A page has one theme: look at `putThemeFirst` again.');
        const others = links.filter(each => !themes.includes(each));
        return html.replace(link, '').replace('</head>', `${[...themes, ...others].join('')}\n  </head>`);
      },
    },
  };
}

/** Preact can make HTML of text. Sidelight never asks for it, so that way is closed in what is built: text stays text. */
function keepTextAsText(): Plugin {
  return {
    name: 'sidelight:text-as-text',
    transform: {
      filter: { id: /preact\/dist\/preact\.mjs/ },
      handler(code) {
        const closed = code.replace(/(\w+)\.innerHTML=(\w+\.__html)/, '$1.textContent=$2');
        if (closed === code)
          this.error('Preact sets HTML in another way than it did: look at `keepTextAsText` again.');
        return { code: closed, map: null };
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const page = (name: string) => resolve(root, 'src', `${name}.html`);
  return {
    root: process.env.VITEST ? root : resolve(root, 'src'),
    publicDir: process.env.VITEST ? false : resolve(root, 'public'),
    // Dexie's own entry guards against being loaded twice and costs a third more; here it is bundled once.
    resolve: { alias: { dexie: resolve(root, 'node_modules/dexie/dist/modern/dexie.mjs') } },
    define: { __CHROMIUM__: JSON.stringify(target === 'chrome') },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [keepTextAsText(), putThemeFirst(), writeManifest(target)],
    worker: {
      format: 'es',
      plugins: () => [keepTextAsText()],
      rolldownOptions: { output: { entryFileNames: 'parts/[name].js', chunkFileNames: 'parts/[name].js' } },
    },
    // Named here, so that a test run does not stop to find them one by one.
    optimizeDeps: {
      include: [
        'age-encryption',
        'compromise/three',
        'csv-parse/browser/esm/sync',
        'csv-stringify/browser/esm/sync',
        'fast-check',
        'hash-wasm',
        'markdown-it',
        'minisearch',
        'zod/mini',
        '@zxcvbn-ts/core',
        '@zxcvbn-ts/language-common',
        '@zxcvbn-ts/language-en',
      ],
    },
    build: {
      outDir: resolve(root, 'dist', target),
      emptyOutDir: true,
      target: target === 'chrome' ? 'chrome140' : 'firefox142',
      modulePreload: { polyfill: false },
      // The word lists that judge passphrases; loaded only where one is chosen.
      chunkSizeWarningLimit: 2_000,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          panel: page('panel'),
          strip: page('strip'),
          desk: page('desk'),
          background: resolve(root, 'src/background/main.ts'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name].js',
          assetFileNames: 'parts/[name][extname]',
        },
      },
    },
    test: {
      projects: [
        {
          extends: true,
          test: {
            // Generous: on a busy machine a property test of many runs is slow, and slowness is no failure here.
            testTimeout: 60_000,
            name: 'unit',
            include: ['tests/{domain,library,locales,manifest,architecture}/**/*.test.ts', 'tests/*.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            testTimeout: 60_000,
            name: 'browser',
            include: ['tests/{vault,store,app,ui,panel,strip,desk}/**/*.test.{ts,tsx}'],
            setupFiles: ['tests/in-browser.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(process.env.SIDELIGHT_CHROMIUM
                    ? { executablePath: process.env.SIDELIGHT_CHROMIUM }
                    : {}),
                  args: ['--no-sandbox', '--disable-background-networking'],
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts'],
            testTimeout: 180_000,
            hookTimeout: 120_000,
            fileParallelism: false,
          },
        },
      ],
    },
  };
});
