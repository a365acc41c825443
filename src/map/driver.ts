import {
  type GeoJSONSource,
  type MapGeoJSONFeature,
  Map as MapLibreMap,
  type MapMouseEvent,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { BaseLayers } from '../model/base-layers.ts';
import type { Bounds, City, Item, LngLat } from '../model/dataset.ts';
import { markSymbol, symbolKey } from '../model/symbols.ts';
import { nearestZoom } from '../model/view.ts';
import { extentFeatures, type Mark, MarkIndex, markFeatures, shapeFeatures } from './item-features.ts';
import { clickableLayers } from './item-layers.ts';
import { drawMarkImage, pinPrefix } from './mark-images.ts';
import { type ItemSource, mapStyle } from './style.ts';
import { type Change, cameraKey, changesBetween, sameStyle, type Wanted } from './wanted.ts';

setWorkerUrl(workerUrl);

/** Milliseconds of a camera move that a person can follow. */
const cameraDuration = 700;

/** What a person did on the map. */
export interface MapEvents {
  onItem(id: string): void;
  onGroup(members: string[], position: LngLat): void;
  onDistrict(id: string): void;
  onEmpty(): void;
  onHover(id: string | null): void;
  /** The person moved the camera; the bounds are those of the free part of the map. */
  onMoved(bounds: Bounds): void;
  onMoveStart(): void;
  onSettled(settled: boolean): void;
}

/** What the driver has on the map, for tests and for assistive technology: counts, not pixels. */
export interface MapState {
  districts: number;
  /** Marks drawn, a group counting as one. */
  marks: number;
  groups: number;
  /** Items that the marks stand for. */
  items: number;
  lines: number;
  areas: number;
  zoom: number;
}

/**
 * The one thing that touches the map. It takes the latest wanted state, compares it with what it applied last, and does
 * only what differs, in order; `settled()` tells when nothing is left to do.
 */
export class MapDriver {
  private readonly map: MapLibreMap;
  private readonly events: MapEvents;
  private readonly base: BaseLayers;
  private readonly city: City;
  private applied: Wanted | null = null;
  private wanted: Wanted | null = null;
  /** The wanted state for which the present style was made. */
  private styled: Wanted;
  private ready = false;
  private working = false;
  private waiting: (() => void)[] = [];
  private isSettled = false;
  private destroyed = false;

  private index: MarkIndex | null = null;
  private itemsById = new Map<string, Item>();
  private marks: Mark[] = [];
  private markLevel = Number.NaN;
  private litMark: string | null = null;
  private litItem: string | null = null;
  private selectedItem: string | null = null;
  private hoveredDistrict: string | null = null;
  private pointedItem: string | null = null;
  /** The camera key that the person's own move made: it is where the map already is. */
  private movedKey: string | null = null;
  private personMoves = false;
  /** The wheel was turned, and what it moves says no more about who moved it. */
  private wheeled = false;
  private readonly images = new Set<string>();

  /** Makes the map in a container. Throws where the browser cannot draw one. */
  constructor(
    container: HTMLElement,
    options: { base: BaseLayers; city: City; wanted: Wanted; events: MapEvents },
  ) {
    const { base, city, wanted, events } = options;
    this.base = base;
    this.city = city;
    this.events = events;
    this.wanted = wanted;
    this.styled = wanted;
    const [west, south, east, north] = city.window;
    const margin = 0.6;
    this.map = new MapLibreMap({
      container,
      style: mapStyle(base, city, wanted),
      bounds: wanted.camera.bounds,
      fitBoundsOptions: { padding: wanted.camera.padding, maxZoom: wanted.camera.maxZoom },
      maxBounds: [west - margin, south - margin, east + margin, north + margin],
      minZoom: 6.5,
      maxZoom: nearestZoom,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      // Keyboard and listbox are the interface's own; the canvas takes no focus.
      keyboard: false,
      fadeDuration: 150,
      maxCanvasSize: [8192, 8192],
    });
    this.map.touchZoomRotate.disableRotation();
    // The region and the listbox around it speak for the map; the canvas would be a second, empty region.
    const canvas = this.map.getCanvas();
    for (const attribute of ['role', 'aria-label', 'tabindex']) canvas.removeAttribute(attribute);
    canvas.setAttribute('aria-hidden', 'true');
    this.map.addControl(new ScaleControl({ maxWidth: 100 * wanted.scale, unit: 'metric' }), 'top-left');
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

  /** What is on the map now. */
  state(): MapState {
    const shapes = shapeFeatures(this.applied?.items ?? []).features;
    const isLine = (type: string) => type === 'LineString' || type === 'MultiLineString';
    return {
      districts: this.base.boundaries.features.length,
      marks: this.marks.length,
      groups: this.marks.filter((mark) => mark.members.length > 1).length,
      items: this.marks.reduce((sum, mark) => sum + mark.members.length, 0),
      lines: shapes.filter((feature) => isLine(feature.geometry.type)).length,
      areas: shapes.filter((feature) => !isLine(feature.geometry.type)).length,
      zoom: Number(this.map.getZoom().toFixed(2)),
    };
  }

  /** Where a position is in the container, in CSS pixels. */
  project(position: LngLat): { x: number; y: number } {
    return this.map.project(position);
  }

  /** One step nearer or farther; counts as the person's own move. */
  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { duration: this.duration(250) }, { byPerson: true });
  }

  /** Eases to a position one and a half steps nearer; counts as the person's own move. */
  approach(position: LngLat): void {
    this.map.easeTo(
      {
        center: position,
        zoom: Math.min(this.map.getZoom() + 1.5, nearestZoom),
        duration: this.duration(400),
      },
      { byPerson: true },
    );
  }

  /** Takes the map away and lets everyone who waits go on. */
  destroy(): void {
    this.destroyed = true;
    this.map.remove();
    this.release();
  }

  private listen(): void {
    const { map, events } = this;
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
    // A gesture names its event at its start, not always at its end: a drag may end over a panel, a wheel runs on.
    map.on('wheel', () => {
      this.wheeled = true;
    });
    for (const start of ['movestart', 'dragstart', 'zoomstart'] as const) {
      map.on(start, (event) => {
        if (!this.wheeled && !isByPerson(event)) return;
        this.personMoves = true;
        events.onMoveStart();
      });
    }
    map.on('move', () => this.regroup());
    map.on('moveend', () => {
      this.regroup();
      if (this.personMoves) this.reportMove();
      this.personMoves = false;
      this.wheeled = false;
    });
    map.on('resize', () => {
      // What was fitted is fitted anew; where a person went, the middle stays.
      if (this.applied && this.movedKey === null) this.fit(this.applied.camera, 0);
    });
    map.on('click', (event) => this.onClick(event));
    map.on('mousemove', (event) => this.onPointer(event));
    map.on('mouseout', () => this.point(null, null));
    map.on('styleimagemissing', (event) => this.addImage(event.id));
    map.on('error', (event) => {
      console.error('Map:', event.error?.message ?? event);
    });
  }

  private work(): void {
    if (!this.ready || this.working || this.destroyed || !this.wanted) return;
    const { wanted } = this;
    const changes = changesBetween(this.applied, wanted);
    if (changes.length === 0) return;
    this.unsettle();
    if (changes.includes('style') && !sameStyle(this.styled, wanted)) {
      // A new style forgets sources, images and feature states; `style.load` tells when they can be given again.
      this.styled = wanted;
      this.ready = false;
      this.map.setStyle(mapStyle(this.base, this.city, wanted), { diff: false });
      return;
    }
    this.working = true;
    // Panels that came or went have changed the room: the map must know before it fits anything into it.
    const { clientWidth, clientHeight } = this.map.getContainer();
    const canvas = this.map.getCanvas();
    if (canvas.clientWidth !== clientWidth || canvas.clientHeight !== clientHeight) this.map.resize();
    try {
      for (const change of changes) this.apply(change, wanted);
      if (changes.includes('selection') && !changes.includes('camera')) this.bringIntoSight(wanted);
    } finally {
      this.applied = wanted;
      this.working = false;
    }
    // A change always ends in an idle, even one that alters nothing visible.
    this.map.triggerRepaint();
  }

  private apply(change: Change, wanted: Wanted): void {
    const steps: Record<Change, () => void> = {
      style: () => this.forgetStyle(),
      items: () => this.applyItems(wanted),
      selection: () => this.applySelection(wanted),
      hover: () => this.applyHover(wanted),
      frame: () => this.applyFrame(wanted),
      camera: () => this.applyCamera(wanted),
    };
    steps[change]();
  }

  /** Nothing of what an earlier style was told holds in a new one. */
  private forgetStyle(): void {
    this.images.clear();
    this.litMark = null;
    this.litItem = null;
    this.selectedItem = null;
    this.hoveredDistrict = null;
  }

  private applyItems(wanted: Wanted): void {
    this.itemsById = new Map(wanted.items.map((item) => [item.id, item]));
    this.index = new MarkIndex(wanted.items, wanted.scale);
    this.setData('extents', extentFeatures(wanted.items));
    this.setData('shapes', shapeFeatures(wanted.items));
    this.markLevel = Number.NaN;
    this.regroup(wanted);
  }

  /** Groups anew when the zoom has crossed a level. */
  private regroup(wanted: Wanted | null = this.applied): void {
    if (!this.ready || !this.index || !wanted) return;
    const level = Math.floor(this.map.getZoom());
    if (level === this.markLevel) return;
    this.markLevel = level;
    this.marks = this.index.marksAt(level);
    const features = markFeatures(this.marks, this.itemsById, wanted.language);
    for (const feature of features.features) this.addImage(String(feature.properties?.image));
    this.setData('marks', features);
    this.lightMark(this.litItem);
  }

  private applySelection(wanted: Wanted): void {
    const item = wanted.selected ? this.itemsById.get(wanted.selected) : undefined;
    this.setItemState(this.selectedItem, 'selected', false);
    this.selectedItem = item?.id ?? null;
    this.setItemState(this.selectedItem, 'selected', true);
    const position = item?.place.label;
    const image = item ? pinPrefix + symbolKey(markSymbol(item)) : '';
    if (image) this.addImage(image);
    this.setData('selected', {
      type: 'FeatureCollection',
      features:
        item && position
          ? [
              {
                type: 'Feature',
                geometry: { type: 'Point', coordinates: position },
                properties: { key: item.id, image, name: wanted.language === 'zh' ? item.name : item.nameEn },
              },
            ]
          : [],
    });
  }

  private applyHover(wanted: Wanted): void {
    this.setItemState(this.litItem, 'hover', false);
    this.litItem = wanted.hovered && this.itemsById.has(wanted.hovered) ? wanted.hovered : null;
    this.setItemState(this.litItem, 'hover', true);
    this.lightMark(this.litItem);
  }

  private lightMark(item: string | null): void {
    const mark = item ? this.marks.find((candidate) => candidate.members.includes(item)) : undefined;
    const key = mark?.key ?? null;
    if (this.litMark && this.litMark !== key)
      this.map.setFeatureState({ source: 'marks', id: this.litMark }, { hover: false });
    if (key) this.map.setFeatureState({ source: 'marks', id: key }, { hover: true });
    this.litMark = key;
  }

  private setItemState(item: string | null, state: 'hover' | 'selected', on: boolean): void {
    if (!item) return;
    for (const source of ['shapes', 'extents', ...(state === 'selected' ? ['marks'] : [])])
      this.map.setFeatureState({ source, id: item }, { [state]: on });
  }

  private applyFrame(wanted: Wanted): void {
    const framed = wanted.framedDistricts;
    for (const { id } of this.city.districts) {
      this.map.setFeatureState(
        { source: 'boundaries', id },
        { quiet: framed.length > 0 && !framed.includes(id), framed: framed.includes(id) },
      );
    }
  }

  private applyCamera(wanted: Wanted): void {
    const { bounds } = wanted.camera;
    if (this.movedKey === cameraKey(wanted.camera)) return;
    this.movedKey = null;
    const first = this.applied === null;
    const resized = this.applied !== null && this.applied.camera.bounds === bounds;
    this.fit(wanted.camera, first || resized ? 0 : this.duration(cameraDuration));
  }

  private fit({ bounds, maxZoom, padding }: Wanted['camera'], duration: number): void {
    this.map.fitBounds(bounds, { padding: fitPadding(padding, this.map.getContainer()), maxZoom, duration });
  }

  /** Moves the map just so far that the selected mark does not lie under a panel or off the edge. */
  private bringIntoSight(wanted: Wanted): void {
    const position = this.itemsById.get(wanted.selected ?? '')?.place.label;
    if (!position) return;
    const { clientWidth, clientHeight } = this.map.getContainer();
    const { top, right, bottom, left } = fitPadding(wanted.covered, this.map.getContainer());
    const { x, y } = this.map.project(position);
    const across = x < left ? x - left : Math.max(0, x - (clientWidth - right));
    const down = y < top ? y - top : Math.max(0, y - (clientHeight - bottom));
    if (across !== 0 || down !== 0)
      this.map.panBy([across, down], { duration: this.duration(cameraDuration) });
  }

  private reportMove(): void {
    const { wanted } = this;
    if (!wanted) return;
    const bounds = this.freeBounds(wanted.camera.padding);
    this.movedKey = cameraKey({ ...wanted.camera, bounds, maxZoom: nearestZoom });
    this.events.onMoved(bounds);
  }

  /** The box that is in sight and not under a panel. */
  private freeBounds(padding: Wanted['camera']['padding']): Bounds {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const free = fitPadding(padding, this.map.getContainer());
    const southWest = this.map.unproject([free.left, clientHeight - free.bottom]);
    const northEast = this.map.unproject([clientWidth - free.right, free.top]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat].map((degrees) =>
      Number(degrees.toFixed(4)),
    ) as Bounds;
  }

  private onClick(event: MapMouseEvent): void {
    const { events } = this;
    const feature = this.featureAt(event);
    if (feature) {
      const key = String(feature.properties.key);
      const mark = this.marks.find((candidate) => candidate.key === key);
      if (mark && mark.members.length > 1) events.onGroup(mark.members, mark.position);
      else events.onItem(key);
      return;
    }
    const district = this.districtAt(event);
    if (district) events.onDistrict(district);
    else events.onEmpty();
  }

  private onPointer(event: MapMouseEvent): void {
    if (this.map.isMoving()) return;
    const feature = this.featureAt(event);
    const key = feature ? String(feature.properties.key) : null;
    const mark = this.marks.find((candidate) => candidate.key === key);
    const item = mark ? (mark.members[0] ?? null) : key;
    this.point(item, feature ? null : this.districtAt(event));
    this.map.getCanvas().style.cursor = feature ? 'pointer' : '';
  }

  private point(item: string | null, district: string | null): void {
    if (!this.ready) return;
    if (item !== this.pointedItem) {
      this.pointedItem = item;
      this.events.onHover(item);
    }
    if (district === this.hoveredDistrict) return;
    const setHover = (id: string | null, hover: boolean) => {
      if (id) this.map.setFeatureState({ source: 'boundaries', id }, { hover });
    };
    setHover(this.hoveredDistrict, false);
    setHover(district, true);
    this.hoveredDistrict = district;
  }

  private featureAt({ point }: MapMouseEvent): MapGeoJSONFeature | undefined {
    if (!this.ready) return undefined;
    // Each layer in turn: a mark wins over a line that runs under it.
    for (const layer of clickableLayers) {
      const [feature] = this.map.queryRenderedFeatures(point, { layers: [layer] });
      if (feature) return feature;
    }
    return undefined;
  }

  private districtAt({ point }: MapMouseEvent): string | null {
    if (!this.ready) return null;
    const [feature] = this.map.queryRenderedFeatures(point, { layers: ['districts'] });
    return feature ? String(feature.properties.id) : null;
  }

  private addImage(key: string): void {
    const settings = this.wanted;
    if (!settings || this.images.has(key) || this.map.hasImage(key)) return;
    const image = drawMarkImage(key, settings.tokens, settings.scale, this.map.getPixelRatio());
    if (!image) return;
    this.images.add(key);
    this.map.addImage(key, image.data, { pixelRatio: image.pixelRatio });
  }

  private setData(source: ItemSource, data: Parameters<GeoJSONSource['setData']>[0]): void {
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  private duration(milliseconds: number): number {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
  }

  private unsettle(): void {
    if (!this.isSettled) return;
    this.isSettled = false;
    this.events.onSettled(false);
  }

  private onIdle(): void {
    if (!this.ready || this.working || this.isSettled) return;
    if (this.wanted && changesBetween(this.applied, this.wanted).length > 0) return;
    this.isSettled = true;
    this.events.onSettled(true);
    this.release();
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** Panels may cover nearly all of a small map: padding is cut so that at least a third of it stays free. */
function fitPadding(padding: Wanted['camera']['padding'], { clientWidth, clientHeight }: HTMLElement) {
  const across = Math.min(1, (clientWidth * 0.66) / Math.max(1, padding.left + padding.right));
  const down = Math.min(1, (clientHeight * 0.66) / Math.max(1, padding.top + padding.bottom));
  return {
    left: padding.left * across,
    right: padding.right * across,
    top: padding.top * down,
    bottom: padding.bottom * down,
  };
}

/** Whether a camera event comes from a person: from a gesture, or from a control that says so. */
function isByPerson(event: unknown): boolean {
  const { originalEvent, byPerson } = event as { originalEvent?: unknown; byPerson?: boolean };
  return originalEvent !== undefined || byPerson === true;
}
