import { describe, expect, test } from 'vitest';
import { manifestFor } from '../../vite.config';
import { readFile, readSource, withoutComments } from './source';

const files = readSource().map(({ path, text }) => ({ path, code: withoutComments(text) }));

/** Every event of the browser that the source listens to, and the one module that may. */
const LISTENERS: Readonly<Record<string, string>> = {
  'action.onClicked': 'src/browser/side-panel.ts',
  'alarms.onAlarm': 'src/browser/lock-alarm.ts',
  'commands.onCommand': 'src/browser/commands.ts',
  'downloads.onChanged': 'src/browser/backup-downloads.ts',
  'idle.onStateChanged': 'src/browser/lifecycle.ts',
  'permissions.onAdded': 'src/browser/permissions.ts',
  'permissions.onRemoved': 'src/browser/permissions.ts',
  'runtime.onInstalled': 'src/browser/lifecycle.ts',
  'storage.onChanged': 'src/browser/session-memory.ts',
  'tabs.onActivated': 'src/browser/call-tab.ts',
  'tabs.onUpdated': 'src/browser/call-tab.ts',
};

/** Ways in and out by message. Pages share memory and a database; none of them needs one. */
const MESSAGES =
  /\b(onMessage|onMessageExternal|onConnect|onConnectExternal|onUserScriptMessage|onUserScriptConnect|sendMessage|sendNativeMessage|connectNative|BroadcastChannel|SharedWorker)\b|\bruntime\.connect\b|\bonmessageerror\b|addEventListener\(\s*['"`]message/;

describe('the message surface', () => {
  test('has these listeners and no other', () => {
    const found = files.flatMap(({ path, code }) =>
      [...code.matchAll(/\b(\w+\.on[A-Z]\w+)\s*\.\s*addListener\b/g)].map(([, event = '']) => [event, path]),
    );
    // A listener added here: say in this list where it is, and check what it hears before it acts.
    expect(Object.fromEntries(found)).toEqual(LISTENERS);
    const all = files.flatMap(({ code }) => [...code.matchAll(/\.addListener\b/g)]);
    expect(all).toHaveLength(found.length);
  });

  test('has no way in or out by message', () => {
    expect(files.filter(({ code }) => MESSAGES.test(code)).map(({ path }) => path)).toEqual([]);
  });

  test('posts to workers of its own only, which answer to nobody else', () => {
    const posting = files.filter(({ code }) => /\bpostMessage\b|\bonmessage\b/.test(code));
    // A dedicated worker hears only the page that started it.
    for (const { path, code } of posting) {
      const isWorker = /-worker\.ts$/.test(path);
      expect([path, isWorker || /new Worker\(/.test(code)]).toEqual([path, true]);
    }
  });

  test.each(['chrome', 'firefox'] as const)('lets no page and no extension connect, in %s', target => {
    const manifest = manifestFor(target, JSON.parse(readFile('manifest.json')) as Record<string, unknown>);
    for (const key of [
      'externally_connectable',
      'web_accessible_resources',
      'content_scripts',
      'user_scripts',
    ])
      expect(manifest).not.toHaveProperty(key);
  });
});

describe('the commands', () => {
  const { commands } = JSON.parse(readFile('manifest.json')) as {
    commands: Record<string, { suggested_key?: Record<string, string> }>;
  };
  const keys = Object.values(commands).flatMap(({ suggested_key }) => Object.values(suggested_key ?? {}));

  test('are these, the same that the browser’s door knows', () => {
    expect(Object.keys(commands).sort()).toEqual([
      'curtain',
      'lock-now',
      'mark-strain',
      'mark-tenseness',
      'open-panel',
      'tick-next',
    ]);
    expect(Object.keys(commands).sort()).toEqual(
      [...readFile('src/browser/commands.ts').matchAll(/^ {2}'([a-z-]+)',$/gm)]
        .map(([, name]) => name)
        .sort(),
    );
  });

  test('suggest at most two keys, no two the same, and none that a call or a browser uses', () => {
    expect(keys.length).toBeLessThanOrEqual(2);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      // Alt+Shift switches keyboard layouts; with Alt and a letter Zoom, with Ctrl and a letter Meet and Teams, and with
      // Ctrl and a sign Teams, do things. tests/manifest has them one by one.
      expect(key).not.toMatch(/Alt\+Shift|Ctrl\+Alt/);
      expect(key).not.toMatch(/\+[A-Z0-9]$/);
      expect(key).toMatch(/\+(Comma|Period)$/);
    }
  });
});

describe('the pages', () => {
  test.each(['desk', 'panel', 'strip'])('%s.html is kept from translators and has a neutral title', name => {
    const page = readFile(`src/${name}.html`);
    expect(page).toMatch(/<html[^>]*\btranslate="no"/);
    expect(page).toMatch(/<html[^>]*\bclass="notranslate"/);
    expect(page).toContain('<meta name="google" content="notranslate" />');
    expect(page).toContain('<title>Sidelight</title>');
  });

  test('never write a title, nor anything into their address but the name of a screen', () => {
    for (const { path, code } of files) {
      expect([
        path,
        /document\.title|pushState|replaceState|setBadgeText|notifications\b/.test(code),
      ]).toEqual([path, false]);
    }
  });
});
