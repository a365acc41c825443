import type { BaseLayers } from '../model/base-layers.ts';
import type { City } from '../model/dataset.ts';
import { MapDriver } from './driver.ts';
import { loadIconSprite } from './icon-sprite.ts';
import type { MapPicture } from './picture.ts';
import type { Wanted } from './wanted.ts';

/** Seconds in sight after which a map that does not settle is given up. */
const patience = 90;

/** How large pictures are: in CSS pixels, which type and marks are measured in, and how many pixels each has. */
export interface PictureSheet {
  width: number;
  height: number;
  pixelRatio: number;
}

/** A map out of sight that pictures are taken of, one after the other. It must be destroyed in the end. */
export class MapPictures {
  private readonly frame: HTMLElement;
  private readonly driver: MapDriver;
  private readonly sheet: PictureSheet;

  private constructor(base: BaseLayers, city: City, sheet: PictureSheet, wanted: Wanted) {
    this.sheet = sheet;
    this.frame = frameOutOfSight(sheet);
    try {
      this.driver = new MapDriver(this.frame, {
        base,
        city,
        wanted,
        still: sheet,
        events: deaf,
      });
    } catch (error) {
      this.frame.remove();
      throw error;
    }
  }

  /** Opens such a map. Throws where the browser cannot draw one. */
  static async open(base: BaseLayers, city: City, sheet: PictureSheet, wanted: Wanted): Promise<MapPictures> {
    await loadIconSprite();
    return new MapPictures(base, city, sheet, wanted);
  }

  /** A picture of the map in this state, taken once it has settled. Throws when it is stopped, or never settles. */
  async take(wanted: Wanted, signal: AbortSignal): Promise<MapPicture> {
    signal.throwIfAborted();
    this.driver.set(wanted);
    const nudge = () => this.driver.askForFrame();
    await withPatience(this.driver.settled(), signal, nudge);
    const picture = await withPatience(this.driver.picture(), signal, nudge);
    const { width, height, pixelRatio } = this.sheet;
    // The map silently draws coarser what its graphics memory does not hold.
    if (picture.canvas.width < Math.floor(width * pixelRatio))
      throw new Error(
        `The browser draws no picture of ${width * pixelRatio} × ${height * pixelRatio} pixels; choose a smaller one.`,
      );
    return picture;
  }

  destroy(): void {
    this.driver.destroy();
    this.frame.remove();
  }
}

/** A map that nobody touches tells of nothing. */
const deaf = {
  onItem() {},
  onGroup() {},
  onDistrict() {},
  onEmpty() {},
  onHover() {},
  onMoved() {},
  onMoveStart() {},
  onSettled() {},
  onBasemap() {},
};

function frameOutOfSight({ width, height }: PictureSheet): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'map-pictures';
  frame.inert = true;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, {
    position: 'fixed',
    top: '0',
    left: `${-width - 100}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(frame);
  return frame;
}

/**
 * Waits for the map, unless it is stopped or takes too long. Browsers draw nothing while a tab is out of sight: that time
 * does not count. `nudge` is called each second: a frame that got lost on the way must not stop everything.
 */
function withPatience<T>(result: Promise<T>, signal: AbortSignal, nudge: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let seconds = 0;
    const clock = setInterval(() => {
      if (!document.hidden) seconds += 1;
      nudge();
      if (seconds > patience)
        end(() => reject(new Error(`The map was not drawn within ${patience} seconds.`)));
    }, 1000);
    const stop = () => end(() => reject(signal.reason));
    const end = (settle: () => void) => {
      clearInterval(clock);
      signal.removeEventListener('abort', stop);
      settle();
    };
    signal.addEventListener('abort', stop);
    result.then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error)),
    );
  });
}
