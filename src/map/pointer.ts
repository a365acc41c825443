import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Mark } from '../drawing/mark-index.ts';
import type { LngLat } from '../model/dataset.ts';
import { clickableLayers } from './item-layers.ts';

/** What a person pointed at or clicked on the map. */
export interface PointerEvents {
  onItem(id: string): void;
  onGroup(members: string[], position: LngLat): void;
  onDistrict(id: string): void;
  onEmpty(): void;
  onHover(id: string | null): void;
}

/** Reads mouse and touch on the map: which item, group or district lies under them. */
export class MapPointer {
  private readonly map: MapLibreMap;
  private readonly events: PointerEvents;
  private readonly onMap: { marks(): readonly Mark[]; ready(): boolean };
  private item: string | null = null;
  private district: string | null = null;

  /** `onMap` tells what is drawn now, and whether the style can be asked at all. */
  constructor(
    map: MapLibreMap,
    onMap: { marks(): readonly Mark[]; ready(): boolean },
    events: PointerEvents,
  ) {
    this.map = map;
    this.onMap = onMap;
    this.events = events;
    map.on('click', (event) => this.click(event));
    map.on('mousemove', (event) => this.move(event));
    map.on('mouseout', () => this.point(null, null));
  }

  /** A new style knows nothing of what was lit in the old one. */
  forget(): void {
    this.district = null;
  }

  private click(event: MapMouseEvent): void {
    const { events } = this;
    const feature = this.featureAt(event);
    if (feature) {
      const key = String(feature.properties.key);
      const mark = this.markOf(key);
      if (mark && mark.members.length > 1) events.onGroup(mark.members, mark.position);
      else events.onItem(key);
      return;
    }
    const district = this.districtAt(event);
    if (district) events.onDistrict(district);
    else events.onEmpty();
  }

  private move(event: MapMouseEvent): void {
    if (this.map.isMoving()) return;
    const feature = this.featureAt(event);
    const key = feature ? String(feature.properties.key) : null;
    const mark = key ? this.markOf(key) : undefined;
    this.point(mark ? (mark.members[0] ?? null) : key, feature ? null : this.districtAt(event));
    this.map.getCanvas().style.cursor = feature ? 'pointer' : '';
  }

  private point(item: string | null, district: string | null): void {
    if (!this.onMap.ready()) return;
    if (item !== this.item) {
      this.item = item;
      this.events.onHover(item);
    }
    if (district === this.district) return;
    const setHover = (id: string | null, hover: boolean) => {
      if (id) this.map.setFeatureState({ source: 'boundaries', id }, { hover });
    };
    setHover(this.district, false);
    setHover(district, true);
    this.district = district;
  }

  private markOf(key: string): Mark | undefined {
    return this.onMap.marks().find((candidate) => candidate.key === key);
  }

  private featureAt({ point }: MapMouseEvent): MapGeoJSONFeature | undefined {
    if (!this.onMap.ready()) return undefined;
    // Each layer in turn: a mark wins over a line that runs under it.
    for (const layer of clickableLayers) {
      const [feature] = this.map.queryRenderedFeatures(point, { layers: [layer] });
      if (feature) return feature;
    }
    return undefined;
  }

  private districtAt({ point }: MapMouseEvent): string | null {
    if (!this.onMap.ready()) return null;
    const [feature] = this.map.queryRenderedFeatures(point, { layers: ['districts'] });
    return feature ? String(feature.properties.id) : null;
  }
}
