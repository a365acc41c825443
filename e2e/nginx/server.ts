import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { writeServedFiles } from '../../deploy/write-served-files.ts';
import { ask } from './ask.ts';
import { type Placeholders, type Ports, type Site, writeConfiguration } from './configuration.ts';

/** Whether this computer has an IPv6 address of its own. */
export const hasSix = Object.values(networkInterfaces()).some((each) =>
  each?.some(({ address }) => address === '::1'),
);

/** How the server of a test differs from the shipped example. */
export interface Options {
  /** The program, as it was found. */
  program: string;
  /** The built site. */
  built: string;
  /** Without the modules for Brotli, and without files compressed beforehand. */
  bare?: boolean;
  /** Note each request. */
  log?: boolean;
  /** Which of the shipped sites has the atlas at the root: `atlas`, unless another is named. */
  site?: Site;
  /** The place in a store of which `atlas-store` asks. */
  store?: string;
}

/** Debian's nginx on this computer alone, with the shipped example configuration, in folders of its own. */
export class NginxServer {
  /** The atlas on a host of its own, and under a path of another site. */
  readonly root: string;
  readonly subpath: string;
  /** Where the host of the root is reached without https. */
  readonly plain: string;
  /** That other site; `frame.html` there shows the atlas of the root in a frame. */
  readonly other: string;
  readonly accessLog: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #stopAtExit = () => this.#process.kill('SIGTERM');

  private constructor(folder: string, program: string, main: string, site: Site, ports: Ports) {
    this.#folder = folder;
    this.plain = `http://127.0.0.1:${ports.root}/`;
    this.root = site === 'atlas-https' ? `https://127.0.0.1:${ports.secure}/` : this.plain;
    this.other = `http://127.0.0.1:${ports.subpath}/`;
    this.subpath = `${this.other}atlas/`;
    this.accessLog = join(folder, 'access.log');
    this.#process = spawn(program, ['-c', main], { stdio: ['ignore', 'inherit', 'inherit'] });
    this.#ended = new Promise((done) => {
      this.#process.once('exit', () => done());
      this.#process.once('error', () => done());
    });
    process.once('exit', this.#stopAtExit);
  }

  /** Starts it; it answers when this is done. The other site is listed as one that may frame the atlas. */
  static async start(options: Options): Promise<NginxServer> {
    const { program, built, bare = false, log = false, site = 'atlas', store = null } = options;
    const folder = mkdtempSync(join(tmpdir(), 'atlas-nginx-'));
    const [root = 0, subpath = 0, secure = 0] = await freePorts(3);
    const ports = { root, subpath, secure };
    const served = join(folder, 'srv');
    const others = join(folder, 'html');
    for (const each of [served, others]) mkdirSync(each);
    const release = join(served, 'releases/1');
    mkdirSync(release, { recursive: true });
    writeServedFiles(built, release, 'listed', [`http://127.0.0.1:${subpath}`], { compress: !bare });
    for (const name of ['site', 'policy.conf']) symlinkSync(join('releases/1', name), join(served, name));
    const certificate = [join(folder, 'certificate.pem'), join(folder, 'key.pem')] as const;
    if (site === 'atlas-https') await writeCertificate(...certificate);
    writeFileSync(join(others, 'index.html'), '<!doctype html><title>Another page</title>');
    const frame = `<iframe src="http://127.0.0.1:${root}/?embed=1" title="atlas" width="800" height="600"></iframe>`;
    writeFileSync(join(others, 'frame.html'), `<!doctype html><title>A frame</title>${frame}`);
    const main = writeConfiguration({
      folder: join(folder, 'etc'),
      served,
      others,
      ports,
      site,
      withSix: hasSix,
      withoutBrotli: bare,
      accessLog: log ? join(folder, 'access.log') : null,
      store,
      certificate,
    });
    const server = new NginxServer(folder, program, main, site, ports);
    try {
      await server.#answers();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /**
   * Makes another release of the one that is published; `change` is told its folder and its policy, and names files of it
   * that are left out.
   */
  writeRelease(name: string, change: (site: string, policy: string) => readonly string[]): void {
    const releases = join(this.#folder, 'srv/releases');
    const release = join(releases, name);
    cpSync(join(releases, '1'), release, { recursive: true, preserveTimestamps: true });
    const without = change(join(release, 'site'), join(release, 'policy.conf'));
    for (const path of ['index.html', ...without])
      for (const ending of ['.gz', '.br']) rmSync(join(release, 'site', `${path}${ending}`), { force: true });
    for (const path of without) rmSync(join(release, 'site', path));
  }

  /** Runs a shell script of a publisher's, with its places replaced; throws where it fails. */
  async runScript(text: (places: Placeholders) => string, argument: string): Promise<void> {
    const pid = readFileSync(join(this.#folder, 'etc/nginx.pid'), 'utf8').trim();
    const script = text({
      '/srv/atlas/': `${join(this.#folder, 'srv')}/`,
      'systemctl reload nginx': `kill -HUP ${pid}`,
    });
    const file = join(this.#folder, 'script.sh');
    writeFileSync(file, script);
    await promisify(execFile)('sh', [file, argument]);
  }

  /** What nginx complained of. */
  complaints(): string {
    const file = join(this.#folder, 'etc/error.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Of these, what is more than a path that was refused. */
  seriousComplaints(): string[] {
    return this.complaints()
      .split('\n')
      .filter((line) => /\[(crit|alert|emerg|warn)\]/u.test(line));
  }

  /** Puts a file into the published site, or takes it out again. */
  put(path: string, content: Buffer | null): void {
    const file = join(this.#folder, 'srv/site', path);
    mkdirSync(join(file, '..'), { recursive: true });
    if (content) writeFileSync(file, content);
    else rmSync(file);
  }

  /** Ends it and waits for that; nobody answers at its addresses any more. */
  async halt(): Promise<void> {
    process.removeListener('exit', this.#stopAtExit);
    this.#process.kill('SIGTERM');
    await this.#ended;
  }

  /** Ends it where it still runs, and removes its folders. */
  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (this.#process.exitCode !== null || this.#process.pid === undefined) break;
      const answered = await ask(this.root, '/', {}, 'HEAD').then(
        () => true,
        () => false,
      );
      if (answered) return;
      await wait(100);
    }
    throw new Error(`nginx does not answer. ${this.complaints()}`);
  }
}

/** Ports that are free now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done, failed) => {
          server.once('error', failed);
          server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** Writes a certificate for this computer alone, for a day, that nobody has signed. */
async function writeCertificate(certificate: string, key: string): Promise<void> {
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const files = ['-subj', '/CN=localhost', '-addext', names, '-keyout', key, '-out', certificate];
  await promisify(execFile)('openssl', ['req', ...kind, ...files]);
}
