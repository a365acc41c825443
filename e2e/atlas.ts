import { expect, type Locator, type Page } from '@playwright/test';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { ItemProperties } from '../src/model/open-data.ts';

const counts = ['districts', 'marks', 'lines', 'areas', 'items', 'groups', 'zoom'] as const;

/** What the map says it draws. */
export type MapState = Readonly<Record<(typeof counts)[number], number>>;

/** One item of the open data that the site serves: the other side of every comparison. */
export type OpenItem = FeatureCollection<Geometry | null, ItemProperties>['features'][number];

/** A box in degrees: west, south, east, north. */
type Box = readonly [number, number, number, number];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The app in a page: opening it, what it shows, and what its map shows. */
export class Atlas {
  readonly page: Page;
  readonly map: Locator;
  readonly canvas: Locator;
  /** The list of items; its buttons are the items, in order. */
  readonly list: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    // The map itself may be a region of the same name inside.
    this.map = page.getByRole('region', { name: /^(地图|Map)$/ }).first();
    this.canvas = this.map.locator('canvas').first();
    this.list = page.getByRole('list', { name: /^(事项|Items)$/ });
    this.rows = this.list.getByRole('button');
  }

  /** Opens the app; `query` is what follows its address, such as `?lang=en`. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`);
  }

  /** Opens the app and waits until its map is drawn. */
  async openSettled(query = ''): Promise<void> {
    await this.open(query);
    await this.settled();
  }

  /** Waits until the map has drawn all that it was asked to draw. */
  async settled(timeout = 45_000): Promise<void> {
    // What was just done reaches the map within a frame; a map that has not heard of it still calls itself settled.
    await this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
    await expect(this.map).toHaveAttribute('data-settled', 'true', { timeout });
  }

  /** The counts that the map's driver exposes. */
  async mapState(): Promise<MapState> {
    const state: unknown = JSON.parse((await this.map.getAttribute('data-map-state')) ?? 'null');
    expect(state, 'data-map-state').toEqual(
      expect.objectContaining(Object.fromEntries(counts.map((count) => [count, expect.any(Number)]))),
    );
    return state as MapState;
  }

  /** Waits until the map draws exactly the located ones of these items, as marks and as lines. */
  async mapShows(items: readonly OpenItem[]): Promise<void> {
    const located = items.filter(({ geometry }) => geometry);
    const ofType = (type: string) => located.filter(({ geometry }) => geometry?.type.endsWith(type)).length;
    const expected = { items: located.length, lines: ofType('LineString'), areas: ofType('Polygon') };
    await expect.poll(() => this.mapState()).toMatchObject(expected);
    await this.settled();
  }

  /** Waits until the map is settled in just this state. */
  async mapIs(state: MapState): Promise<void> {
    const settledState = async () => {
      await this.settled();
      return this.mapState();
    };
    await expect.poll(settledState).toEqual(state);
  }

  /** The zoom of the map, once settled. */
  async zoom(): Promise<number> {
    await this.settled();
    return (await this.mapState()).zoom;
  }

  /** An item in the list, by its whole name. */
  row(name: string): Locator {
    return this.list.getByRole('button', { name: new RegExp(`^${escaped(name)} `) });
  }

  /** A region by its name: a card, a detail, the stage. */
  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /**
   * A filter's option by its label. Its name also tells how many items it would give. A label that two facets have
   * (全市, 未定位, 十件实事) is told apart by its facet's name.
   */
  option(label: string, facet?: string): Locator {
    const within =
      facet === undefined ? this.page : this.page.getByRole('group', { name: facet, exact: true });
    return within.getByRole('checkbox', { name: new RegExp(`^${escaped(label)} \\d+$`) });
  }

  /** How many items an option promises. */
  async promised(label: string, facet?: string): Promise<number> {
    return lastNumber(await this.option(label, facet).getAttribute('aria-label'));
  }

  /** Asserts that count and list both say this number, out of this many. */
  async listShows(count: number, total: number): Promise<void> {
    const text = count === total ? `共 ${total} 项` : `${count} / ${total} 项`;
    await expect(this.page.getByText(text, { exact: true })).toBeVisible();
    await expect(this.rows).toHaveCount(count);
  }

  /** The items as the site serves them to everyone. */
  async items(): Promise<OpenItem[]> {
    const response = await this.page.request.get('./data/items.geojson');
    return ((await response.json()) as { features: OpenItem[] }).features;
  }

  /** The box around all districts, which the map is fitted to at first. */
  async cityBox(): Promise<Box> {
    const response = await this.page.request.get('./data/base/boundaries.geojson');
    const { features } = (await response.json()) as FeatureCollection;
    const positions = features.flatMap(({ geometry }) =>
      'coordinates' in geometry ? (geometry.coordinates.flat(Number.MAX_SAFE_INTEGER) as number[]) : [],
    );
    const lngs = positions.filter((_, index) => index % 2 === 0);
    const lats = positions.filter((_, index) => index % 2 === 1);
    return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
  }

  /** The middle of the map: where a single thing stands that the map was fitted to. */
  async mapCentre(): Promise<Point> {
    const { x, y, width, height } = await this.boxOf(this.canvas);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** About where a position is on the screen, when the map was fitted to this box with a margin around. */
  async positionOf([lng = 0, lat = 0]: Position, [west, south, east, north]: Box): Promise<Point> {
    const margin = 32;
    const { width, height } = await this.boxOf(this.canvas);
    const [top, bottom] = [mercator(north), mercator(south)];
    const scale = Math.min((width - 2 * margin) / (east - west), (height - 2 * margin) / (top - bottom));
    const centre = await this.mapCentre();
    return {
      x: centre.x + (lng - (west + east) / 2) * scale,
      y: centre.y + ((top + bottom) / 2 - mercator(lat)) * scale,
    };
  }

  /**
   * Moves the pointer in a widening spiral until it is over an item's mark, which the hand tells, or over
   * ground without one; and clicks there.
   */
  async clickMap(what: 'mark' | 'ground', around: Point): Promise<void> {
    await this.settled();
    for (let step = 0; step < 120; step += 1) {
      const radius = 4 * Math.sqrt(step);
      const [x, y] = [around.x + radius * Math.cos(step * 2.4), around.y + radius * Math.sin(step * 2.4)];
      await this.page.mouse.move(x, y);
      const hand = await this.canvas.evaluate((canvas) => getComputedStyle(canvas).cursor === 'pointer');
      if (hand === (what === 'mark')) {
        await this.page.mouse.click(x, y);
        return;
      }
    }
    throw new Error(`There is no ${what} near ${around.x}, ${around.y}.`);
  }

  /** Drags the map with the mouse by so many pixels. */
  async drag(right: number, down: number): Promise<void> {
    const { x, y } = await this.mapCentre();
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + right / 2, y + down / 2, { steps: 4 });
    await this.page.mouse.move(x + right, y + down, { steps: 4 });
    await this.page.mouse.up();
    // No hand stops dead; and over a panel the map only learns by the next move that the button was let go.
    await this.page.mouse.move(x + right + 2, y + down + 2);
  }

  /** What follows the app's path in the address: `?…`, or nothing. */
  address(): string {
    const { search, hash } = new URL(this.page.url());
    return search + hash;
  }

  /** Waits until a parameter of the address is as expected; `null` when it is not there. */
  async addressHas(parameter: string, value: string | RegExp | null): Promise<void> {
    const read = () => new URL(this.page.url()).searchParams.get(parameter);
    if (value instanceof RegExp) await expect.poll(read, `address: ${parameter}`).toMatch(value);
    else await expect.poll(read, `address: ${parameter}`).toBe(value);
  }

  /** Asserts that one sees where the focus is: an outline on what has it, or on the label or search around it. */
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
    await expect.poll(outlined, 'the focus is visible').toBe(true);
  }

  /** Asserts that the map's canvas has a living WebGL context and a picture on it. */
  async canvasIsAlive(): Promise<void> {
    const isLost = await this.canvas.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return true;
      return (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))?.isContextLost() ?? true;
    });
    expect(isLost, 'the WebGL context is lost or missing').toBe(false);
    expect(await this.canvasColours(), 'distinct colours on the canvas').toBeGreaterThan(50);
  }

  /** Hides everything but the map's canvas; `document.adoptedStyleSheets.pop()` brings the rest back. */
  async showCanvasAlone(): Promise<void> {
    // A style element, as a screenshot's own `style` makes one, is against the app's content security policy.
    await this.page.evaluate(() => {
      const alone = new CSSStyleSheet();
      alone.replaceSync(`
        * { visibility: hidden !important; transition: none !important; }
        canvas { visibility: visible !important; }`);
      document.adoptedStyleSheets.push(alone);
    });
  }

  /** How many different colours the canvas shows, with nothing else of the page in the picture. */
  private async canvasColours(): Promise<number> {
    const clip = await this.boxOf(this.canvas);
    await this.showCanvasAlone();
    const picture = await this.page.screenshot({ clip });
    await this.page.evaluate(() => {
      document.adoptedStyleSheets.pop();
    });
    // The browser decodes its own picture, and from bytes: the app's content security policy may forbid
    // addresses that hold data.
    return this.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!drawing) throw new Error('The browser offers no 2D canvas.');
      drawing.drawImage(image, 0, 0);
      const pixels = drawing.getImageData(0, 0, image.width, image.height).data;
      return new Set(new Uint32Array(pixels.buffer)).size;
    }, picture.toString('base64'));
  }

  /** Where something visible is on the screen, in CSS pixels. */
  async boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`Not visible: ${locator}`);
    return box;
  }
}

/** The number at the end of an accessible name. */
export function lastNumber(name: string | null): number {
  return Number(name?.match(/\d+$/)?.[0] ?? Number.NaN);
}

/** A text as a regular expression that matches just it. */
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A latitude on the axis on which web maps are drawn, in degrees of longitude. */
function mercator(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}
