import { Map as MapLibreMap } from 'maplibre-gl';

/** Milliseconds after which a frame is drawn even though tiles are still to come. */
const patience = 250;

/**
 * A map that nobody watches: while its tiles load it waits for all of them, instead of drawing a frame for each. Drawn in
 * software that is most of the work of a picture.
 */
export class UnhurriedMap extends MapLibreMap {
  // Not set here: the map asks for its first frame before fields are.
  declare private delayed: ReturnType<typeof setTimeout> | undefined;

  override triggerRepaint(): void {
    if (this.style && this.areTilesLoaded()) {
      clearTimeout(this.delayed);
      this.delayed = undefined;
      super.triggerRepaint();
    } else {
      this.delayed ??= setTimeout(() => {
        this.delayed = undefined;
        super.triggerRepaint();
      }, patience);
    }
  }

  override remove(): void {
    clearTimeout(this.delayed);
    super.remove();
  }
}
