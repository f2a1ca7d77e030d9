import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognisePlatform } from '../../src/library/platforms';
import platformsJson from '../../src/library/platforms.json';

const ROOM = 'https://meet.google.com/abc-defg-hij';

describe('a call is told from what is around it', () => {
  test.each<[string, boolean, string]>([
    ['Zoom web client', true, 'https://app.zoom.us/wc/12345678901/join?fromPWA=1&pwd=x'],
    ['Zoom web client', true, 'https://us02web.zoom.us/wc/join/123456789'],
    ['Zoom web client', true, 'https://example.zoomgov.com/wc/123456789/start'],
    ['Zoom web client', false, 'https://app.zoom.us/wc/home'],
    ['Zoom web client', false, 'https://us02web.zoom.us/j/12345678901'],
    ['Zoom web client', false, 'https://zoom.us/'],
    ['Google Meet', true, ROOM],
    ['Google Meet', true, `${ROOM}?authuser=1#x`],
    ['Google Meet', false, 'https://meet.google.com/'],
    ['Google Meet', false, 'https://meet.google.com/landing'],
    ['Google Meet', false, 'https://meet.google.com/abc-defg-hijk'],
    ['Microsoft Teams (work/school)', true, 'https://teams.microsoft.com/l/meetup-join/19%3ameeting'],
    ['Microsoft Teams (work/school)', true, 'https://teams.cloud.microsoft/light-meetings/launch?x=1'],
    ['Microsoft Teams (work/school)', true, 'https://teams.microsoft.com/_#/pre-join-calling/19:meeting'],
    ['Microsoft Teams (work/school)', true, 'https://gov.teams.microsoft.us/meet/1'],
    ['Microsoft Teams (work/school)', false, 'https://teams.microsoft.com/v2/'],
    ['Microsoft Teams (personal)', true, 'https://teams.live.com/meet/9312345678901?p=x'],
    ['Microsoft Teams (personal)', false, 'https://teams.live.com/l/invite/x'],
    [
      'SimplePractice Telehealth',
      true,
      'https://video.simplepractice.com/appt-0123456789abcdef?origin=client',
    ],
    ['SimplePractice Telehealth', false, 'https://video.simplepractice.com/'],
    ['TherapyNotes / TherapyPortal', true, 'https://www.therapyportal.com/p/some-practice/telehealth/'],
    ['TherapyNotes / TherapyPortal', false, 'https://www.therapyportal.com/p/some-practice/'],
    ['Cliniko', true, 'https://example.cliniko.com/telehealth/token'],
    ['Cliniko', false, 'https://example.cliniko.com/appointments'],
    ['Coviu', true, 'https://coviu.com/session/0b9d'],
    ['Coviu', true, 'https://example.coviu.com/room/x'],
    ['Coviu', false, 'https://www.coviu.com/pricing'],
    ['Whereby', true, 'https://whereby.com/some-room'],
    ['Whereby', true, 'https://example.whereby.com/room-1?x'],
    ['Whereby', false, 'https://whereby.com/pricing'],
    ['Whereby', false, 'https://whereby.com/'],
    ['Webex', true, 'https://meet9.webex.com/wbxmjs/joinservice/sites/x'],
    ['Webex', true, 'https://web.webex.com/meetings?x'],
    ['Webex', false, 'https://example.webex.com/webappng/sites/x/dashboard'],
    ['Kareo/Tebra Telehealth', true, 'https://telehealth.kareo.com/x'],
    ['Jitsi (meet.jit.si, 8x8)', true, 'https://meet.jit.si/SomeRoom'],
    ['Jitsi (meet.jit.si, 8x8)', false, 'https://meet.jit.si/'],
    ['Jitsi (meet.jit.si, 8x8)', true, 'https://8x8.vc/tenant/room'],
    ['Jitsi (meet.jit.si, 8x8)', false, 'https://8x8.vc/tenant'],
    ['Daily.co', true, 'https://example.daily.co/room'],
    ['Daily.co', false, 'https://dashboard.daily.co/rooms'],
  ])('%s, in a call: %s, at %s', (name, inCall, url) => {
    expect(recognisePlatform(url)).toEqual({ name, inCall });
  });
});

