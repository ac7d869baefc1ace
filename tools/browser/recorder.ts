// In: a browser that is told to use it as its proxy. Out: every request that the whole browser makes, its own, its pages' and its extensions'. Only this machine is ever reached.
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whom browsers call on their own: for updates, lists, accounts. */
const VENDORS = /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(com|net|org)|firefox\.com|openh264\.org)$/;

export interface Recorder {
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** Method and address of each request so far; of encrypted ones `CONNECT` and the host. */
  readonly requests: readonly string[];
  /** The same without those to the makers of the browsers. */
  foreign(): string[];
  close(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const requests: string[] = [];
  const server = createServer((incoming, response) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    const target = URL.parse(incoming.url ?? '');
    if (target?.hostname !== '127.0.0.1') return void response.writeHead(502).end();
    const onward = request(target, { method: incoming.method, headers: incoming.headers }, (answer: IncomingMessage) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    requests.push(`CONNECT ${incoming.url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    foreign: () => requests.filter((one) => !VENDORS.test(hostOf(one))),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The machine that a recorded request was for. */
export const hostOf = (recorded: string): string => URL.parse(recorded.replace(/^CONNECT /, 'https://').replace(/^[A-Z]+ /, ''))?.hostname ?? '';
