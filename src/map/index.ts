export { MapDriver, type MapState } from './driver.ts';
export type { Padding, Wanted } from './wanted.ts';
