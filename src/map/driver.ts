import { ScaleControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { BaseLayers } from '../model/base-layers.ts';
import type { Bounds, City, LngLat } from '../model/dataset.ts';
import { nearestZoom } from '../model/view.ts';
import { keepLettersLocal } from './basemap-parts.ts';
import { type BasemapEvents, BasemapUnderlay } from './basemap-underlay.ts';
import { type CameraEvents, MapCamera } from './camera.ts';
import { type ItemCounts, ItemsOnMap } from './items-on-map.ts';
import { sameLooks } from './looks.ts';
import { capture, type MapPicture } from './picture.ts';
import { MapPointer, type PointerEvents } from './pointer.ts';
import { mapStyle } from './style.ts';
import { UnhurriedMap } from './unhurried-map.ts';
import { type Change, changesBetween, type Wanted } from './wanted.ts';

setWorkerUrl(workerUrl);

/** A map for pictures is coarse until one is taken: it is drawn many times until it settles, and nobody sees that. */
const restingRatio = 0.5;

/** What a person did on the map, and whether it has drawn all that was wanted. */
interface MapEvents extends BasemapEvents, CameraEvents, PointerEvents {
  onSettled(settled: boolean): void;
}

export interface DriverOptions {
  base: BaseLayers;
  city: City;
  wanted: Wanted;
  events: MapEvents;
  still?: { pixelRatio: number };
}

/** What the driver has on the map, for tests and for assistive technology: counts, not pixels. */
export interface MapState extends ItemCounts {
  districts: number;
  zoom: number;
}

/**
 * The one thing that touches the map. It takes the latest wanted state, compares it with what it applied last, and does
 * only what differs, in order; `settled()` tells when nothing is left to do.
 */
export class MapDriver {
  private readonly map: UnhurriedMap;
  private readonly events: MapEvents;
  private readonly base: BaseLayers;
  private readonly city: City;
  private readonly camera: MapCamera;
  private readonly items: ItemsOnMap;
  private readonly pointer: MapPointer;
  private readonly underlay: BasemapUnderlay;
  private readonly pictureRatio: number | undefined;
  private scaleBar: ScaleControl | null = null;
  private applied: Wanted | null = null;
  private wanted: Wanted;
  /** The wanted state for which the present style was made. */
  private styled: Wanted;
  private ready = false;
  private working = false;
  private waiting: (() => void)[] = [];
  private isSettled = false;
  private destroyed = false;

  /**
   * Makes the map in a container. Throws where the browser cannot draw one. `still` makes one for pictures: it takes no
   * gestures, jumps and does not fade; pictures have so many pixels for each CSS pixel.
   */
  constructor(container: HTMLElement, options: DriverOptions) {
    const { base, city, wanted, events, still } = options;
    this.base = base;
    this.city = city;
    this.events = events;
    this.wanted = wanted;
    this.styled = wanted;
    this.pictureRatio = still?.pixelRatio;
    const [west, south, east, north] = city.window;
    const margin = 0.6;
    const limits: Bounds = [west - margin, south - margin, east + margin, north + margin];
    this.map = new UnhurriedMap({
      container,
      style: this.styleOf(wanted),
      bounds: wanted.camera.bounds,
      fitBoundsOptions: { padding: wanted.camera.padding, maxZoom: wanted.camera.maxZoom },
      maxBounds: limits,
      minZoom: 6.5,
      maxZoom: nearestZoom,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      transformRequest: keepLettersLocal,
      // Keyboard and listbox are the interface's own; the canvas takes no focus.
      keyboard: false,
      fadeDuration: still ? 0 : 150,
      interactive: !still,
      ...(still && { pixelRatio: restingRatio }),
      maxCanvasSize: [8192, 8192],
    });
    this.map.touchZoomRotate.disableRotation();
    // The region and the listbox around it speak for the map; the canvas would be a second, empty region.
    const canvas = this.map.getCanvas();
    for (const attribute of ['role', 'aria-label', 'tabindex']) canvas.removeAttribute(attribute);
    canvas.setAttribute('aria-hidden', 'true');
    this.items = new ItemsOnMap(this.map, still?.pixelRatio);
    this.camera = new MapCamera(this.map, wanted.camera, events, { limits, jumps: still !== undefined });
    const onMap = { marks: () => this.items.marks, ready: () => this.ready };
    this.pointer = new MapPointer(this.map, onMap, events);
    this.underlay = new BasemapUnderlay(this.map, city.bounds, wanted, events);
    this.listen();
  }

  /** Sets the state the map should be in. Cheap to call; only differences are applied. */
  set(wanted: Wanted): void {
    this.wanted = wanted;
    this.work();
  }

  /** Resolves once everything wanted is applied and the last frame of it is drawn. */
  settled(): Promise<void> {
    if (this.isSettled || this.destroyed) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Asks for one more frame, whatever is drawn already. */
  askForFrame(): void {
    if (!this.destroyed) this.map.triggerRepaint();
  }

  /** What is on the map now. */
  state(): MapState {
    return {
      districts: this.base.boundaries.features.length,
      ...this.items.counts(),
      zoom: Number(this.map.getZoom().toFixed(2)),
    };
  }

  /** What is drawn, copied; ask for it once the map has settled. */
  picture(): Promise<MapPicture> {
    return capture(this.map, this.pictureRatio ?? this.map.getPixelRatio());
  }

  /** Where a position is in the container, in CSS pixels. */
  project(position: LngLat): { x: number; y: number } {
    return this.map.project(position);
  }

  /** One step nearer or farther; counts as the person's own move. */
  zoomBy(steps: number): void {
    this.camera.zoomBy(steps);
  }

  /** Eases to a position one and a half steps nearer; counts as the person's own move. */
  approach(position: LngLat): void {
    this.camera.approach(position);
  }

  /** Takes the map away and lets everyone who waits go on. */
  destroy(): void {
    this.destroyed = true;
    this.underlay.destroy();
    this.map.remove();
    this.release();
  }

  private listen(): void {
    const { map } = this;
    // `load` waits for every source; the style alone is enough to begin, and to begin again after a new style.
    map.on('style.load', () => {
      this.ready = true;
      this.applied = null;
      this.work();
    });
    // The map forgets its style with the context; `style.load` comes again when it is restored.
    map.on('webglcontextlost', () => {
      this.ready = false;
      this.unsettle();
    });
    map.on('idle', () => this.onIdle());
    map.on('movestart', () => this.unsettle());
    for (const moved of ['move', 'moveend'] as const) {
      map.on(moved, () => {
        if (this.ready && this.applied) this.items.regroup(this.applied);
      });
    }
    map.on('error', (event) => {
      if (this.underlay.takesError(event)) return;
      console.error('Map:', event.error?.message ?? event);
    });
  }

  private work(): void {
    if (!this.ready || this.working || this.destroyed) return;
    const { wanted } = this;
    const changes = changesBetween(this.applied, wanted);
    if (changes.length === 0) return;
    this.unsettle();
    if (changes.includes('style') && !sameLooks(this.styled, wanted)) {
      // A new style forgets sources, images and feature states; `style.load` tells when they can be given again.
      this.styled = wanted;
      this.ready = false;
      void this.replaceStyle();
      return;
    }
    this.working = true;
    // Panels that came or went have changed the room: the map must know before it fits anything into it.
    const { clientWidth, clientHeight } = this.map.getContainer();
    const canvas = this.map.getCanvas();
    if (canvas.clientWidth !== clientWidth || canvas.clientHeight !== clientHeight) this.map.resize();
    try {
      for (const change of changes) this.apply(change, wanted);
      const position = this.items.item(wanted.selected)?.place.label;
      // A camera that moves for another reason is left to arrive; at the start it is there already.
      const first = this.applied === null;
      if (position && changes.includes('selection') && (first || !changes.includes('camera')))
        this.camera.bringIntoSight(position, wanted.covered, first ? 0 : undefined);
    } finally {
      this.applied = wanted;
      this.working = false;
    }
    // A camera that jumped while a new style was being told has crossed a level unheard.
    this.items.regroup(wanted);
    // A change always ends in an idle, even one that alters nothing visible.
    this.map.triggerRepaint();
  }

  /** Where the workers have not come yet, the sources of a style that goes would ask for one that never does. */
  private async replaceStyle(): Promise<void> {
    await this.map.style.dispatcher.waitForInitComplete();
    if (!this.destroyed) this.map.setStyle(this.styleOf(this.styled), { diff: false });
  }

  /** In a picture nothing is seen to change: it is as it will be, in one frame. */
  private styleOf(wanted: Wanted): StyleSpecification {
    const style = mapStyle(this.base, this.city, wanted);
    return this.pictureRatio === undefined ? style : { ...style, transition: { duration: 0, delay: 0 } };
  }

  private apply(change: Change, wanted: Wanted): void {
    const { items } = this;
    const steps: Record<Change, () => void> = {
      style: () => {
        items.begin(wanted);
        this.pointer.forget();
        this.underlay.forget();
        this.applyScaleBar(wanted);
      },
      basemap: () => this.underlay.show(wanted.basemap, wanted),
      items: () => items.show(wanted),
      selection: () => {
        items.emphasise('selected', wanted.selected);
        items.pin(wanted);
      },
      hover: () => items.emphasise('hover', wanted.hovered),
      focus: () => items.emphasise('focus', wanted.focused),
      frame: () => this.applyFrame(wanted),
      shades: () => this.applyShades(wanted),
      camera: () => this.camera.apply(wanted.camera, this.applied === null),
    };
    steps[change]();
  }

  /** The scale bar grows with the room. */
  private applyScaleBar({ scale }: Wanted): void {
    if (this.scaleBar) this.map.removeControl(this.scaleBar);
    this.scaleBar = new ScaleControl({ maxWidth: 100 * scale, unit: 'metric' });
    this.map.addControl(this.scaleBar, 'top-left');
  }

  private applyFrame({ framedDistricts }: Wanted): void {
    for (const { id } of this.city.districts) {
      const framed = framedDistricts.includes(id);
      this.map.setFeatureState(
        { source: 'boundaries', id },
        { quiet: framedDistricts.length > 0 && !framed, framed },
      );
    }
  }

  private applyShades({ shades }: Wanted): void {
    for (const { id } of this.city.districts)
      this.map.setFeatureState({ source: 'boundaries', id }, { shade: shades?.get(id) ?? 0 });
  }

  private unsettle(): void {
    if (!this.isSettled) return;
    this.isSettled = false;
    if (this.ready) this.items.dropPictures();
    this.events.onSettled(false);
  }

  private onIdle(): void {
    if (!this.ready || this.working) return;
    const waitsForBasemap = this.underlay.onIdle();
    if (waitsForBasemap || this.isSettled) return;
    if (changesBetween(this.applied, this.wanted).length > 0) return;
    this.isSettled = true;
    this.events.onSettled(true);
    this.release();
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
