/** Settings of this name are facts about one computer, such as its backup folder, and stay on it. */
export function staysHere(setting: string): boolean {
  return setting.startsWith('here.');
}
