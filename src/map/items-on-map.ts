import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { type Mark, MarkIndex } from '../drawing/mark-index.ts';
import type { Item } from '../model/dataset.ts';
import { markSymbol, symbolKey } from '../model/symbols.ts';
import { hatchKeys } from './hatch.ts';
import { extentFeatures, groupPrefix, markFeatures, shapeFeatures } from './item-features.ts';
import { drawMapImage } from './map-images.ts';
import { pinPrefix } from './mark-images.ts';
import type { ItemSource } from './style.ts';
import type { Wanted } from './wanted.ts';

/** The ways in which an item is brought out: each is drawn in its own way. */
const emphases = ['hover', 'focus', 'selected'] as const;
type Emphasis = (typeof emphases)[number];

/** What counts of the items are drawn. */
export interface ItemCounts {
  /** Marks drawn, a group counting as one. */
  marks: number;
  groups: number;
  /** Items that the marks stand for. */
  items: number;
  lines: number;
  areas: number;
}

/** The items as they stand on the map: their marks, grouped by zoom, their lines and areas, and which are brought out. */
export class ItemsOnMap {
  private readonly map: MapLibreMap;
  private readonly imageRatio: number | undefined;
  private index: MarkIndex | null = null;
  private itemsById = new Map<string, Item>();
  private shapes: FeatureCollection = { type: 'FeatureCollection', features: [] };
  private marksNow: Mark[] = [];
  private level = Number.NaN;
  /** The pictures of groups that the marks show now, and all that the map holds. */
  private shownPictures: ReadonlySet<string> = new Set();
  private heldPictures = new Set<string>();
  private readonly emphasised: Record<Emphasis, string | null> = { hover: null, focus: null, selected: null };
  private readonly litMarks: Record<Emphasis, string | null> = { hover: null, focus: null, selected: null };

  /** The pictures of marks have so many pixels for each CSS pixel; as many as the map, where none is given. */
  constructor(map: MapLibreMap, imageRatio?: number) {
    this.map = map;
    this.imageRatio = imageRatio;
  }

  /** The marks as they are grouped now. */
  get marks(): readonly Mark[] {
    return this.marksNow;
  }

  /** An item on show, by its id. */
  item(id: string | null): Item | undefined {
    return id === null ? undefined : this.itemsById.get(id);
  }

  counts(): ItemCounts {
    const isLine = (type: string) => type === 'LineString' || type === 'MultiLineString';
    // A line may be drawn in several stretches.
    const items = new Map(
      this.shapes.features.map(({ properties, geometry }) => [properties?.key, isLine(geometry.type)]),
    );
    const lines = [...items.values()].filter(Boolean).length;
    return {
      marks: this.marksNow.length,
      groups: this.marksNow.filter((mark) => mark.members.length > 1).length,
      items: this.marksNow.reduce((sum, mark) => sum + mark.members.length, 0),
      lines,
      areas: items.size - lines,
    };
  }

  /** Begins anew on a new style: nothing of what an earlier one was told holds in it. */
  begin(wanted: Wanted): void {
    for (const key of hatchKeys) this.addImage(key, wanted);
    this.heldPictures.clear();
    for (const emphasis of emphases) {
      this.emphasised[emphasis] = null;
      this.litMarks[emphasis] = null;
    }
  }

  /** Puts other items on the map. */
  show(wanted: Wanted): void {
    this.itemsById = new Map(wanted.items.map((item) => [item.id, item]));
    this.index = new MarkIndex(wanted.items, wanted.scale);
    this.shapes = shapeFeatures(wanted.items);
    this.setData('extents', extentFeatures(wanted.items));
    this.setData('shapes', this.shapes);
    this.level = Number.NaN;
    this.regroup(wanted);
  }

  /** Groups the marks anew when the zoom has crossed a level. */
  regroup(wanted: Wanted): void {
    if (!this.index) return;
    const level = Math.floor(this.map.getZoom());
    if (level === this.level) return;
    this.level = level;
    this.marksNow = this.index.marksAt(level);
    const features = markFeatures(this.marksNow, this.itemsById, wanted.language);
    const images = new Set(features.features.map(({ properties }) => String(properties?.image)));
    for (const image of images) this.addImage(image, wanted);
    this.setData('marks', features);
    this.shownPictures = new Set([...images].filter((image) => image.startsWith(groupPrefix)));
    for (const image of this.shownPictures) this.heldPictures.add(image);
    for (const emphasis of emphases) this.lightMark(emphasis);
  }

  /**
   * Lets go of the pictures of groups that are not shown any more: there is one for each mixture of sectors, and no end
   * to them. Only to be called while the map is settled: a tile that still waits for its marks would be drawn anew from
   * the old ones.
   */
  dropPictures(): void {
    for (const image of this.heldPictures)
      if (!this.shownPictures.has(image) && this.map.hasImage(image)) this.map.removeImage(image);
    this.heldPictures = new Set(this.shownPictures);
  }

  /** Brings one item out in one of the three ways, and nothing else in that way any more. */
  emphasise(emphasis: Emphasis, item: string | null): void {
    const next = this.item(item)?.id ?? null;
    const set = (id: string | null, on: boolean) => {
      if (id === null) return;
      for (const source of ['shapes', 'extents'])
        this.map.setFeatureState({ source, id }, { [emphasis]: on });
    };
    set(this.emphasised[emphasis], false);
    set(next, true);
    this.emphasised[emphasis] = next;
    this.lightMark(emphasis);
  }

  /** Sets the pin of the selected item; none where it has no place or is not on show. */
  pin(wanted: Wanted): void {
    const item = this.item(wanted.selected);
    const position = item?.place.label;
    const image = item ? pinPrefix + symbolKey(markSymbol(item)) : '';
    if (image) this.addImage(image, wanted);
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

  /** Draws a picture for the map, once. */
  private addImage(key: string, wanted: Wanted): void {
    if (this.map.hasImage(key)) return;
    const pixelRatio = this.imageRatio ?? this.map.getPixelRatio();
    const data = drawMapImage(key, wanted, pixelRatio);
    if (data) this.map.addImage(key, data, { pixelRatio });
  }

  /** The mark that stands for an item is lit with it; a selected item's own mark gives way to its pin, a group's does not. */
  private lightMark(emphasis: Emphasis): void {
    const item = this.emphasised[emphasis];
    const mark = item ? this.marksNow.find((candidate) => candidate.members.includes(item)) : undefined;
    const key = mark && (emphasis !== 'selected' || mark.members.length === 1) ? mark.key : null;
    const before = this.litMarks[emphasis];
    if (before && before !== key)
      this.map.setFeatureState({ source: 'marks', id: before }, { [emphasis]: false });
    if (key) this.map.setFeatureState({ source: 'marks', id: key }, { [emphasis]: true });
    this.litMarks[emphasis] = key;
  }

  private setData(source: ItemSource, data: FeatureCollection): void {
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}
