import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestFor, type Target } from '../../vite.config';

const ROOT = join(import.meta.dirname, '..', '..');
const source = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as Record<string, unknown>;
const packageJson = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const TARGETS = ['chrome', 'firefox'] as const satisfies readonly Target[];
const manifests = Object.fromEntries(TARGETS.map(target => [target, manifestFor(target, source)]));

/** What a manifest asks for beyond what is written here would be seen by the therapist, or by nobody at all. */
const PERMISSIONS: Record<Target, readonly string[]> = {
  chrome: ['storage', 'idle', 'activeTab', 'alarms', 'sidePanel', 'unlimitedStorage'],
  firefox: ['storage', 'idle', 'activeTab', 'alarms'],
};

const KEYS: Record<Target, readonly string[]> = {
  chrome: ['background', 'minimum_chrome_version', 'side_panel'],
  firefox: ['background', 'browser_specific_settings', 'sidebar_action'],
};

const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; style-src 'self'; " +
  "img-src 'self' data: blob:; object-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const letters = (modifiers: string, of: string) => [...of].map(letter => `${modifiers}+${letter}`);

/**
 * What calls, and the browsers themselves, do at keys that an extension may suggest, as far as their help tells. Single
 * keys are left out, since no command may have one.
 */
const TAKEN: Record<string, readonly string[]> = {
  'Google Meet': letters('Ctrl', 'DEM'),
  Zoom: [
    ...letters('Alt', 'ACFHILMNPQRSTUVXY'),
    'Alt+F4',
    'Ctrl+2',
    'Ctrl+W',
    'Ctrl+P',
    ...letters('Ctrl+Shift', 'AMPRSV'),
  ],
  'Microsoft Teams': [
    ...letters('Ctrl+Shift', 'ABCDEFHJKLMOPRSUVXY123456789'),
    'Ctrl+Shift+Space',
    'Ctrl+Shift+Comma',
    'Ctrl+Comma',
    'Ctrl+Period',
    'Alt+N',
    'Alt+Up',
    'Alt+Down',
  ],
  // It has none of its own.
  'doxy.me': [],
  browsers: [
    ...letters('Ctrl', 'ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789'),
    ...letters('Ctrl+Shift', 'ABCDEHIJKMNOPQRSTVWXYZ'),
    ...letters('Alt', 'BDEFHSTV12345678'),
    'Alt+Left',
    'Alt+Right',
    'Alt+Home',
    'Ctrl+Shift+Delete',
  ],
};

describe.each(TARGETS)('the manifest for %s', target => {
  const manifest = manifests[target] ?? {};

  test('asks for these permissions and no other', () => {
    expect(manifest.permissions).toEqual(PERMISSIONS[target]);
  });

  test('may ask later, in a click, only to write automatic backups into the downloads', () => {
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  test('may ask later, in a click, to see one site at a time; at install there is none', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest).not.toHaveProperty('host_permissions');
  });

  test('has these keys and no other: no hosts, no scripts in pages, nothing for pages to reach', () => {
    const common = [
      'action',
      'commands',
      'content_security_policy',
      'default_locale',
      'description',
      'icons',
    ];
    const all = [
      ...common,
      'manifest_version',
      'name',
      'optional_host_permissions',
      'optional_permissions',
      'permissions',
      'version',
      ...KEYS[target],
    ];
    // A key added here is a decision about privacy: say in src/README.md why it is needed.
    expect(Object.keys(manifest).sort()).toEqual(all.sort());
  });

  test('allows its pages nothing but themselves', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CSP });
  });

  test('has the version of the package', () => {
    expect(manifest.version).toBe(packageJson.version);
    expect(manifest.manifest_version).toBe(3);
  });

  test('has no key of another browser left in it', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/"(chrome|firefox):/);
  });

  test('names pages and scripts that the build writes', () => {
    const text = JSON.stringify(manifest);
    for (const [, page] of text.matchAll(/"([\w-]+\.html)"/g))
      expect(existsSync(join(ROOT, 'src', page ?? ''))).toBe(true);
    expect(JSON.stringify(manifest.background)).toContain('"background.js"');
    expect(existsSync(join(ROOT, 'src/background/main.ts'))).toBe(true);
  });

  test('has icons that exist, each of its size', () => {
    const found = findIcons(manifest);
    expect(new Set(found.map(({ size }) => size))).toEqual(new Set([16, 32, 48, 128]));
    for (const { size, path } of found)
      expect([path, ...readPngSize(join(ROOT, 'public', path))]).toEqual([path, size, size]);
  });
});

describe('the keys suggested for the browser’s commands', () => {
  type Commands = Record<string, { suggested_key?: Record<string, string>; description: string }>;
  const commands = source.commands as Commands;
  const suggested = Object.entries(commands).flatMap(([name, { suggested_key }]) =>
    Object.values(suggested_key ?? {}).map(key => [name, key] as const),
  );

  test('are two, one for the panel and one for the curtain', () => {
    expect(suggested.map(([name]) => name).sort()).toEqual(['curtain', 'open-panel']);
    expect(new Set(suggested.map(([, key]) => key)).size).toBe(2);
  });

  test.each(suggested)('that for %s, %s, is nobody else’s in a call', (_, key) => {
    // Alt+Shift switches the keyboard's language; Ctrl+Alt is AltGr, and Meet's.
    expect(key).not.toMatch(/Alt\+Shift|Ctrl\+Alt/);
    for (const [who, taken] of Object.entries(TAKEN)) expect(taken, who).not.toContain(key);
  });
});

test('Firefox does not open the sidebar by itself, and is told that nothing is collected', () => {
  const { firefox = {} } = manifests;
  expect(firefox.sidebar_action).toMatchObject({ open_at_install: false, default_panel: 'panel.html' });
  expect(firefox.browser_specific_settings).toEqual({
    gecko: {
      id: 'sidelight@sidelight.app',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
  expect(firefox.background).toEqual({ scripts: ['background.js'], type: 'module' });
});

test('Chromium has a service worker and the panel', () => {
  const { chrome = {} } = manifests;
  expect(chrome.background).toEqual({ service_worker: 'background.js', type: 'module' });
  expect(chrome.side_panel).toEqual({ default_path: 'panel.html' });
  expect(chrome.minimum_chrome_version).toBe('140');
});

test('a browser’s own key stands in for the plain one, and only there', () => {
  const both = { name: 'x', permissions: ['a'], 'chrome:permissions': ['b'], 'firefox:only': 1 };
  expect(manifestFor('chrome', both)).toEqual({ name: 'x', permissions: ['b'] });
  expect(manifestFor('firefox', both)).toEqual({ name: 'x', permissions: ['a'], only: 1 });
});

/** Every icon a manifest names, wherever it does. */
function findIcons(value: unknown): { size: number; path: string }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && inner.endsWith('.png')
      ? [{ size: Number(key), path: inner }]
      : findIcons(inner),
  );
}

/** Width and height as the header of a PNG has them. */
function readPngSize(path: string): [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
