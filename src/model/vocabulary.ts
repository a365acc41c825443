/**
 * The controlled vocabularies: every id that data, URL, interface and exports share, each defined once
 * with its Chinese and English name. A new subsector, kind or tag is added here and nowhere else; a sector needs its
 * hues too, in `src/drawing/tokens.ts`.
 */

/** A term in both interface languages. */
export interface Term {
  zh: string;
  en: string;
}

/** A subsector: its names and the icon that stands for it (a name from Mapbox Maki). */
export interface Subsector extends Term {
  icon: string;
}

/** A sector: its names and its second level, in the order in which lists show them. */
export interface Sector extends Term {
  subsectors: Record<string, Subsector>;
}

/** The eight sectors 领域; eight, because eight hues are what a map can carry. */
export const sectors = {
  industry: {
    zh: '产业',
    en: 'Industry',
    subsectors: {
      manufacturing: { zh: '制造', en: 'Manufacturing', icon: 'industry' },
      parks: { zh: '园区', en: 'Industrial parks', icon: 'warehouse' },
      trade: { zh: '商贸', en: 'Trade', icon: 'shop' },
      finance: { zh: '金融', en: 'Finance', icon: 'bank' },
      'business-services': { zh: '企业服务', en: 'Business services', icon: 'suitcase' },
      economy: { zh: '综合经济', en: 'Overall economy', icon: 'globe' },
    },
  },
  innovation: {
    zh: '创新',
    en: 'Innovation',
    subsectors: {
      science: { zh: '科技', en: 'Science and technology', icon: 'observation-tower' },
      talent: { zh: '人才', en: 'Talent', icon: 'lodging' },
      digital: { zh: '数字与智慧城市', en: 'Digital and smart city', icon: 'communications-tower' },
    },
  },
  transport: {
    zh: '交通',
    en: 'Transport',
    subsectors: {
      rail: { zh: '铁路', en: 'Rail', icon: 'rail' },
      road: { zh: '公路与桥梁', en: 'Roads and bridges', icon: 'bridge' },
      metro: { zh: '轨道交通', en: 'Urban rail', icon: 'rail-metro' },
      port: { zh: '港口航道', en: 'Ports and waterways', icon: 'harbor' },
      air: { zh: '航空', en: 'Aviation', icon: 'airport' },
      'bus-parking': { zh: '公交停车', en: 'Buses and parking', icon: 'bus' },
    },
  },
  utilities: {
    zh: '水利与公用',
    en: 'Water and utilities',
    subsectors: {
      'flood-control': { zh: '水利', en: 'Flood control and river works', icon: 'dam' },
      'water-supply': { zh: '供水', en: 'Water supply', icon: 'drinking-water' },
      sewage: { zh: '污水', en: 'Wastewater', icon: 'water' },
      power: { zh: '电力', en: 'Power', icon: 'charging-station' },
      gas: { zh: '燃气', en: 'Gas', icon: 'fuel' },
      waste: { zh: '固废', en: 'Solid waste', icon: 'waste-basket' },
    },
  },
  renewal: {
    zh: '城乡建设',
    en: 'Urban and rural building',
    subsectors: {
      'urban-renewal': { zh: '城市更新', en: 'Urban renewal', icon: 'city' },
      streets: { zh: '街巷道路', en: 'Streets and lanes', icon: 'home' },
      rural: { zh: '乡村', en: 'Villages', icon: 'village' },
      agriculture: { zh: '农业', en: 'Agriculture', icon: 'farm' },
      housing: { zh: '住房', en: 'Housing', icon: 'residential-community' },
      planning: { zh: '规划与土地', en: 'Planning and land', icon: 'landuse' },
    },
  },
  environment: {
    zh: '生态环境',
    en: 'Environment',
    subsectors: {
      yangtze: { zh: '长江保护', en: 'Yangtze protection', icon: 'wetland' },
      'air-water-soil': { zh: '大气水土', en: 'Air, water and soil', icon: 'natural' },
      greening: { zh: '绿化', en: 'Greening', icon: 'park' },
      'mine-restoration': { zh: '矿山修复', en: 'Mine restoration', icon: 'mountain' },
    },
  },
  culture: {
    zh: '文旅体育',
    en: 'Culture, tourism and sport',
    subsectors: {
      tourism: { zh: '旅游', en: 'Tourism', icon: 'attraction' },
      heritage: { zh: '文化', en: 'Culture', icon: 'museum' },
      sport: { zh: '体育', en: 'Sport', icon: 'pitch' },
      events: { zh: '会展节庆', en: 'Events and festivals', icon: 'music' },
    },
  },
  livelihood: {
    zh: '民生与治理',
    en: 'Livelihood and governance',
    subsectors: {
      education: { zh: '教育', en: 'Education', icon: 'school' },
      health: { zh: '医疗健康', en: 'Health', icon: 'hospital' },
      welfare: { zh: '养老社保', en: 'Elderly care and social security', icon: 'wheelchair' },
      employment: { zh: '就业', en: 'Employment', icon: 'commercial' },
      safety: { zh: '安全与治理', en: 'Safety and governance', icon: 'police' },
      'public-services': { zh: '政务', en: 'Public services', icon: 'town-hall' },
    },
  },
} as const satisfies Record<string, Sector>;

