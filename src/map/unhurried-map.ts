import { Map as MapLibreMap } from 'maplibre-gl';

/** Milliseconds after which a frame is drawn even though something of it is still to come. */
const patience = 250;
/** The same until the first whole picture: the still picture stands before the map, and nobody sees it grow. */
const openingPatience = 2000;

/**
 * A map that draws a frame once all that it was told is there, instead of one for each source and tile: what changed
 * together is seen together, and where the map is drawn in software each frame less is most of the work. While the map moves
 * it waits for nothing.
 */
export class UnhurriedMap extends MapLibreMap {
  // Not set here: the map asks for its first frame before fields are.
  declare private delayed: ReturnType<typeof setTimeout> | undefined;
  /** Whether a style's first frame was drawn: it asks for the tiles, and nothing is to be waited for before it. */
  declare private begun: boolean | undefined;
  /** A canvas that has a new size is blank until it is drawn. */
  declare private blank: boolean | undefined;

  override triggerRepaint(): void {
    if (!this.begun || this.blank || this.isMoving() || this.hasAll()) {
      this.drawNow();
      return;
    }
    this.delayed ??= setTimeout(() => this.drawNow(), this._idleTriggered ? patience : openingPatience);
  }

  override resize(...given: Parameters<MapLibreMap['resize']>): this {
    this.blank = true;
    return super.resize(...given);
  }

  override setStyle(...given: Parameters<MapLibreMap['setStyle']>): this {
    this.begun = false;
    return super.setStyle(...given);
  }

  override _render(paintStartTimeStamp: number): this {
    this.blank = false;
    this.begun = this.style?._loaded === true;
    return super._render(paintStartTimeStamp);
  }

  override remove(): void {
    clearTimeout(this.delayed);
    super.remove();
  }

  private drawNow(): void {
    clearTimeout(this.delayed);
    this.delayed = undefined;
    super.triggerRepaint();
  }

  /** Whether all that the page itself gives the map is there; tiles from elsewhere take as long as they take. */
  private hasAll(): boolean {
    return Object.values(this.style?.tileManagers ?? {}).every((tiles) => {
      const source = tiles.getSource();
      return source.type !== 'geojson' || (source.loaded() && tiles.areTilesLoaded());
    });
  }
}
