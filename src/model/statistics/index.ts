/** The statistics 统计: every number that the interface counts or ranks, one file for each. */
export { areaCounts, type DistrictShade, districtShades } from './area-counts.ts';
export { headlineIndicators, type IndicatorStatement } from './headline-indicators.ts';
export { promiseBoard } from './promise-board.ts';
export { rankedProjects } from './ranked-projects.ts';
export { progressBySection, type SectionProgress, sectionCounts } from './sections.ts';
export { sectorDistrictMatrix } from './sector-district-matrix.ts';
export { type AreaSummary, compareAreas, summarise, summariseArea } from './summary.ts';
