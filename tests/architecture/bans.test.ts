import { describe, expect, test } from 'vitest';
import { readSource, type SourceFile, withoutComments } from './source';

/** Something that is not to be written, where it is not, and what to do instead. */
type Ban = readonly [name: string, look: RegExp, instead: string, except?: (path: string) => boolean];

const NO_NETWORK = 'nothing leaves; write a file the therapist asked for';
const ONLY_BROWSER = (path: string) => path.startsWith('src/browser/');

const BANS: readonly Ban[] = [
  ['fetch', /\bfetch\s*\(/, NO_NETWORK],
  ['XMLHttpRequest', /\bXMLHttpRequest\b/, NO_NETWORK],
  ['WebSocket', /\bWebSocket(Stream)?\b/, NO_NETWORK],
  ['WebTransport', /\bWebTransport\b/, NO_NETWORK],
  ['RTCPeerConnection', /\bRTCPeerConnection\b/, NO_NETWORK],
  ['EventSource', /\bEventSource\b/, NO_NETWORK],
  ['sendBeacon', /\bsendBeacon\b/, NO_NETWORK],
  ['importScripts', /\bimportScripts\b/, 'import the module'],
  ['innerHTML', /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b/, 'let Preact write text'],
  ['dangerouslySetInnerHTML', /\bdangerouslySetInnerHTML\b/, 'let Preact write text'],
  ['eval', /\beval\s*\(|\bnew\s+Function\b/, 'write the code itself'],
  ['as any', /\bas\s+any\b|:\s*any\b|<any>/, 'name the type, or take unknown and parse it'],
  ['@ts-ignore', /@ts-(ignore|nocheck|expect-error)/, 'mend the type'],
  [
    'storage.sync',
    /\bstorage\s*\.\s*(sync|managed)\b/,
    'records go to the sealed store, the key to storage.session',
  ],
  [
    'storage.local',
    /\bstorage\s*\.\s*local\b(?!\.clear\(\))/,
    'records go to the sealed store, the key to storage.session',
    // One word: that a vault was kept here. An end-to-end test holds it to that.
    path => path === 'src/browser/store-marks.ts',
  ],
  ['localStorage', /\b(local|session)Storage\b|\bdocument\.cookie\b/, 'records go to the sealed store'],
  [
    'console.log',
    /\bconsole\s*\.\s*(log|info|debug|table|dir|trace)\b/,
    'take it out; what it prints may be private',
  ],
  [
    'the browser’s own API',
    /\b(chrome|browser)\.[a-z]\w*\.|webextension-polyfill/,
    'go through src/browser',
    ONLY_BROWSER,
  ],
];

const PURE = 'domain is pure; take it as an argument';
const DOMAIN_BANS: readonly Ban[] = [
  // `new Date(something)` is calendar arithmetic; without anything it looks at the clock.
  ['the clock', /\bDate\.now\b|\bnew\s+Date\s*(\(\s*\)|;|$)|(?<!new\s)\bDate\s*\(|\bperformance\s*\./, PURE],
  ['a timer', /\bset(Timeout|Interval)\b|\brequestAnimationFrame\b/, PURE],
  ['chance', /\bMath\.random\b|\bcrypto\b/, PURE],
  ['the page', /\b(document|window|navigator|location|globalThis|self)\s*[.[]/, PURE],
  ['a promise', /\basync\b|\bawait\b|\bPromise\b/, PURE],
];

function findBanned({ path, text }: SourceFile, bans: readonly Ban[]): string[] {
  // What silences the compiler stands in comments, so there they count.
  const lines = withoutComments(text).split('\n');
  const raw = text.split('\n');
  return bans.flatMap(([name, look, instead, except]) =>
    except?.(path)
      ? []
      : lines.flatMap((line, index) =>
          look.test(name.startsWith('@') ? (raw[index] ?? '') : line)
            ? [`${path}:${index + 1} has ${name}: ${instead}`]
            : [],
        ),
  );
}

const source = readSource();

test.each(BANS.map(ban => [ban[0], ban] as const))('no file has %s', (_, ban) => {
  expect(source.flatMap(file => findBanned(file, [ban]))).toEqual([]);
});

test.each(DOMAIN_BANS.map(ban => [ban[0], ban] as const))('domain has not %s', (_, ban) => {
  const domain = source.filter(({ path }) => path.startsWith('src/domain/'));
  expect(domain.flatMap(file => findBanned(file, [ban]))).toEqual([]);
});

describe('the test itself', () => {
  test.each([
    'await fetch("x")',
    'new WebSocket(url)',
    'navigator.sendBeacon(url)',
    'element.innerHTML = text;',
    '<p dangerouslySetInnerHTML={x} />',
    'const x = y as any;',
    'browser.storage.sync.set(x)',
    'browser.storage.local.set(x)',
    'console.log(secret)',
    'chrome.tabs.query({})',
    '// @ts-ignore',
  ])('sees %s', text => {
    expect(findBanned({ path: 'src/panel/x.ts', text: `const a = 1;\n${text}` }, BANS)[0]).toContain(
      'src/panel/x.ts:2 has ',
    );
  });

  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'performance.now()',
    'document.title',
    'window.x',
  ])('sees %s in domain', text => {
    expect(findBanned({ path: 'src/domain/x.ts', text }, DOMAIN_BANS)).toHaveLength(1);
  });

  test.each([
    'new Date(Date.UTC(2026, 2, 4))',
    '// never fetch(x) here',
    '/** No WebSocket. */',
    "const fetched = 'prefetch';",
    'console.error(x)',
  ])('lets pass %s', text => {
    expect(findBanned({ path: 'src/domain/x.ts', text }, [...BANS, ...DOMAIN_BANS])).toEqual([]);
  });

  test('lets src/browser alone touch the browser', () => {
    expect(findBanned({ path: 'src/browser/x.ts', text: 'chrome.tabs.query({})' }, BANS)).toEqual([]);
  });
});
