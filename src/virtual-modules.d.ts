declare module 'virtual:atlas/dataset' {
  const dataset: import('./model/dataset.ts').Dataset;
  export default dataset;
}
declare module 'virtual:atlas/base-layers' {
  const layers: import('./model/base-layers.ts').BaseLayers;
  export default layers;
}
declare module 'virtual:atlas/icon-sprite' {
  const sprite: import('./drawing/icons.ts').IconSprite;
  export default sprite;
}
declare module 'virtual:atlas/deploy' {
  const deploy: import('./model/deploy.ts').BuiltAtlas;
  export default deploy;
}
declare module 'virtual:atlas/basis-notes' {
  const notes: import('./model/dataset.ts').BasisNotes;
  export default notes;
}
declare module 'virtual:atlas/licenses' {
  const licenses: import('./model/licenses.ts').Licenses;
  export default licenses;
}
