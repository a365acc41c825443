import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds, LngLat } from '../model/dataset.ts';
import { nearestZoom } from '../model/view.ts';
import { around, sightOf } from './reach.ts';
import { cameraKey, type Padding, type WantedCamera } from './wanted.ts';

/** Milliseconds of a camera move that a person can follow. */
const moveDuration = 700;

/** About half the width of a pin's name, in CSS pixels. */
const nameHalf = 72;

/** What a person did with the camera. */
export interface CameraEvents {
  onMoveStart(): void;
  /** The person moved the camera; the bounds are those of the free part of the map. */
  onMoved(bounds: Bounds): void;
}

/** Moves the map's camera to what is wanted, and tells apart its own moves from a person's. */
export class MapCamera {
  private readonly map: MapLibreMap;
  private readonly events: CameraEvents;
  private wanted: WantedCamera;
  /** The camera key that the person's own move made: it is where the map already is. */
  private movedKey: string | null = null;
  private personMoves = false;
  /** The wheel was turned, and what it moves says no more about who moved it. */
  private wheeled = false;
  /** It jumps, whatever the person prefers: nobody sees it move. */
  private readonly jumps: boolean;
  /** The window that the map stays in. */
  private readonly limits: Bounds;

  constructor(
    map: MapLibreMap,
    wanted: WantedCamera,
    events: CameraEvents,
    { limits, jumps }: { limits: Bounds; jumps: boolean },
  ) {
    this.map = map;
    this.jumps = jumps;
    this.limits = limits;
    this.wanted = wanted;
    this.events = events;
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
    map.on('moveend', () => {
      if (this.personMoves) this.report();
      this.personMoves = false;
      this.wheeled = false;
    });
    map.on('resize', () => {
      // What was fitted is fitted anew; where a person went, the middle stays.
      if (this.movedKey === null) this.fit(0);
    });
  }

  /**
   * Moves to the wanted target: at once at the start and when only the room around it changed, else eased. A move that
   * is under way goes on to where the room now asks for it.
   */
  apply(wanted: WantedCamera, first: boolean): void {
    const resized = this.wanted.bounds === wanted.bounds && !this.map.isMoving();
    this.wanted = wanted;
    if (this.movedKey === cameraKey(wanted)) return;
    this.movedKey = null;
    this.fit(first || resized ? 0 : moveDuration);
  }

  /** Moves the map just so far that a position does not lie under a panel or off the edge. */
  bringIntoSight(position: LngLat, covered: Padding, duration = moveDuration): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const { top, right, bottom, left } = fitPadding(covered, this.map.getContainer());
    const { x, y } = this.map.project(position);
    // A pin's name stands to both sides of it.
    const room = Math.min(nameHalf, Math.max(0, (clientWidth - left - right) / 2));
    const west = x - (left + room);
    const across = west < 0 ? west : Math.max(0, x - (clientWidth - right - room));
    const down = y < top ? y - top : Math.max(0, y - (clientHeight - bottom));
    if (across !== 0 || down !== 0) this.map.panBy([across, down], { duration: this.eased(duration) });
  }

  /** One step nearer or farther; counts as the person's own move. */
  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { duration: this.eased(250) }, { byPerson: true });
  }

  /** Eases to a position one and a half steps nearer; counts as the person's own move. */
  approach(position: LngLat): void {
    const zoom = Math.min(this.map.getZoom() + 1.5, nearestZoom);
    this.map.easeTo({ center: position, zoom, duration: this.eased(400) }, { byPerson: true });
  }

  private fit(duration: number): void {
    const { bounds, maxZoom, padding: covered } = this.wanted;
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    // A sheet over the whole of a low window leaves none of the map: it is fitted when some is back.
    if (width === 0 || height === 0) return;
    const padding = fitPadding(covered, this.map.getContainer());
    // The map stays in its window, but for what lies under panels or beside a narrow one on a wide wall. What is in
    // sight now stays so until the move is over.
    const sight = sightOf({ bounds, maxZoom, padding, size: { width, height } });
    this.map.setMaxBounds(around(this.limits, sight, this.inSight()));
    this.map.fitBounds(bounds, { padding, maxZoom, duration: this.eased(duration) });
  }

  private inSight(): Bounds {
    const sight = this.map.getBounds();
    return [sight.getWest(), sight.getSouth(), sight.getEast(), sight.getNorth()];
  }

  /** A duration in milliseconds, or none where the person asked for reduced motion. */
  private eased(milliseconds: number): number {
    return this.jumps || window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
  }

  private report(): void {
    const bounds = this.freeBounds();
    this.movedKey = cameraKey({ ...this.wanted, bounds, maxZoom: nearestZoom });
    this.events.onMoved(bounds);
  }

  /** The box that is in sight and not under a panel. */
  private freeBounds(): Bounds {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const free = fitPadding(this.wanted.padding, this.map.getContainer());
    const southWest = this.map.unproject([free.left, clientHeight - free.bottom]);
    const northEast = this.map.unproject([clientWidth - free.right, free.top]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat].map((degrees) =>
      Number(degrees.toFixed(4)),
    ) as Bounds;
  }
}

/** Panels may cover nearly all of a small map: padding is cut so that at least a third of it stays free. */
function fitPadding(padding: Padding, room: { clientWidth: number; clientHeight: number }): Padding {
  const across = Math.min(1, (room.clientWidth * 0.66) / Math.max(1, padding.left + padding.right));
  const down = Math.min(1, (room.clientHeight * 0.66) / Math.max(1, padding.top + padding.bottom));
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
