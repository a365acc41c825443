import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { MapState, OpenItem } from '../atlas.ts';
import { lookOf } from '../picture-look.ts';
import type { Wanted } from './locate.ts';
import { Part, until } from './part.ts';

/** What a check has at hand: a new tab of a Firefox, and the atlas that it may open there. */
export class Visit {
  readonly page: Page;
  /** The address of the atlas, of a server or of the single file on the disk. */
  readonly home: string;
  /** The items as the site publishes them to everyone. */
  readonly items: readonly OpenItem[];
  /** A folder of this Firefox's own; its `downloads` are where files arrive. */
  readonly folder: string;

  constructor(page: Page, home: string, items: readonly OpenItem[], folder: string) {
    this.page = page;
    this.home = home;
    this.items = items;
    this.folder = folder;
  }

  /** Opens the atlas with these parameters, as `scene=overview.2`; on a disk they stand in the fragment. */
  async open(parameters = ''): Promise<void> {
    const mark = this.home.startsWith('file:') ? '#' : '?';
    await this.page.goto(parameters ? this.home + mark + parameters : this.home, {
      waitUntil: 'domcontentloaded',
    });
  }

  async openSettled(parameters = ''): Promise<void> {
    await this.open(parameters);
    await this.settled();
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  /** A part of the page by its role and name. */
  find(role: Wanted['role'], name?: string | RegExp): Part {
    return new Part(this.page, []).find(role, name);
  }

  /** A button of the bar at the top. */
  inBar(name: string): Part {
    return this.find('banner').find('button', name);
  }

  /** A filter's option; its name also tells how many items it would give. */
  option(label: string): Part {
    return this.find('checkbox', new RegExp(`^${label} \\d+$`));
  }

  /** The list's items, or the one of this name; its progress stands behind it. */
  rows(name?: string): Part {
    const row = new RegExp(`^${name} ?(已完成|推进中|计划|前期研究|现状)`);
    return this.find('list', '事项').find('button', name === undefined ? undefined : row);
  }

  /** Presses a key, or keys together as `Control+v`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const chord of keys) {
      const parts = chord.split('+') as Parameters<Page['keyboard']['press']>[0][];
      const last = parts.pop() as Parameters<Page['keyboard']['press']>[0];
      for (const part of parts) await this.page.keyboard.down(part);
      await this.page.keyboard.press(last);
      for (const part of parts.toReversed()) await this.page.keyboard.up(part);
    }
  }

  /** A parameter of the address; null when it is not there. */
  parameter(name: string): string | null {
    const { search, hash } = new URL(this.page.url());
    return new URLSearchParams(search || hash.slice(1)).get(name);
  }

  async addressHas(name: string, value: string | null): Promise<void> {
    await until(
      `the address has ${name}=${value}`,
      async () => this.parameter(name),
      (given) => given === value,
    );
  }

  /** What follows the atlas's path in the address. */
  address(): string {
    const { search, hash } = new URL(this.page.url());
    return search + hash;
  }

  /** What the map says it draws, once it has drawn all that it was asked to draw. */
  async settled(): Promise<MapState> {
    const ask = () =>
      this.page.evaluate(async () => {
        // What was just done reaches the map within a frame.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const map = document.querySelector<HTMLElement>('[data-map-state]');
        return map?.dataset.settled === 'true' ? (map.dataset.mapState ?? null) : null;
      });
    return JSON.parse((await until('the map settles', ask, Boolean, 120_000)) ?? 'null') as MapState;
  }

  /** Waits until the map is settled in just this state. */
  async mapIs(state: MapState): Promise<void> {
    await until(
      `the map is ${JSON.stringify(state)}`,
      () => this.settled(),
      (now) => JSON.stringify(now) === JSON.stringify(state),
    );
  }

  /** Waits until list, count and map show just these items. */
  async shows(items: readonly OpenItem[]): Promise<void> {
    const located = items.filter(({ geometry }) => geometry);
    const ofType = (type: string) => located.filter(({ geometry }) => geometry?.type.endsWith(type)).length;
    const [all, some] = [this.items.length, items.length];
    await this.rows().counts(some);
    await this.find('region', '筛选').says(all === some ? `共 ${all} 项` : `${some} / ${all} 项`);
    await until(
      `the map shows ${located.length} items`,
      () => this.settled(),
      (state) =>
        state.items === located.length &&
        state.lines === ofType('LineString') &&
        state.areas === ofType('Polygon'),
    );
  }

  /** Sees to it that there is a picture on the map's canvas, with nothing else of the page before it. */
  async mapIsDrawn(): Promise<void> {
    await this.page.evaluate(() => {
      const alone = new CSSStyleSheet();
      alone.replaceSync(
        '* { visibility: hidden !important; transition: none !important; } canvas { visibility: visible !important; }',
      );
      document.adoptedStyleSheets.push(alone);
    });
    const canvas = await this.page.$('[data-map-state] canvas');
    if (!canvas) throw new Error('The map has no canvas.');
    const { colours } = await lookOf(this.page, await canvas.screenshot());
    await this.page.evaluate(() => {
      document.adoptedStyleSheets.pop();
    });
    if (colours <= 50) throw new Error(`The map's canvas shows ${colours} colours: it is blank.`);
  }

  /** Sees to it that nothing can scroll the page as a whole: only its parts scroll. */
  async fitsTheWindow(): Promise<void> {
    const over = await this.page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    });
    expect(
      `the page fits its window: ${over.join(' and ')} pixels over`,
      over.every((pixels) => pixels <= 0),
    );
  }

  /** Sees to it that what has the focus, or its label, has an outline. */
  async focusIsVisible(): Promise<void> {
    const outlined = () =>
      this.page.evaluate(() => {
        const focused = document.activeElement;
        return [focused, focused?.closest('label, search')].some((element) => {
          if (!element || element === document.body) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
        });
      });
    await until('the focus is visible', outlined, Boolean);
  }

  /** Clicks what makes a file with this ending, and gives the file once it is whole. */
  async download(button: Part, ending: string): Promise<{ name: string; content: Buffer }> {
    const downloads = join(this.folder, 'downloads');
    const named = () => readdirSync(downloads).filter((name) => name.endsWith(ending));
    for (const name of named()) rmSync(join(downloads, name));
    await button.click();
    // Firefox writes beside the name, as `.part`, and moves that to the name at the end.
    let before = 0;
    const arrived = async () => {
      const [name = ''] = named();
      const size = name ? statSync(join(downloads, name)).size : 0;
      const isWhole = size > 0 && size === before;
      before = size;
      return isWhole ? name : '';
    };
    const name = await until(`a file ${ending} of ${button}`, arrived, Boolean, 240_000);
    return { name, content: readFileSync(join(downloads, name)) };
  }
}

/** Items of a district, by its code in the open data, and of a sector. */
export function itemsOf(
  items: readonly OpenItem[],
  { district, sector }: { district?: string; sector?: string },
): OpenItem[] {
  return items.filter(
    ({ properties }) =>
      (district === undefined || properties.districts.includes(district)) &&
      (sector === undefined || properties.sector === sector),
  );
}

/** Throws when something is not so, with what was wanted. */
export function expect(what: string, isSo: boolean): void {
  if (!isSo) throw new Error(what);
}
