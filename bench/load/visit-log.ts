/** One request of a visit, as nginx notes it (`log_format visit` in e2e/nginx/configuration.ts). */
export interface Asked {
  method: string;
  /** The path on the server, with its parameters. */
  path: string;
  status: number;
  /** What was sent for it, headers and all, in bytes. */
  bytes: number;
  /** The `Accept-Encoding` that the browser sent. */
  encoding: string;
  /** The ETag that it said it has; empty where it has none. */
  known: string;
}

/** The requests in a log, in their order. Throws on a line that is not of the expected form. */
export function readVisits(log: string): Asked[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const asked = JSON.parse(line) as Asked;
      if (typeof asked.path !== 'string' || typeof asked.bytes !== 'number')
        throw new Error(`This line of the log is no request: ${line}`);
      return asked;
    });
}

/** What one visit asks a server for. */
export interface Visit {
  requests: Asked[];
  /** Sent by the server, headers and all, in bytes. */
  bytes: number;
}

/** A visit from its requests. Throws where one of them failed: a load of errors would say nothing. */
export function visitOf(requests: readonly Asked[]): Visit {
  const failed = requests.find(
    ({ method, status }) => method !== 'GET' || (status !== 200 && status !== 304),
  );
  if (failed) throw new Error(`A visit asked for what it did not get: ${JSON.stringify(failed)}`);
  if (requests.length === 0) throw new Error('A visit asked for nothing: was the log written?');
  return { requests: [...requests], bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0) };
}
