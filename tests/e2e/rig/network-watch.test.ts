import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import { leaks, writeLeakyExtension } from './leaky-extension';
import type { Browser, Surface } from './surface';

const sink = createServer((_, response) => response.end());
const folder = mkdtempSync(join(tmpdir(), 'sidelight-leaky-'));

describe.each([
  ['chrome', launchChromium],
  ['firefox', launchFirefox],
] as const)('The watch over the network, in %s', (target, launch) => {
  let browser: Browser;
  let port: number;

  beforeAll(async () => {
    if (!sink.listening) await new Promise<void>(done => sink.listen(0, '127.0.0.1', done));
    port = (sink.address() as AddressInfo).port;
    writeLeakyExtension(join(folder, target), target, `http://127.0.0.1:${port}`);
    browser = await launch({ extension: join(folder, target) });
  });
  afterAll(() => browser?.close());

  async function leakAll(surface: Surface, already: number): Promise<string[]> {
    for (const leak of leaks) await surface.click('button', leak);
    await expect
      .poll(async () => (await browser.requests()).length, { timeout: 10_000 })
      .toBe(already + leaks.length);
    return (await browser.requests()).slice(already).map(url => new URL(url).pathname.slice(1));
  }

  it('says nothing of what an ordinary page sends', async () => {
    await browser.openCall(`http://127.0.0.1:${port}/call`);
    await browser.inCall(`fetch('/of-the-call').then(() => true)`);
    expect(await browser.requests()).toEqual([]);
  });

  it('sees every way out of a page, its worker and the background', async () => {
    const page = await browser.openPage('desk.html');
    expect((await leakAll(page, 0)).sort()).toEqual([...leaks].sort());
  });

  it('sees what the panel sends', async () => {
    const panel = await browser.openPanel();
    expect((await leakAll(panel, leaks.length)).sort()).toEqual([...leaks].sort());
  });

  it('remembers what was sent before a crash', async () => {
    await browser.kill();
    await browser.relaunch();
    expect(await browser.requests()).toHaveLength(2 * leaks.length);
  });
});

afterAll(() => {
  sink.close();
  sink.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});
