import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findSite,
  hostOf,
  isHeld,
  isSite,
  originOf,
  parseSite,
  withoutSite,
  withSite,
} from '../../src/domain/site';

describe('what is typed as a site', () => {
  test.each([
    ['meet.clinic.example', { host: 'meet.clinic.example', path: '' }],
    ['  https://Meet.Clinic.example/  ', { host: 'meet.clinic.example', path: '' }],
    ['rooms.clinic.example/b/', { host: 'rooms.clinic.example', path: '/b' }],
    [
      'https://rooms.clinic.example/b/room-7?pwd=secret#x',
      { host: 'rooms.clinic.example', path: '/b/room-7' },
    ],
    ['192.168.4.2', { host: '192.168.4.2', path: '' }],
    ['praxis-müller.example', { host: 'xn--praxis-mller-klb.example', path: '' }],
  ])('%s is understood', (typed, site) => {
    expect(parseSite(typed)).toEqual(site);
  });

  test.each([
    ['', 'not-an-address'],
    ['clinic', 'not-an-address'],
    ['localhost', 'not-an-address'],
    ['*.clinic.example', 'not-an-address'],
    ['https://*/*', 'not-an-address'],
    ['https://[::1]/', 'not-an-address'],
    ['two words.example', 'not-an-address'],
    [`${'a'.repeat(600)}.example`, 'not-an-address'],
    ['http://meet.clinic.example', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['data:text/html,x', 'not-https'],
    ['chrome://settings', 'not-https'],
    ['meet.clinic.example:8443', 'with-port'],
    ['https://meet.google.com@evil.example', 'with-name'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(parseSite(typed)).toBe(problem);
  });

  test('asks for one host and never more, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), typed => {
        const site = parseSite(typed);
        if (!isSite(site)) return;
        expect(originOf(site)).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
        expect(site.path).not.toMatch(/[?#]/);
      }),
    );
  });
});

describe('a tab’s address', () => {
  test('gives its host alone', () => {
    expect(hostOf('https://meet.google.com/abc-defg-hij?authuser=0')).toEqual({
      host: 'meet.google.com',
      path: '',
    });
  });

  test.each([
    'http://meet.google.com/',
    'about:blank',
    'not a url',
    'chrome-extension://abc/panel.html',
    'https://',
  ])('%s gives nothing', url => expect(hostOf(url)).toBeNull());

  const sites = [
    { host: 'rooms.clinic.example', path: '/b' },
    { host: 'meet.clinic.example', path: '' },
  ];

  test('belongs to a site by its host and the whole parts of its path', () => {
    expect(findSite('https://rooms.clinic.example/b/one', sites)).toBe(sites[0]);
    expect(findSite('https://rooms.clinic.example/b', sites)).toBe(sites[0]);
    expect(findSite('https://meet.clinic.example/x', sites)).toBe(sites[1]);
  });

  test.each([
    'https://rooms.clinic.example/blog',
    'https://rooms.clinic.example/',
    'https://evil.example/meet.clinic.example',
    'https://meet.clinic.example.evil.example/',
    'http://meet.clinic.example/',
    'nonsense',
  ])('%s belongs to none', url => expect(findSite(url, sites)).toBeNull());
});

test('a site is kept once, and taken out by what it is', () => {
  const site = { host: 'a.example', path: '' };
  const path = { host: 'a.example', path: '/b' };
  expect(withSite([site], { ...site })).toEqual([site]);
  expect(withSite([site], path)).toEqual([site, path]);
  expect(withoutSite([site, path], { ...site })).toEqual([path]);
});

test('a host is held by itself or with all others, not by a neighbour', () => {
  expect(isHeld('https://a.example/*', ['https://a.example/*'])).toBe(true);
  expect(isHeld('https://a.example/*', ['https://*/*'])).toBe(true);
  expect(isHeld('https://a.example/*', ['https://b.example/*'])).toBe(false);
});
