import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { UserError } from '../../model/error.ts';
import { fillIn } from '../../words/text.ts';
import type { PreviewPage } from './page.ts';

/** A server of pages made in memory; no file of the disk is ever looked for. */
export interface PreviewServer {
  /** `http://127.0.0.1:4180/` */
  readonly address: string;
  /** Tells each open page of which the content has changed. */
  readonly changed: () => void;
  /** Ends the open streams and lets go of the port. */
  readonly close: () => Promise<void>;
}

/** The page at a path that ends with `/`, as a browser writes it; undefined where there is none. */
export type PageAt = (path: string) => PreviewPage | undefined;

/** Asked for first, so that an open page finds the preview again when it is started anew. */
const usualPort = 4180;
const host = '127.0.0.1';

/**
 * Serves pages to this machine alone. The page at `/a/` has its stream of changes at `/a/suivi`.
 * @param at gives the pages, made anew when asked for
 * @param port the one asked for; undefined takes the usual one, or a free one
 * @param failed told of an error of ours while a page is made
 * @throws UserError when the port cannot be had
 */
export async function servePages(
  at: PageAt,
  port: number | undefined,
  failed: (error: unknown) => void,
): Promise<PreviewServer> {
  const streams = new Map<ServerResponse, Followed>();
  const server = createServer((request, response) => {
    try {
      answer(request, response, at, streams);
    } catch (error) {
      if (!response.headersSent) refuse(response, 500);
      failed(error);
    }
  });
  const taken = await listening(server, port);
  server.on('error', failed);
  return {
    address: `http://${host}:${taken}/`,
    changed: () => {
      for (const [response, followed] of streams) tell(response, followed, at);
    },
    close: () => {
      for (const response of streams.keys()) response.end();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** What an open page follows, and what it was last told. */
interface Followed {
  readonly path: string;
  told: string | undefined;
}

async function listening(server: Server, port: number | undefined): Promise<number> {
  const wanted = port === undefined ? [usualPort, 0] : [port];
  for (const [index, one] of wanted.entries()) {
    const refused = await listen(server, one);
    if (refused === null) break;
    if (index === wanted.length - 1) throw noPort(one, refused);
  }
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server listens on no port');
  return bound.port;
}

/** @returns the code of the system's refusal; null when the server listens */
function listen(server: Server, port: number): Promise<string | null> {
  return new Promise((done) => {
    const refused = (error: NodeJS.ErrnoException) => done(error.code ?? error.message);
    server.once('error', refused).listen(port, host, () => {
      server.off('error', refused);
      done(null);
    });
  });
}

function noPort(port: number, code: string): UserError {
  const why = code === 'EADDRINUSE' ? portTaken : portRefused;
  return new UserError(fillIn(why, { port, code }), {
    fr: 'prenez-en un autre, ou laissez choisir : atelier preview, sans --port',
    en: 'take another one, or leave the choice: atelier preview, without --port',
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  at: PageAt,
  streams: Map<ServerResponse, Followed>,
): void {
  // The path as it was sent, never put together: what is no key of ours is nowhere.
  const [path = ''] = (request.url ?? '').split('?');
  const followed = path.endsWith('/suivi') ? path.slice(0, -'suivi'.length) : undefined;
  const barred = barredBy(request);
  const page = barred === undefined ? at(followed ?? path) : undefined;
  if (page === undefined) refuse(response, barred ?? 404);
  else if (followed === undefined) givePage(request, response, page);
  else {
    response.writeHead(200, { ...plainHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
    if (request.method === 'HEAD') response.end();
    else {
      streams.set(response, { path: followed, told: page.version });
      response.on('close', () => streams.delete(response));
      response.write(`retry: 500\ndata: ${page.version}\n\n`);
    }
  }
}

/** Why nothing at all is given: a foreign name that leads here (DNS rebinding) would let a web site read the pages. */
function barredBy({ socket, headers, method }: IncomingMessage): 403 | 405 | undefined {
  if (!hostsOf(socket.localPort ?? 0).has(headers.host ?? '')) return 403;
  return method === 'GET' || method === 'HEAD' ? undefined : 405;
}

function hostsOf(port: number): ReadonlySet<string> {
  const names = [host, 'localhost'];
  return new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
}

const plainHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function givePage({ method }: IncomingMessage, response: ServerResponse, page: PreviewPage): void {
  const nonce = randomBytes(16).toString('base64');
  const bytes = Buffer.from(page.html(nonce));
  response.writeHead(200, {
    ...plainHeaders,
    'Content-Security-Policy': policy(nonce),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** What a report allows itself, and our one script, which speaks to this server alone. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function refuse(response: ServerResponse, status: 403 | 404 | 405 | 500): void {
  response.writeHead(status, {
    ...plainHeaders,
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    'Content-Type': 'text/plain; charset=utf-8',
  });
  response.end(`${status} ${STATUS_CODES[status]}\n`);
}

/** Says the version of a page, where it is not the one last said; '' where the page is no more. */
function tell(response: ServerResponse, followed: Followed, at: PageAt): void {
  const version = at(followed.path)?.version ?? '';
  if (version === followed.told) return;
  followed.told = version;
  response.write(`data: ${version}\n\n`);
}

const portTaken = {
  fr: 'le port {port} est déjà pris par un autre programme',
  en: 'port {port} is already taken by another program',
};
const portRefused = {
  fr: 'le système refuse le port {port} ({code})',
  en: 'the system refuses port {port} ({code})',
};
