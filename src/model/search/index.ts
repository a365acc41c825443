/** The search 搜索: an index of a dataset, and hits for what someone types. */
export { excerpt } from './excerpt.ts';
export type { Match } from './matches.ts';
export type { SearchFieldId } from './ranks.ts';
export { type Hit, search } from './search.ts';
export { buildSearchIndex, type HitKind, type SearchIndex } from './search-index.ts';
