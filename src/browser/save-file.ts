/** Milliseconds for which a file stays in memory after it was offered; a browser may ask where to put it first. */
const KEEP_FOR = 120_000;

/**
 * Saves a file by an ordinary download. Whoever can open the downloads folder can read it, so the caller says what is
 * inside before. The name must tell nothing about anybody: browsers list what was downloaded.
 */
export function saveFile(name: string, type: string, parts: readonly BlobPart[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FOR);
}
