/** Space kept free at each edge, in rem: it grows with the room, as type does. */
interface Edges {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The two ways the screen is laid out: panels beside the map, or a sheet below it. */
export type Layout = 'desk' | 'phone';

/**
 * What is kept free around the city when nothing but the map is open: the live map's camera and the still picture
 * before it take the same, so that one takes over from the other without a shift.
 */
export const firstFit: Record<Layout, Edges> = {
  desk: { top: 1.6, right: 1.6, bottom: 2.4, left: 3.6 },
  // The map's controls stand at the right.
  phone: { top: 1, right: 3.9, bottom: 1.6, left: 0.8 },
};

/** The height of the phone's sheet when the page opens, as a share of the screen's. */
export const firstSheet = 0.48;

/** The free room in CSS pixels for which marks are grouped and names placed: of a laptop and of a phone. */
export const referenceRooms: Record<Layout, { width: number; height: number }> = {
  desk: { width: 949, height: 784 },
  phone: { width: 315, height: 338 },
};
