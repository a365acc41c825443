import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A screen in memory: the name that programs know it by, as `:3`, and how to end it. */
export interface Screen {
  readonly display: string;
  end(): unknown;
}

/** Starts Xvfb on a display that it chooses itself, large enough for the window. It ends with this process at the latest. */
export function startScreen(xvfb: string): Promise<Screen> {
  // Xvfb writes the number of the display that it took to the file descriptor that it is given.
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const end = () => server.kill();
  process.once('exit', end);
  let complaint = '';
  server.stderr?.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}: ${complaint.trim()}`)));
    (server.stdio[3] as Readable).once('data', (number: Buffer) =>
      done({ display: `:${number.toString().trim()}`, end }),
    );
  });
}