describe('where the URL cannot tell a call, nothing is claimed', () => {
  test.each([
    ['doxy.me', 'https://doxy.me/some-room'],
    ['doxy.me', 'https://clinic.doxy.me/some-room'],
    ['Jane', 'https://clinic.janeapp.com/admin#schedule'],
    ['accuRx video', 'https://web.accurx.com/x'],
    ['healthdirect Video Call', 'https://vcc.healthdirect.org.au/t/x'],
    ['Attend Anywhere / NHS Video / Near Me', 'https://england.nhs.attendanywhere.com/x'],
    ['Doximity Dialer video', 'https://www.doximity.com/x'],
    ['RingCentral, GoTo, Chime', 'https://meet.goto.com/123'],
    ['BetterHelp, Talkspace', 'https://app.talkspace.com/x'],
  ])('%s at %s', (name, url) => {
    expect(recognisePlatform(url)).toEqual({ name, inCall: null });
  });
});

describe('every platform with hosts', () => {
  const hosted = platformsJson.platforms.flatMap(({ name, match }) =>
    match.map(pattern => [name, pattern] as const),
  );
  test.each(hosted)('%s is found at %s', (name, pattern) => {
    const url = pattern.replace('*.', 'anything.').replace(/\*$/, 'x');
    const owner = url.includes('.whereby.com/') ? 'Whereby' : name;
    expect(recognisePlatform(url)?.name).toBe(owner);
  });
});

describe('nothing is recognised in', () => {
  test.each([
    'https://meet.google.com.evil.test/abc-defg-hij',
    'https://meet.google.com@evil.test/abc-defg-hij',
    'https://evil.test/https://meet.google.com/abc-defg-hij',
    'https://evil.test/?u=https://meet.google.com/abc-defg-hij',
    'https://evil.test/#https://meet.google.com/abc-defg-hij',
    'https://evil.test\\@meet.google.com/abc-defg-hij',
    'https://evilzoom.us/wc/join/123456789',
    'https://zoom.us.evil.test/wc/join/123456789',
    'https://notwhereby.com/room',
    'https://sub.meet.google.com/abc-defg-hij',
    'https://meet.google.com./abc-defg-hij',
    'http://meet.google.com/abc-defg-hij',
    'ws://meet.google.com/abc-defg-hij',
    'file:///meet.google.com/abc-defg-hij',
    'javascript:location="https://meet.google.com/abc-defg-hij"',
    'data:text/html,https://meet.google.com/abc-defg-hij',
    'blob:https://meet.google.com/0b9d',
    'view-source:https://meet.google.com/abc-defg-hij',
    'chrome://newtab',
    'about:blank',
    'meet.google.com/abc-defg-hij',
    'https://',
    '',
    'https://www.therapynotes.com/blog',
    'https://example.org/',
  ])('%s', url => {
    expect(recognisePlatform(url)).toBeNull();
  });
});

describe('a known host never makes a call of a stranger’s words', () => {
  test.each([
    'https://user:words@meet.google.com/',
    'https://meet.google.com/?x=https://meet.google.com/abc-defg-hij',
    'https://app.zoom.us/?x=/wc/join/123456789',
  ])('%s', url => {
    expect(recognisePlatform(url)?.inCall).toBe(false);
  });

  test('upper case and the usual port make no difference', () => {
    expect(recognisePlatform('HTTPS://Meet.Google.Com:443/abc-defg-hij')).toEqual({
      name: 'Google Meet',
      inCall: true,
    });
  });
});

test('no text whatever makes it throw', () => {
  const host = fc.constantFrom('meet.google.com', 'whereby.com', 'a.zoom.us', '8x8.vc', '[::1]', 'x');
  const near = fc
    .tuple(
      fc.constantFrom('https://', 'https:', 'http://', ''),
      host,
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), near), url => {
      const found = recognisePlatform(url);
      if (found) expect(new URL(url).protocol).toBe('https:');
    }),
    { numRuns: 2000 },
  );
});

test('every pattern is of a form we read, every test of a call compiles, and says so of https only', () => {
  for (const { match, inCall } of platformsJson.platforms) {
    for (const pattern of match) expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9.-]+\/[^*]*\*?$/);
    for (const branch of inCall?.split('|^') ?? [])
      expect(`^${branch.replace(/^\^/, '')}`).toMatch(/^\^https:\/\//);
    expect(() => new RegExp(inCall ?? '')).not.toThrow();
  }
});
