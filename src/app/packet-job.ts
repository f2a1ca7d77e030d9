/** What the worker for packets is given: a document to lock, or a file to open. */
export type PacketJob =
  | { readonly do: 'seal'; readonly document: string; readonly passphrase: string }
  | { readonly do: 'open'; readonly file: Blob; readonly passphrase: string };

/** What comes of opening: the file's text. It vouches for nothing yet but that somebody with the passphrase wrote it. */
export interface OpenedText {
  readonly text: string;
}
