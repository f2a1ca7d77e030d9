import { describe, expect, test } from 'vitest';
import { AutoLock } from '../../src/app/auto-lock';
import type { HeldKey, SharedMemory } from '../../src/app/key-memory';

const MINUTE = 60_000;
const HELD: HeldKey = { kind: 'own', key: 'a key' };

/** One value in memory that every page of a browser shares. */
function aMemory<T>(): SharedMemory<T> & { value: T | null; writes: number } {
  const followers: ((value: T | null) => void)[] = [];
  const memory = {
    value: null as T | null,
    writes: 0,
    read: async () => memory.value,
    write: async (value: T) => {
      memory.writes += 1;
      memory.value = value;
      for (const tell of followers) tell(value);
    },
    clear: async () => {
      memory.value = null;
      for (const tell of followers) tell(null);
    },
    follow: (onChange: (value: T | null) => void) => void followers.push(onChange),
  };
  return memory;
}

/** A browser with its memory and its clock, in which pages and background workers come and go. */
function aBrowser() {
  const world = {
    now: 1_700_000_000_000,
    held: aMemory<HeldKey>(),
    watch: aMemory<unknown>(),
    alarm: null as number | null,
    isLive: false,
    page: () =>
      new AutoLock({
        held: world.held,
        watch: world.watch,
        setAlarm: when => {
          world.alarm = when;
        },
        now: () => world.now,
        isSessionLive: async () => world.isLive,
      }),
  };
  return world;
}

async function unlocked() {
  const browser = aBrowser();
  const page = browser.page();
  const standings: string[] = [];
  page.followStanding(standing => standings.push(standing));
  await page.write(HELD);
  return { browser, page, standings };
}

const settled = () => new Promise(resolve => setTimeout(resolve));

describe('an unlocked vault', () => {
  test('locks fifteen minutes after the last input, even if every page and worker died meanwhile', async () => {
    const { browser } = await unlocked();
    browser.now += 15 * MINUTE;
    expect(await browser.page().read()).toBeNull();
    expect(browser.held.value).toBeNull();
    expect(browser.watch.value).toBeNull();
    expect(browser.alarm).toBeNull();
  });

  test('wakes the background at its deadline, which moves with input', async () => {
    const { browser, page } = await unlocked();
    expect(browser.alarm).toBe(browser.now + 15 * MINUTE);
    browser.now += 10 * MINUTE;
    expect(page.admit(true)).toBe(true);
    await settled();
    expect(browser.alarm).toBe(browser.now + 15 * MINUTE);
    const worker = browser.page();
    browser.now += 14.99 * MINUTE;
    expect(await worker.look()).toEqual(HELD);
    expect(browser.alarm).toBe(browser.now + 0.01 * MINUTE);
    browser.now += 0.01 * MINUTE;
    expect(await worker.look()).toBeNull();
  });

  test('is not kept open by pages that only stand there', async () => {
    const { browser, page } = await unlocked();
    for (let minute = 1; minute <= 15; minute += 1) {
      browser.now += MINUTE;
      page.check();
      await settled();
      if (minute < 15) await browser.page().read();
    }
    expect(browser.held.value).toBeNull();
  });

  test('warns a minute ahead, is kept open by a press, and not by a pointer passing by', async () => {
    const { browser, page, standings } = await unlocked();
    browser.now += 14 * MINUTE;
    page.check();
    await settled();
    expect(standings.at(-1)).toBe('warning');
    const deadline = browser.alarm;
    page.admit(false);
    await settled();
    expect(standings.at(-1)).toBe('warning');
    expect(browser.alarm).toBe(deadline);
    page.admit(true);
    await settled();
    expect(standings.at(-1)).toBe('resting');
  });

  test('does not let the first press after the deadline act', async () => {
    const { browser, page } = await unlocked();
    browser.now += 8 * 60 * MINUTE;
    expect(page.admit(true)).toBe(false);
    await settled();
    expect(browser.held.value).toBeNull();
    expect(page.admit(true)).toBe(true);
  });

  test('is told of at most every ten seconds', async () => {
    const { browser, page } = await unlocked();
    const before = browser.watch.writes;
    for (let second = 0; second < 60; second += 1) {
      browser.now += 1_000;
      page.admit(false);
    }
    expect(browser.watch.writes - before).toBe(6);
  });

  test('counts as due when its deadline is missing or unreadable', async () => {
    for (const broken of [null, 'soon', { after: 15 }]) {
      const { browser } = await unlocked();
      browser.watch.value = broken;
      expect(await browser.page().read()).toBeNull();
      expect(browser.held.value).toBeNull();
    }
  });

  test('keeps to the period that is chosen, in every page', async () => {
    const { browser, page } = await unlocked();
    const other = browser.page();
    other.followStanding(() => {});
    await page.setAfter(5);
    expect(browser.alarm).toBe(browser.now + 5 * MINUTE);
    browser.now += 2 * MINUTE;
    other.admit(true);
    await settled();
    expect(browser.alarm).toBe(browser.now + 5 * MINUTE);
    await page.setAfter('never');
    expect(browser.alarm).toBeNull();
    browser.now += 1e12;
    expect(await browser.page().read()).toEqual(HELD);
  });

  test('is not kept open for longer than a period by a clock that was set back', async () => {
    const { browser, page } = await unlocked();
    browser.now -= 24 * 60 * MINUTE;
    page.check();
    await settled();
    expect(browser.alarm).toBe(browser.now + 15 * MINUTE);
    browser.now += 15 * MINUTE;
    expect(await browser.page().read()).toBeNull();
  });
});

describe('while a session is live', () => {
  test('sitting still neither locks nor warns', async () => {
    const { browser, page, standings } = await unlocked();
    browser.isLive = true;
    page.hold(true);
    for (let minute = 0; minute < 120; minute += 1) {
      browser.now += MINUTE;
      page.check();
      await settled();
    }
    expect(browser.held.value).toEqual(HELD);
    expect(standings).not.toContain('warning');
  });

  test('the first press after a long sleep acts', async () => {
    const { browser, page } = await unlocked();
    browser.isLive = true;
    page.hold(true);
    browser.now += 40 * MINUTE;
    expect(page.admit(true)).toBe(true);
    await settled();
    expect(browser.held.value).toEqual(HELD);
    expect(browser.alarm).toBe(browser.now + 15 * MINUTE);
  });

  test('a lock by hand or by the operating system locks all the same', async () => {
    const { browser, page } = await unlocked();
    browser.isLive = true;
    page.hold(true);
    await browser.page().clear();
    expect(browser.held.value).toBeNull();
    expect(browser.alarm).toBeNull();
  });

  test('a whole period begins when it ends', async () => {
    const { browser, page } = await unlocked();
    browser.isLive = true;
    page.hold(true);
    browser.now += 14.5 * MINUTE;
    browser.isLive = false;
    page.hold(false);
    await settled();
    expect(browser.alarm).toBe(browser.now + 15 * MINUTE);
  });

  test('a database that cannot be asked counts as no session', async () => {
    const { browser } = await unlocked();
    const page = new AutoLock({
      held: browser.held,
      watch: browser.watch,
      setAlarm: () => {},
      now: () => browser.now + 15 * MINUTE,
      isSessionLive: () => Promise.reject(new Error('closed')),
    });
    expect(await page.read()).toBeNull();
  });
});
