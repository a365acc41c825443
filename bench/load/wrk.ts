import type { Asked } from './visit-log.ts';

/** What wrk tells of a run. */
export interface Run {
  requests: number;
  /** Seconds. */
  duration: number;
  /** Received, headers and all. */
  bytes: number;
  /** Connections that failed or stalled, and answers of status 400 and above. */
  errors: number;
  /** Milliseconds from a request to the end of its answer. */
  median: number;
  p99: number;
}

/** What the script prints at the end, before one line of JSON. */
const mark = 'RUN ';

/**
 * A script for wrk (https://github.com/wg/wrk/blob/master/SCRIPTING) that asks for these again and again, in their order,
 * with the headers that the browser sent.
 */
export function wrkScript(requests: readonly Asked[]): string {
  const lines = requests.map(({ path, encoding, known }) => {
    const headers = [
      ...(encoding ? [`["Accept-Encoding"] = ${quoted(encoding)}`] : []),
      ...(known ? [`["If-None-Match"] = ${quoted(known)}`] : []),
    ];
    return `  asked[#asked + 1] = wrk.format("GET", ${quoted(path)}, { ${headers.join(', ')} })`;
  });
  return `local asked, at = {}, 0
function init()
${lines.join('\n')}
end
function request()
  at = at % #asked + 1
  return asked[at]
end
function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format('${mark}{"requests":%d,"micros":%d,"bytes":%d,"errors":%d,"median":%d,"p99":%d}\\n',
    summary.requests, summary.duration, summary.bytes, failed, latency:percentile(50), latency:percentile(99)))
end
`;
}

/** Reads what such a script printed. Throws where it printed nothing of the kind. */
export function readRun(output: string): Run {
  const line = output.split('\n').find((each) => each.startsWith(mark));
  if (!line) throw new Error(`wrk told nothing of its run: ${output.slice(-500)}`);
  const { requests, micros, bytes, errors, median, p99 } = JSON.parse(line.slice(mark.length)) as Record<
    'requests' | 'micros' | 'bytes' | 'errors' | 'median' | 'p99',
    number
  >;
  return { requests, bytes, errors, duration: micros / 1e6, median: median / 1000, p99: p99 / 1000 };
}

/** A text as Lua writes it. */
function quoted(text: string): string {
  if (/[\n\r\0]/u.test(text)) throw new Error(`This cannot stand in a request: ${JSON.stringify(text)}`);
  return `"${text.replaceAll(/["\\]/gu, '\\$&')}"`;
}