export type SectorId = keyof typeof sectors;

/** What class of thing an item is 类别. */
export const kinds = {
  project: { zh: '项目', en: 'Project' },
  park: { zh: '园区', en: 'Park' },
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  institution: { zh: '机构', en: 'Institution' },
  site: { zh: '场所', en: 'Site' },
  event: { zh: '活动', en: 'Event' },
  honour: { zh: '荣誉与试点', en: 'Honour or pilot' },
  programme: { zh: '行动计划', en: 'Programme' },
  indicator: { zh: '指标', en: 'Indicator' },
} as const satisfies Record<string, Term>;

export type KindId = keyof typeof kinds;

/** How far along a mention says the item is 进展, from done to standing. */
export const progresses = {
  completed: { zh: '已完成', en: 'Completed' },
  'under-way': { zh: '推进中', en: 'Under way' },
  planned: { zh: '计划', en: 'Planned' },
  study: { zh: '前期研究', en: 'Preliminary study' },
  standing: { zh: '现状', en: 'Standing' },
} as const satisfies Record<string, Term>;

export type ProgressId = keyof typeof progresses;

/** How precisely an item's place is known 定位精度, from finest to none. */
export const precisions = {
  site: { zh: '地块', en: 'Site' },
  street: { zh: '街道级', en: 'Street' },
  town: { zh: '乡镇级', en: 'Town' },
  zone: { zh: '园区级', en: 'Zone' },
  district: { zh: '区县级', en: 'District' },
  city: { zh: '全市', en: 'City-wide' },
  unknown: { zh: '未定位', en: 'Not located' },
} as const satisfies Record<string, Term>;

export type PrecisionId = keyof typeof precisions;

/** Precisions that carry a geometry; the others carry none. */
export const locatedPrecisions: readonly PrecisionId[] = ['site', 'street', 'town', 'zone'];

/** How a place came to be known. */
export const basisMethods = {
  'control-point': { zh: '控制点', en: 'Control point' },
  gazetteer: { zh: '地名库', en: 'Gazetteer' },
  'public-source': { zh: '公开资料', en: 'Public source' },
  report: { zh: '报告原文', en: 'Report text' },
  'own-knowledge': { zh: '编者常识', en: 'Own knowledge' },
} as const satisfies Record<string, Term>;

export type BasisMethodId = keyof typeof basisMethods;

/** Tags 标签: they cut across sectors. */
export const tags = {
  'new-energy': { zh: '新能源', en: 'New energy' },
  'new-materials': { zh: '新材料', en: 'New materials' },
  aerospace: { zh: '航空航天', en: 'Aerospace' },
  automotive: { zh: '汽车', en: 'Automotive' },
  biomedicine: { zh: '生物医药', en: 'Biomedicine' },
  marine: { zh: '海工船舶', en: 'Marine and shipbuilding' },
  electronics: { zh: '电子', en: 'Electronics' },
  '5g': { zh: '5G', en: '5G' },
  'grand-canal': { zh: '大运河', en: 'Grand Canal' },
  'yangtze-protection': { zh: '长江大保护', en: 'Yangtze protection' },
  'yangtze-delta': { zh: '长三角', en: 'Yangtze Delta' },
  'ning-zhen-yang': { zh: '宁镇扬', en: 'Ning–Zhen–Yang' },
  'foreign-investment': { zh: '外资', en: 'Foreign investment' },
  'smart-city': { zh: '智慧城市', en: 'Smart city' },
  'ten-promises': { zh: '十件实事', en: 'Ten livelihood promises' },
} as const satisfies Record<string, Term>;

export type TagId = keyof typeof tags;

/** What a figure measures, where that decides how it may be used: only stated project totals are ranked or summed. */
export const measures = {
  'investment-total': { zh: '总投资', en: 'Total investment' },
} as const satisfies Record<string, Term>;

export type MeasureId = keyof typeof measures;

/** Whether the report states the total investment of what has one 投资. */
export const investmentDisclosures = {
  stated: { zh: '已写明', en: 'Stated' },
  undisclosed: { zh: '未披露', en: 'Undisclosed' },
} as const satisfies Record<string, Term>;

export type InvestmentDisclosureId = keyof typeof investmentDisclosures;

/** Where an item belongs: in named districts, in the urban area 市区, in the whole city 全市, or nowhere that is known. */
export type ScopeId = 'districts' | 'urban' | 'city' | 'unknown';
