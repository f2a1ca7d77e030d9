/** What the browser's File System Access API adds to a folder's handle; not every browser has it. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Picker {
  showDirectoryPicker?: (how: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser lets the therapist choose a folder for Sidelight to write to. */
export function canChooseFolder(): boolean {
  return typeof (globalThis as Picker).showDirectoryPicker === 'function';
}

/** Asks for a folder. To be called in a click. @returns its handle, or null when nothing was chosen. */
export async function chooseFolder(): Promise<unknown> {
  try {
    return (
      (await (globalThis as Picker).showDirectoryPicker?.({ id: 'sidelight-backups', mode: 'readwrite' })) ??
      null
    );
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    throw cause;
  }
}

/** Asks the browser to allow a folder that was chosen earlier. To be called in a click. */
export async function askForFolder(handle: unknown): Promise<boolean> {
  if (!isFolder(handle)) return false;
  return (await handle.requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** Files in a chosen folder. `ask-again` when the browser no longer allows it without a click. */
export async function folderPlace(handle: unknown) {
  if (!isFolder(handle)) return 'place-gone' as const;
  if ((await handle.queryPermission({ mode: 'readwrite' })) !== 'granted') return 'ask-again' as const;
  return {
    async save(name: string, file: Blob): Promise<void> {
      const target = await handle.getFileHandle(name, { create: true });
      // The browser writes beside it and puts it in place when it is closed.
      const writer = await target.createWritable();
      await file.stream().pipeTo(writer);
    },
    read: async (name: string): Promise<Blob> => (await handle.getFileHandle(name)).getFile(),
    async remove(name: string): Promise<void> {
      await handle.removeEntry(name);
    },
  };
}

function isFolder(handle: unknown): handle is Folder {
  return typeof FileSystemDirectoryHandle === 'function' && handle instanceof FileSystemDirectoryHandle;
}
