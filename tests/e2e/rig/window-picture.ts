import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** A screen that nobody sits at, for headed browsers. */
export interface VirtualScreen {
  /** What DISPLAY must be for a program to show itself there. */
  display: string;
  /** Saves all that is on the screen as a PNG: the whole window, with the real panel beside the call. Needs ImageMagick. */
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a virtual screen on a free display. Throws when Xvfb is not installed. */
export async function openVirtualScreen(size = { width: 1280, height: 800 }): Promise<VirtualScreen> {
  const screen = `${size.width}x${size.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((done, fail) => {
    server.once('error', () => fail(new Error('Xvfb could not be started: install the package xvfb')));
    server.once('exit', code => fail(new Error(`Xvfb ended with ${code}`)));
    // It writes the display's number once it takes connections.
    server.stdio[3]?.once('data', number => done(`:${String(number).trim()}`));
  });
  return {
    display,

    async picture(file) {
      try {
        await promisify(execFile)('import', ['-display', display, '-window', 'root', file]);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        throw new Error('A picture of the whole window needs ImageMagick: install the package imagemagick');
      }
    },

    close: () =>
      new Promise(done => {
        server.once('exit', () => done());
        server.kill();
      }),
  };
}
