import { describe, expect, it } from 'vitest';
import { roomBeside, type StageBoxes, sameRoom } from './caption-room.ts';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const laptop: StageBoxes = {
  map: box(0, 0, 1440, 900),
  caption: box(24, 300, 540, 860),
  sheet: null,
  cover: false,
  phone: false,
  rem: 16,
};

describe('the room that a caption leaves to the map', () => {
  it('begins beside the caption as it really stands', () => {
    expect(roomBeside(laptop).left).toBeGreaterThan(540);
    const wider = roomBeside({ ...laptop, caption: box(24, 300, 640, 860) });
    expect(wider.left - roomBeside(laptop).left).toBe(100);
  });

  it('is measured from the map, wherever that begins', () => {
    const moved = { ...laptop, map: box(100, 0, 1540, 900), caption: box(124, 300, 640, 860) };
    expect(roomBeside(moved)).toEqual(roomBeside(laptop));
  });

  it('ends beside a sheet that is open', () => {
    expect(roomBeside({ ...laptop, sheet: box(1024, 16, 1424, 700) }).right).toBeGreaterThan(1440 - 1024);
  });

  it('lies above the caption on the phone', () => {
    const phone = { ...laptop, map: box(0, 0, 390, 844), caption: box(0, 460, 390, 844), phone: true };
    expect(roomBeside(phone).bottom).toBeGreaterThan(844 - 460);
    expect(roomBeside(phone).left).toBeLessThan(50);
    // Where the map itself ends above the caption, all of it is free.
    expect(roomBeside({ ...phone, map: box(0, 0, 390, 460) }).bottom).toBeLessThan(50);
  });

  it('is the right of the picture under a cover, however wide its title', () => {
    const cover = { ...laptop, cover: true };
    expect(roomBeside({ ...cover, caption: box(90, 200, 900, 700) })).toEqual(roomBeside(cover));
  });

  it('is the same only if every edge is', () => {
    const room = roomBeside(laptop);
    expect(sameRoom(room, { ...room })).toBe(true);
    expect(sameRoom(room, { ...room, top: room.top + 1 })).toBe(false);
    expect(sameRoom(null, room)).toBe(false);
  });
});
