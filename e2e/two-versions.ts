import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { keptFiles, serviceWorker, serviceWorkerName } from '../deploy/service-worker.ts';
import { singleFileName } from '../deploy/single-file.ts';
import { serve } from './serve.ts';

/** A copy of the built site on a server of its own, which can be given a newer version, and be taken from the network. */
export class ChangingSite {
  readonly folder: string;
  readonly address: string;
  private readonly server: Server;

  private constructor(folder: string, address: string, server: Server) {
    this.folder = folder;
    this.address = address;
    this.server = server;
  }

  static async start(): Promise<ChangingSite> {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-site-'));
    cpSync(resolve(process.env.ATLAS_DIST ?? 'dist'), folder, { recursive: true });
    const { server, address } = await serve(folder);
    return new ChangingSite(folder, address, server);
  }

  /** The name of the script that the page begins with. */
  entry(): string {
    const html = readFileSync(join(this.folder, 'index.html'), 'utf8');
    const name = /<script type="module"[^>]*src="\.\/assets\/([^"]+)"/u.exec(html)?.[1];
    if (!name) throw new Error('The built page has no script to begin with.');
    return name;
  }

  /** Puts a newer version in the place of this one: another name for the first script and every style sheet that is loaded on use. */
  publishNewer(): void {
    const assets = join(this.folder, 'assets');
    const renamed = readdirSync(assets).filter(
      (name) => name === this.entry() || /^(Reader|Statistics)-.*\.js$/u.test(name),
    );
    const newName = (name: string) => name.replace(/\.js$/u, '-newer.js');
    for (const name of renamed) renameSync(join(assets, name), join(assets, newName(name)));
    const texts = [join(this.folder, 'index.html'), ...readdirSync(assets).map((name) => join(assets, name))];
    for (const file of texts.filter((name) => /\.(html|js)$/u.test(name))) {
      const text = readFileSync(file, 'utf8');
      const changed = renamed.reduce((result, name) => result.replaceAll(name, newName(name)), text);
      if (changed !== text) writeFileSync(file, changed);
    }
    const worker = serviceWorker(keptFiles(this.folder, [singleFileName()]));
    writeFileSync(join(this.folder, serviceWorkerName), worker);
  }

  /** The server is gone, with every connection. */
  cutOff(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  stop(): void {
    this.cutOff();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
