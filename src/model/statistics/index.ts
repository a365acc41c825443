/** The statistics 统计: every number that the interface counts or ranks, one file for each. */
export { areaCounts, type DistrictShade, districtShades } from './area-counts.ts';
export {
  type HeadlineIndicator,
  headlineIndicators,
  type IndicatorStatement,
  type IndicatorValue,
} from './headline-indicators.ts';
export { type PromiseEntry, promiseBoard } from './promise-board.ts';
export { type RankedProject, rankedProjects } from './ranked-projects.ts';
export { progressBySection, type SectionProgress, sectionCounts } from './sections.ts';
export { type SectorDistrictMatrix, sectorDistrictMatrix } from './sector-district-matrix.ts';
export {
  type AreaSummary,
  compareAreas,
  type Summary,
  summarise,
  summariseArea,
} from './summary.ts';
