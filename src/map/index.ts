export { MapDriver, type MapState } from './driver.ts';
export { MapPictures, type PictureSheet } from './map-pictures.ts';
export type { MapPicture } from './picture.ts';
export type { Padding, Wanted } from './wanted.ts';
