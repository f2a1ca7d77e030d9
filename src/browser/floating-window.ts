/** What of Document Picture-in-Picture is used; the standard's types do not have it yet. */
interface PictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
}

/** Whether this browser can float a page over all other windows. */
export function canFloat(): boolean {
  return getPictureInPicture() !== null;
}

/**
 * Opens a small window that stays over all others, with this page's styles. Works only inside a click, and must never be
 * asked for from Chromium's side panel, which crashes the browser. Rejects when the browser refuses.
 */
export async function openFloatingWindow(size: { width: number; height: number }): Promise<Window> {
  const pictureInPicture = getPictureInPicture();
  if (!pictureInPicture) throw new Error('This browser cannot float a page.');
  const floating = await pictureInPicture.requestWindow(size);
  const { document: target } = floating;
  for (const { name, value } of document.documentElement.attributes)
    target.documentElement.setAttribute(name, value);
  const styles = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  await Promise.all([...styles].map(({ href }) => addStyles(target, href)));
  return floating;
}

function getPictureInPicture(): PictureInPicture | null {
  return 'documentPictureInPicture' in globalThis
    ? (globalThis as unknown as { documentPictureInPicture: PictureInPicture }).documentPictureInPicture
    : null;
}

/** Resolves once the styles are there, so that nothing is seen without them; also when they will not come. */
function addStyles(target: Document, href: string): Promise<void> {
  return new Promise(resolve => {
    const link = target.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    target.head.append(link);
  });
}
