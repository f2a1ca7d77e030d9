import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { transformWithOxc } from 'vite';

/** A running practice call. */
export interface PracticeCall {
  /** The address of the page during the call, as a video service would have one. */
  url: string;
  close(): Promise<void>;
}

const folder = import.meta.dirname;
const types: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
const served: Record<string, string> = {
  '/call.css': 'call.css',
  '/call.js': 'call.ts',
  '/two-ends.js': 'two-ends.ts',
  '/drawn-person.js': 'drawn-person.ts',
  '/soft-tone.js': 'soft-tone.ts',
};

/** Compiles a module of the page. Its imports end in `.js`, as the browser asks for them. */
async function compiled(name: string): Promise<string> {
  const file = join(folder, name);
  return (await transformWithOxc(await readFile(file, 'utf8'), file)).code;
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const name = path.startsWith('/call/') ? 'call.html' : served[path];
  if (!name) {
    response.writeHead(404).end();
    return;
  }
  const isScript = name.endsWith('.ts');
  const body = isScript ? await compiled(name) : await readFile(join(folder, name));
  const type = types[isScript ? '.js' : extname(name)] ?? 'text/plain';
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(body);
}

/** Serves the practice call on a free port of this computer, to this computer only. */
export async function servePracticeCall(): Promise<PracticeCall> {
  const server = createServer((request, response) => {
    // A page elsewhere could point a name of its own at this computer; it gets nothing.
    if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) {
      response.writeHead(403).end();
      return;
    }
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, response).catch(error => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/call/abc-defg-hij`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
