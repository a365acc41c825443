import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import type { BasemapFailure, BasemapStatus, DetailedBasemap } from '../model/basemap.ts';
import type { Bounds } from '../model/dataset.ts';
import { failureOf, tileVerdict } from './basemap-health.ts';
import {
  type BasemapParts,
  basemapPrefix,
  districtGround,
  type LoadedBasemap,
  layersThatGiveWay,
  UnusableBasemap,
} from './basemap-parts.ts';
import { boxesMeet, loadBasemap, patience } from './basemap-source.ts';
import type { Looks } from './looks.ts';

/** What became of a basemap that was asked for. */
export interface BasemapEvents {
  onBasemap(basemap: DetailedBasemap, status: BasemapStatus): void;
}

/**
 * The detailed basemap under the city's outline, the districts' names and the items. It is put below the embedded base,
 * out of sight, while its first tiles load; only when they are there does the embedded base give way, and it comes back
 * as soon as the tiles fail.
 */
export class BasemapUnderlay {
  private readonly map: MapLibreMap;
  private readonly events: BasemapEvents;
  private readonly city: Bounds;
  /** The basemap that is wanted, as long as it has not failed. */
  private wanted: DetailedBasemap | null = null;
  /** The one that failed last: it is not tried again until it is chosen again. */
  private failed: DetailedBasemap | null = null;
  private loaded: LoadedBasemap | null = null;
  /** What of it is on the map. */
  private parts: BasemapParts | null = null;
  private looks: Looks;
  private inSight = false;
  /** Whether its tiles have not yet been judged since it was asked for. */
  private onTrial = false;
  private tiles = { loaded: 0, failed: 0 };
  private lastError: unknown = null;
  /** Messages about parts of a style that the map did not take, while they are handed to it. */
  private rejected: string[] | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `city` is the box of the city: a file that does not touch it is of no use here. */
  constructor(map: MapLibreMap, city: Bounds, looks: Looks, events: BasemapEvents) {
    this.map = map;
    this.city = city;
    this.looks = looks;
    this.events = events;
    map.on('sourcedata', (event: MapSourceDataEvent & { tile?: unknown }) => {
      if (!this.isOwn(event.sourceId) || !event.tile) return;
      this.tiles.loaded += 1;
      this.waitForNews();
    });
    map.on('movestart', () => this.waitForNews());
    map.on('moveend', () => {
      if (!this.inSight || !this.isTooFar()) return;
      this.setInSight(false);
      this.report({ kind: 'farther' });
    });
  }

  /** Whether the map is still waiting for a basemap: for its style or head, or for its first tiles. */
  get pending(): boolean {
    return this.wanted !== null && (this.loaded === null || this.onTrial);
  }

  /** Puts the wanted basemap on the map, or takes it off. The map's own style must be loaded. */
  show(wanted: DetailedBasemap | null, looks: Looks): void {
    this.looks = looks;
    if (wanted !== null && wanted === this.failed) return;
    if (wanted === this.wanted) {
      if (this.loaded && !this.parts) this.put(this.loaded);
      return;
    }
    this.takeOff();
    this.failed = null;
    this.wanted = wanted;
    if (wanted) void this.load(wanted);
  }

  /** The map has a new style. One that comes back after a lost context still holds the basemap: it is put on anew. */
  forget(): void {
    if (this.parts) this.clear(this.parts);
    this.parts = null;
    clearTimeout(this.timer);
  }

  /** The map goes, and with it all that was to come. */
  destroy(): void {
    this.wanted = null;
    this.parts = null;
    clearTimeout(this.timer);
  }

  /** Takes an error of the map that is the basemap's own affair; gives whether it was. */
  takesError(event: ErrorEvent & { sourceId?: string; tile?: unknown }): boolean {
    if (this.rejected) {
      this.rejected.push(event.error.message);
      return true;
    }
    if (!this.isOwn(event.sourceId)) return false;
    this.lastError = event.error;
    this.tiles.failed += 1;
    this.waitForNews();
    // Without its description a source has no tiles at all.
    const isHopeless = !event.tile || tileVerdict({ ...this.tiles, atRest: false }) === 'bad';
    // Not while the map is busy with the tile that failed.
    if (isHopeless) queueMicrotask(() => this.parts && this.fail(event.error));
    return true;
  }

  /** The map has come to rest: the time to judge. Gives whether there is more to wait for. */
  onIdle(): boolean {
    if (!this.parts) return this.pending;
    clearTimeout(this.timer);
    const changed = this.judge();
    this.tiles = { loaded: 0, failed: 0 };
    return changed || this.pending;
  }

  private isOwn(source: string | undefined): boolean {
    return Boolean(this.parts && source?.startsWith(basemapPrefix));
  }

