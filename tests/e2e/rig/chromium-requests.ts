import type { Browser, CDPSession, Protocol } from 'puppeteer-core';
import { Connection } from 'puppeteer-core';

/** A growing list of what extension contexts sent. */
export interface RequestWatch {
  urls(): string[];
  /** Stops watching the service workers that run now: a watched worker cannot stop. New ones are watched again. */
  releaseWorkers(): Promise<void>;
}

const local = /^(chrome-extension|chrome|data|blob|about|devtools):/;
const ofExtension = (url: string | undefined) => url?.startsWith('chrome-extension://') ?? false;

/**
 * Watches every page, frame, worker and service worker of the browser through a debugging session of its own, from each one's
 * first instruction on: new ones wait until they are watched. Keeps what an extension context asked for.
 */
export async function watchChromiumRequests(browser: Browser): Promise<RequestWatch> {
  const seen = new Map<string, string>();
  const extensionTargets = new Set<string>();
  const workers = new Set<string>();
  const root = await browser.target().createCDPSession();

  async function follow(session: CDPSession, info: Protocol.Target.TargetInfo, parentIsExtension: boolean) {
    // A tab that leaves the extension is watched until it has left; one that the extension opens is watched as it starts.
    let isExtension =
      ofExtension(info.url) || parentIsExtension || extensionTargets.has(info.openerId ?? 'none of them');
    if (isExtension) extensionTargets.add(info.targetId);
    session.on('Network.requestWillBeSent', ({ requestId, request, documentURL }) => {
      if ((isExtension || ofExtension(documentURL)) && !local.test(request.url)) {
        seen.set(`${info.targetId} ${requestId}`, request.url);
      }
    });
    session.on('Network.webSocketCreated', ({ requestId, url }) => {
      if (isExtension) seen.set(`${info.targetId} ${requestId}`, url);
    });
    session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
      if (blockedReason === 'csp') seen.delete(`${info.targetId} ${requestId}`);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      isExtension = ofExtension(frame.url);
      if (isExtension) extensionTargets.add(info.targetId);
      else extensionTargets.delete(info.targetId);
    });
    await attachBelow(session, () => isExtension);
    await Promise.allSettled([session.send('Network.enable'), session.send('Page.enable')]);
  }

  async function attachBelow(session: CDPSession, isExtension: () => boolean): Promise<void> {
    session.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
      const child = Connection.fromSession(session)?.session(sessionId);
      if (!child) return;
      if (targetInfo.type === 'service_worker') workers.add(sessionId);
      // A target can be gone before it is watched; whatever else, it must not wait for ever.
      await follow(child, targetInfo, isExtension()).catch(() => undefined);
      await child.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    });
    // A page would attach to its service worker once more, and then nothing could stop that worker.
    const others = session === root ? ['browser', 'tab'] : ['browser', 'tab', 'service_worker'];
    const filter = [...others.map(type => ({ type, exclude: true })), {}];
    await session
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter })
      .catch(() => undefined);
  }

  await attachBelow(root, () => false);
  return {
    urls: () => [...seen.values()],
    async releaseWorkers() {
      const sessions = [...workers];
      workers.clear();
      // One may have ended by itself.
      await Promise.allSettled(
        sessions.map(sessionId => root.send('Target.detachFromTarget', { sessionId })),
      );
    },
  };
}
