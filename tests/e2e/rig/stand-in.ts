import type { Page, Browser as Puppet } from 'puppeteer-core';

/** Opens a tab on an address whose site is played from here: every request of the tab gets an empty page as its answer. */
export async function openStandIn(puppet: Puppet, url: string): Promise<Page> {
  const page = await puppet.newPage();
  await page.setRequestInterception(true);
  page.on('request', request => {
    void request.respond({
      contentType: 'text/html',
      body: '<!doctype html><title>A call</title><h1>A call</h1>',
    });
  });
  await page.goto(url);
  return page;
}
