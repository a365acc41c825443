import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

/** An answer as it came, with nothing unpacked or followed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const kept = { keepAlive: true, maxSockets: 8 };
/** By protocol; the certificate of a test is its own, which nobody has signed. */
const ways = {
  'http:': { agent: new Agent(kept), request },
  'https:': { agent: new SecureAgent({ ...kept, rejectUnauthorized: false }), request: secureRequest },
};

/**
 * Asks a server for just this path: unlike `fetch`, it neither tidies the path up (`..` stays), nor asks for an encoding
 * of its own accord, nor unpacks the answer.
 */
export function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { protocol, hostname: host, port } = new URL(origin);
  const way = ways[protocol as keyof typeof ways];
  // An IPv6 address stands in brackets only in an address of the web.
  const hostname = host.replace(/^\[(.*)\]$/u, '$1');
  return new Promise((done, failed) => {
    const asked = way.request({ hostname, port, path, headers, method, agent: way.agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // A server may close a connection that was kept open just when it is used again; browsers ask once more, too.
      if (asked.reusedSocket && error.code === 'ECONNRESET')
        ask(origin, path, headers, method).then(done, failed);
      else failed(error);
    });
    asked.end();
  });
}
