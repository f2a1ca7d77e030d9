import browser from 'webextension-polyfill';

/** A folder of ours in the therapist's downloads. */
const FOLDER = 'Sidelight';

/** Asks for the permission to write downloads without a click each time. To be called in a click, before any await. */
export function askForDownloads(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

/** Gives that permission back; nothing happens when it is not held. */
export async function releaseDownloads(): Promise<void> {
  await browser.permissions.remove({ permissions: ['downloads'] });
}

/** Files in the downloads folder. No browser lets an extension read them back. */
export async function downloadsPlace() {
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return 'ask-again' as const;
  return {
    async save(name: string, file: Blob): Promise<void> {
      const url = URL.createObjectURL(file);
      try {
        const id = await browser.downloads.download({ url, filename: `${FOLDER}/${name}`, saveAs: false });
        await finished(id);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    read: null,
    async remove(name: string): Promise<void> {
      const found = await browser.downloads.search({ filenameRegex: `${name.replaceAll('.', '\\.')}$` });
      for (const { id } of found) {
        await browser.downloads.removeFile(id).catch(() => {});
        await browser.downloads.erase({ id });
      }
    },
  };
}

/** Resolves when a download lies whole on the disk; rejects when it never will. */
function finished(id: number): Promise<void> {
  const { downloads } = browser;
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [found] = await downloads.search({ id });
      if (found?.state === 'in_progress') return;
      downloads.onChanged.removeListener(onChanged);
      if (found?.state === 'complete') resolve();
      else
        reject(
          new DOMException('The download was interrupted.', found ? nameFor(found.error) : 'AbortError'),
        );
    };
    const onChanged = (change: { id: number }) => {
      if (change.id === id) void look().catch(reject);
    };
    downloads.onChanged.addListener(onChanged);
    void look().catch(reject);
  });
}

function nameFor(error: string | undefined): string {
  return error === 'FILE_NO_SPACE' ? 'QuotaExceededError' : 'AbortError';
}