  private async load(basemap: DetailedBasemap): Promise<void> {
    try {
      const loaded = await loadBasemap(basemap);
      if (this.wanted !== basemap) return;
      if (loaded.bounds && !boxesMeet(loaded.bounds, this.city)) {
        this.fail(new UnusableBasemap(`covers ${loaded.bounds.join(', ')} only`), 'elsewhere');
        return;
      }
      this.loaded = loaded;
      this.onTrial = true;
      // Between two styles there is nothing to put it on; it is put on when the next one is there.
      if (this.map.getLayer(districtGround)) this.put(loaded);
    } catch (error) {
      if (this.wanted === basemap) this.fail(error);
    }
  }

  private put(loaded: LoadedBasemap): void {
    const { map } = this;
    const parts = loaded.parts(this.looks);
    const [lowest] = map.getLayersOrder();
    this.parts = parts;
    this.onTrial = true;
    this.tiles = { loaded: 0, failed: 0 };
    const rejected: string[] = [];
    this.rejected = rejected;
    try {
      if (parts.glyphs) map.setGlyphs(parts.glyphs);
      for (const { id, url } of parts.sprites) map.addSprite(id, url);
      for (const [id, source] of Object.entries(parts.sources)) map.addSource(id, source);
      for (const layer of parts.layers) map.addLayer(layer, lowest);
    } catch (error) {
      this.fail(new UnusableBasemap(String(error), { cause: error }));
      return;
    } finally {
      this.rejected = null;
    }
    const taken = parts.layers.some(({ id }) => map.getLayer(id));
    if (!taken) {
      this.fail(new UnusableBasemap(rejected.join('; ') || 'the style has no layers'));
      return;
    }
    if (rejected.length > 0) console.warn(`Basemap: left out of its style: ${rejected.join('; ')}`);
    this.waitForNews();
    map.triggerRepaint();
  }

  /** Acts on how the tiles have fared, now that the map is at rest; gives whether that changed what is drawn. */
  private judge(): boolean {
    const { parts, loaded, onTrial } = this;
    if (!parts || !loaded) return false;
    const verdict = tileVerdict({ ...this.tiles, atRest: true });
    if (verdict === 'bad') {
      this.fail(this.lastError);
      return true;
    }
    this.onTrial = false;
    if (this.isTooFar()) {
      if (onTrial) this.report({ kind: 'farther' });
      return false;
    }
    // What is in sight was only moved, or holds nothing just here.
    if (this.inSight) return false;
    if (verdict === 'good' || Object.keys(parts.sources).length === 0) {
      this.setInSight(true);
      this.report({ kind: 'shown', credits: loaded.credits });
      return true;
    }
    if (onTrial) this.fail(new UnusableBasemap('no tiles for this part of the map'), 'elsewhere');
    return onTrial;
  }

  private isTooFar(): boolean {
    return this.parts !== null && this.map.getZoom() < this.parts.minzoom;
  }

  /** Lets the embedded base give way to the basemap, or brings it back. */
  private setInSight(inSight: boolean): void {
    const { map } = this;
    this.inSight = inSight;
    const layers = map.getLayersOrder().flatMap((id) => map.getLayer(id) ?? []);
    for (const id of layersThatGiveWay(layers)) {
      map.setLayoutProperty(id, 'visibility', inSight ? 'none' : 'visible');
    }
    if (map.getLayer(districtGround)) map.setPaintProperty(districtGround, 'fill-opacity', inSight ? 0 : 1);
  }

  private waitForNews(): void {
    clearTimeout(this.timer);
    if (!this.parts) return;
    this.timer = setTimeout(() => {
      const late = new Error(`no answer within ${patience / 1000} seconds`);
      this.fail(late, 'slow');
    }, patience);
  }

  private fail(error: unknown, known?: BasemapFailure): void {
    const { wanted } = this;
    this.takeOff();
    if (!wanted) return;
    // A file has no server that could refuse or be out of reach.
    const reason = known ?? (wanted.source.kind === 'file' ? 'unusable' : failureOf(error));
    this.failed = wanted;
    console.warn(`Basemap: ${error instanceof Error ? error.message : String(error)}`);
    this.events.onBasemap(wanted, { kind: 'failed', reason });
    this.map.triggerRepaint();
  }

  private report(status: BasemapStatus): void {
    if (this.wanted) this.events.onBasemap(this.wanted, status);
  }

  /** Takes the basemap off the map; the embedded base is back. */
  private takeOff(): void {
    clearTimeout(this.timer);
    if (this.parts) this.clear(this.parts);
    this.parts = null;
    this.wanted = null;
    this.loaded = null;
    this.onTrial = false;
  }

  /** Removes what a basemap brought into the map's style, and shows the embedded base. */
  private clear(parts: BasemapParts): void {
    const { map } = this;
    if (this.inSight) this.setInSight(false);
    for (const { id } of parts.layers) if (map.getLayer(id)) map.removeLayer(id);
    for (const id of Object.keys(parts.sources)) if (map.getSource(id)) map.removeSource(id);
    const sprites = new Set(map.getSprite().map(({ id }) => id));
    for (const { id } of parts.sprites) if (sprites.has(id)) map.removeSprite(id);
    if (parts.glyphs) map.setGlyphs(null);
  }
}
