import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { keptForGood, mediaTypeOf } from '../../deploy/served-files.ts';
import { freePorts } from '../nginx/server.ts';

/** A server that speaks S3's protocol, from npm, for tests alone: https://github.com/jamhall/s3rver */
export const storePackage = 's3rver@3.7.1';

const bucket = 'city';
/** The keys that this server expects. */
const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/** An object store on this computer alone, and the command line that fills it. */
export class StoreServer {
  /** Where the atlas lies in the store, as a command and as an address without a slash at its end. */
  readonly place = `s3://${bucket}/atlas`;
  readonly address: string;
  readonly #endpoint: string;
  readonly #folder: string;
  readonly #aws: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #stopAtExit = () => this.#end();

  private constructor(aws: string, port: number) {
    this.#aws = aws;
    this.#folder = mkdtempSync(join(tmpdir(), 'atlas-store-'));
    this.#endpoint = `http://127.0.0.1:${port}`;
    this.address = `${this.#endpoint}/${bucket}/atlas`;
    const options = ['--address', '127.0.0.1', '--port', String(port), '--no-vhost-buckets', '--silent'];
    const where = ['--directory', join(this.#folder, 'objects'), '--configure-bucket', bucket];
    mkdirSync(join(this.#folder, 'objects'));
    const command = ['exec', '--yes', '--package', storePackage, '--', 's3rver', ...options, ...where];
    // In a group of its own: npm starts the server as another process.
    this.#process = spawn('npm', command, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
    this.#ended = new Promise((done) => {
      this.#process.once('exit', () => done());
      this.#process.once('error', () => done());
    });
    process.once('exit', this.#stopAtExit);
  }

  /** Starts it, with `aws` the path of the command line; null where it cannot be had. */
  static async start(aws: string): Promise<StoreServer | null> {
    const [port = 0] = await freePorts(1);
    const server = new StoreServer(aws, port);
    // The package may have to be fetched first.
    for (let tries = 0; tries < 300 && server.#process.exitCode === null; tries += 1) {
      const answered = await fetch(server.#endpoint).then(
        () => true,
        () => false,
      );
      if (answered) return server;
      await wait(200);
    }
    await server.stop();
    return null;
  }

  /** Runs the script of a folder that `npm run deploy:files` has written. Throws where it fails. */
  async upload(folder: string): Promise<void> {
    await this.#run('sh', [join(folder, 'upload.sh'), this.place]);
  }

  /** Puts an archive of tiles into the store, as docs/DEPLOY.md says, or takes it out again. */
  async put(path: string, content: Buffer | null): Promise<void> {
    const target = `${this.place}/${path}`;
    if (!content) return this.#run(this.#aws, ['s3', 'rm', target]);
    const file = join(this.#folder, 'archive');
    writeFileSync(file, content);
    const options = ['--content-type', mediaTypeOf(path), '--cache-control', keptForGood];
    await this.#run(this.#aws, ['s3', 'cp', file, target, ...options]);
  }

  /** Ends it, waits for that, and removes its folder. */
  async stop(): Promise<void> {
    process.removeListener('exit', this.#stopAtExit);
    this.#end();
    await this.#ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    const env = {
      ...process.env,
      ...keys,
      PATH: [dirname(this.#aws), process.env.PATH].join(delimiter),
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      // Newer command lines sum up what they send in a way that older stores do not read.
      AWS_REQUEST_CHECKSUM_CALCULATION: 'when_required',
    };
    await promisify(execFile)(program, [...args, '--endpoint-url', this.#endpoint], { env });
  }

  #end(): void {
    const { pid, exitCode, signalCode } = this.#process;
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGTERM');
  }
}
