// In: a way to look up paths. Out: a server on this machine that answers with what it finds.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

export interface Served {
  /** In parts, each is sent as soon as it is there. */
  readonly body: string | Buffer | AsyncIterable<string>;
  /** Media type; HTML in UTF-8 when left out. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Server {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts on a free port. `find` gets the decoded path without query; undefined is answered with 404. */
export async function serve(find: (path: string) => Served | undefined | Promise<Served | undefined>): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const found = await find(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
      response.writeHead(found ? 200 : 404, {
        'content-type': found?.type ?? 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...found?.headers,
      });
      const body = found?.body ?? 'Not found';
      if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body);
      else Readable.from(body).pipe(response);
    })().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
