import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Packet, parsePacket, parseReturned, type Returned } from '../../src/domain/packet';
import { hasAgeTool, openWithAge } from './age-tool';
import { inBothBrowsersByTwo } from './both-browsers';
import { createVault } from './steps';
import {
  auditLatest,
  bringHome,
  CORE,
  chooseAll,
  lock,
  openSupervision,
  PACKET,
  playSession,
  rate,
  read,
  savePacket,
} from './supervision-steps';

const FOUND = ['Maria Jones', 'Leeds', '3 March', 'Heron'];
const NONE = "Can't tell";

/**
 * Two sessions of eight behaviours. Fifteen pairs of numbers, eleven of them the same; the squared differences add up to 10,
 * by chance to 388 / 15, so weighted kappa is 1 − 150 / 388 = 0.613.
 */
const OWN = [
  ['3', '2', '1', '0', '3', '2', '1', '2'],
  ['2', '2', '3', '1', '0', '3', '1', '2'],
];
const OTHER = [
  ['3', '2', '2', '0', '1', '2', '1', NONE],
  ['2', '1', '3', '1', '2', '3', '1', '2'],
];

inBothBrowsersByTwo('Supervision', (trainee, supervisor) => {
  let packetFile: string;
  let ratingsFile: string;

  it('begins with a packet that says nothing of client, day or ratings, and that the age tool opens', async () => {
    await createVault(trainee());
    for (const ratings of OWN) {
      await playSession(trainee());
      await auditLatest(trainee(), ratings);
    }
    const desk = await openSupervision(trainee());
    expect(await desk.axe()).toEqual([]);
    await chooseAll(desk);
    await savePacket(desk);
    packetFile = await trainee().saved(/^sidelight-packet-[0-9a-f]{8}\.age$/, 30_000);
    await desk.wait('status', 'The packet with 2 sessions is in your downloads.');
    const text = hasAgeTool ? openWithAge(packetFile, PACKET) : JSON.stringify(await read(packetFile));
    const packet = JSON.parse(text) as Packet;
    expect(parsePacket(packet)).toEqual(packet);
    expect(packet.sessions).toMatchObject([
      { number: 1, client: 'A', marks: [{ is: 'ticked' }], moments: [{ kind: 'tenseness' }] },
      { number: 2, client: 'A' },
    ]);
    expect(text).not.toMatch(/Heron|Maria|\d{4}-\d{2}-\d{2}|rating|keep|note/i);
    await desk.close();
  });

  it('is rated blind by somebody else, who comes back to it and returns the ratings', async () => {
    await createVault(supervisor());
    const desk = await openSupervision(supervisor());
    await desk.click('button', 'Open a packet');
    await desk.attach('Packet file', packetFile);
    await desk.fill('textbox', 'Packet passphrase', 'another one altogether');
    await desk.click('button', 'Open');
    await desk.wait('alert', /does not open this file/, 30_000);
    await desk.fill('textbox', 'Packet passphrase', PACKET);
    await desk.click('button', 'Open');
    await desk.wait('heading', 'Session 1 with client A', 30_000);
    expect(await desk.count('radio', /./)).toBe(8 * 6);
    expect(await desk.eval(`document.querySelectorAll('input:checked').length`)).toBe(0);
    expect(await desk.text()).toContain('Tenseness');
    await rate(desk, OTHER[0] as string[]);
    await desk.fill('textbox', /^Tenseness, minute 0, comment 1$/, 'What did you feel here?');
    await desk.click('button', /^Session 2 with client A/);
    await desk.wait('heading', 'Session 2 with client A');
    expect(await desk.axe()).toEqual([]);
    await desk.click('button', 'All packets');
    await desk.attach('Packet file', packetFile);
    await desk.fill('textbox', 'Packet passphrase', PACKET);
    await desk.click('button', 'Open');
    await desk.wait('status', /You have opened this packet before/, 30_000);
    await desk.wait('button', /^Session 1 with client A.*8 rated$/s);
    await desk.click('button', /^Session 2 with client A/);
    await rate(desk, OTHER[1] as string[]);
    await desk.fill('textbox', 'Comment on the whole session', 'Warm and slow.');
    await desk.click('button', 'Return ratings');
    await desk.wait('alert', 'Please say how they know you.');
    await desk.fill('textbox', 'Your name for them', 'Ruth');
    await desk.fill('textbox', 'Packet passphrase', 'another one altogether');
    await desk.click('button', 'Return ratings');
    await desk.wait('alert', /not the passphrase this packet was opened with/);
    await desk.fill('textbox', 'Packet passphrase', PACKET);
    // As quick hands press: once more before anything has changed on the page.
    await desk.eval(() => {
      const button = [...document.querySelectorAll('button')].find(
        one => one.textContent === 'Return ratings',
      );
      for (let press = 0; press < 2; press += 1) button?.click();
    });
    ratingsFile = await supervisor().saved(/^sidelight-ratings-[0-9a-f]{8}\.age$/, 30_000);
    await desk.wait('status', 'The file with your ratings is in your downloads.');
    expect(parseReturned(await read(ratingsFile))).toMatchObject({ by: 'Ruth', sessions: [{}, {}] });
    await bringHome(desk, ratingsFile);
    await desk.wait('alert', /not made here/, 30_000);
    const saved = readdirSync(supervisor().downloads).filter(name => name.startsWith('sidelight-ratings-'));
    expect(saved).toHaveLength(1);
    await desk.close();
  });

  it('brings home what was said, as worked out by hand, with the comments at their moments', async () => {
    const desk = await openSupervision(trainee());
    await bringHome(desk, packetFile);
    await desk.wait('alert', /not the ratings that come back/, 30_000);
    await bringHome(desk, ratingsFile);
    await desk.wait('status', 'The ratings of Ruth are home, for 2 sessions.', 30_000);
    await desk.wait('heading', 'You and Ruth');
    const told = await desk.text();
    expect(told).toContain('You chose the same rating for 11 of 15 behaviours that both of you rated.');
    expect(told).toContain('Weighted kappa: 0.61, 95 % interval from');
    const rows = await desk.eval<string[][]>(
      `[...document.querySelectorAll('.beside-table')].map(table =>
        [...table.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent).join('|')))`,
    );
    const wide = `${CORE[4]} (two or more apart)`;
    expect(rows.map(([first]) => first)).toEqual([`${wide}|3|1`, `${wide}|0|2`]);
    expect(rows[0]).toContain(`${CORE[7]}|2|${NONE}`);
    expect(rows.map(({ length }) => length)).toEqual([8, 8]);
    await desk.resize(320, 800);
    expect(await desk.eval('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await desk.resize(1280, 900);
    expect(await desk.axe()).toEqual([]);
    await bringHome(desk, ratingsFile);
    await desk.wait('status', /You have brought these ratings home before/, 30_000);
    await desk.close();
    const page = await trainee().openPage('desk.html', '#/latest');
    await page.wait('heading', 'Timeline');
    await page.until(`document.body.innerText.includes('Warm and slow.')`, 'the comment on the session');
    expect(await page.axe()).toEqual([]);
    await page.close();
  });

  it('tells changed, out of range and newer files, and writes nothing of them', async () => {
    const good = (await read(ratingsFile)) as Returned;
    const [first, ...others] = good.sessions;
    const desk = await openSupervision(trainee());
    const tries: readonly (readonly [string, object, RegExp])[] = [
      ['changed', { ...good, digest: '0'.repeat(64) }, /contents were changed/],
      ['newer', { ...good, version: 2 }, /newer Sidelight/],
      ['older', { ...good, version: 0 }, /older Sidelight/],
      [
        'four',
        { ...good, sessions: [{ ...first, ratings: { 'agree-a-goal': 4 } }, ...others] },
        /not as it should be/,
      ],
    ];
    for (const [name, document, words] of tries) {
      await bringHome(desk, await lock(document, ratingsFile, `${name}.age`));
      await desk.wait('alert', words, 30_000);
    }
    await desk.close();
    const packet = (await read(packetFile)) as Packet;
    const altered = { ...packet, year: packet.year - 1 };
    const other = await openSupervision(supervisor());
    await other.click('button', 'Open a packet');
    await other.attach('Packet file', await lock(altered, packetFile, 'altered.age'));
    await other.fill('textbox', 'Packet passphrase', PACKET);
    await other.click('button', 'Open');
    await other.wait('alert', /contents were changed/, 30_000);
    await other.close();
  });

  it('lets notes go along only checked, decided and read', async () => {
    const desk = await openSupervision(trainee());
    await chooseAll(desk);
    await desk.click('checkbox', 'Include notes');
    expect((await desk.state('button', 'Save packet')).disabled).toBe(true);
    await desk.click('button', 'Check for identifiers');
    await desk.wait('heading', 'What the check found', 30_000);
    expect(await desk.text()).toContain('cannot certify');
    const found = await desk.eval<string[]>(
      `[...document.querySelectorAll('mark')].map(mark => mark.textContent)`,
    );
    expect(found).toEqual([...FOUND, ...FOUND]);
    expect(await desk.axe()).toEqual([]);
    const line = desk.within('listitem', /may be a place/);
    await line.click('button', 'Rewrite');
    // Words that were not changed yet are no decision.
    await desk.wait('status', '8 still to decide');
    await desk.fill('textbox', 'Instead of “Leeds”', 'the north');
    await desk.click('button', 'Mask all that are open');
    await desk.wait('status', 'Everything found is decided');
    expect((await desk.state('button', 'Save packet')).disabled).toBe(true);
    await desk.click('checkbox', 'I have read all of it');
    await savePacket(desk);
    await desk.wait('status', 'The packet with 2 sessions is in your downloads.', 30_000);
    const files = await trainee().saved(
      new RegExp(`^(?!${packetFile.split('/').pop()})sidelight-packet-[0-9a-f]{8}\\.age$`),
    );
    const { sessions } = (await read(files)) as Packet;
    expect(sessions.map(({ note }) => note).sort()).toEqual([
      '[name] called from [place] on [date]. I slowed down with [name].',
      '[name] called from the north on [date]. I slowed down with [name].',
    ]);
    await desk.close();
  });
});
