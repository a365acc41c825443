declare module 'virtual:atlas/dataset' {
  const dataset: import('./model/dataset.ts').Dataset;
  export default dataset;
}
declare module 'virtual:atlas/base-layers' {
  const layers: import('./model/base-layers.ts').BaseLayers;
  export default layers;
}
declare module 'virtual:atlas/icons' {
  /** SVG path data on a 15 × 15 grid, by icon name. */
  const icons: Record<string, string>;
  export default icons;
}
declare module 'virtual:atlas/basis-notes' {
  const notes: import('./model/dataset.ts').BasisNotes;
  export default notes;
}
