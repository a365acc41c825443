/** How near points are put together, in all forms alike. */

/** Points nearer than this, in pixels of a map, stand for one. */
export const clusterRadius = 40;
/** Down to this zoom; nearer, every point stands for itself. */
export const nearestClusters = 13;
/** Units to the side of a tile. */
export const tileExtent = 4096;
/** Zooms that an archive has tiles of: from one from which the whole province is seen to that of every point. */
export const tileZooms: readonly number[] = Array.from(
  { length: nearestClusters + 2 - 5 },
  (_, index) => index + 5,
);
