import * as v from 'valibot';
import type { Deploy, ListedBasemap } from '../src/model/deploy.ts';
import { tiandituLayers, tiandituOrigins } from './tianditu.ts';

const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));
const id = v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens'));

const parsed = (value: string) => (URL.canParse(value) ? new URL(value) : null);

/** An address that a browser may be sent to: https, or http on this computer, for trying things out. */
const address = v.pipe(
  text,
  v.check((value) => {
    const url = parsed(value);
    const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
  }, 'must be an address that begins with https:// (http:// only for localhost)'),
);
const origin = v.pipe(
  address,
  v.check(
    (value) => parsed(value)?.origin === value && /^https?:\/\/[\w.-]+(:\d+)?$/u.test(value),
    'must be an origin alone, such as https://tiles.example.org: no path, no slash at the end, no *',
  ),
);

const common = { id, name: text, nameEn: text };
const styleSchema = v.strictObject({
  kind: v.literal('style'),
  ...common,
  url: address,
  attribution: text,
  origins: v.optional(v.array(origin, 'must be a list of origins'), []),
});
const tiandituSchema = v.strictObject({
  kind: v.literal('tianditu'),
  ...common,
  key: v.pipe(text, v.regex(/^[\w-]+$/u, 'must be the key as 天地图 gives it: letters and digits')),
  attribution: v.optional(text, '天地图 · 国家地理信息公共服务平台'),
});
const basemapSchema = v.variant(
  'kind',
  [styleSchema, tiandituSchema],
  'must be style (a MapLibre style) or tianditu (天地图)',
);
const deploySchema = v.strictObject({
  reviewNumber: v.pipe(v.string('must be text: "" as long as there is none'), v.trim()),
  basemaps: v.pipe(
    v.array(basemapSchema, 'must be a list: [] for none'),
    v.checkItems(
      ({ id: own }, index, all) => all.findIndex((other) => other.id === own) === index,
      'has an id that stands above already: give each basemap its own',
    ),
  ),
  embedOrigins: v.optional(v.array(origin, 'must be a list of origins: [] for its own alone'), []),
});

/** The deploy configuration as written. */
export type DeployConfig = v.InferOutput<typeof deploySchema>;
/** A basemap as it is listed there. */
export type BasemapEntry = DeployConfig['basemaps'][number];

/**
 * The deploy configuration from the text of its file. Throws an error that names the file, every field that is wrong,
 * and what to do about it.
 */
export function parseDeployConfig(source: string, file: string): DeployConfig {
  const result = v.safeParse(deploySchema, parseJson(source, file));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `    ${fieldOf(issue)} ${remedyOf(issue)}`);
  throw new Error(
    [`${file}: this deploy configuration cannot be used`, ...problems, '    → docs/DEPLOY.md'].join('\n'),
  );
}

function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new Error(`${file}: is not JSON: ${(error as Error).message}\n    → docs/DEPLOY.md`);
  }
}

/** `basemaps[0].url`, or the whole file. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return path.join('').replace(/^\./u, '') || 'the whole file';
}

/** The messages above; for a field that is missing or unknown, one that says so. */
function remedyOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema' || issue.type !== 'strict_object') {
    return issue.input === undefined ? `is missing: ${issue.message}` : issue.message;
  }
  if (issue.expected === 'never') return 'is not known: remove it, or mend its spelling';
  return issue.received === 'undefined' ? 'is missing' : 'must be an object { … }';
}

/** What the app is told of the configuration: the review number, and the basemaps ready to be drawn. */
export function deployOf(config: DeployConfig): Deploy {
  const { reviewNumber, basemaps, embedOrigins } = config;
  return { reviewNumber, basemaps: basemaps.map(listedBasemap), embedOrigins };
}

function listedBasemap(entry: BasemapEntry): ListedBasemap {
  const { name, nameEn, attribution } = entry;
  const source: ListedBasemap['source'] =
    entry.kind === 'tianditu'
      ? { kind: 'raster', layers: tiandituLayers(entry.key) }
      : { kind: 'style', url: entry.url };
  return { id: entry.id, name, nameEn, attribution, source };
}

/** The origins that a basemap may load from: the only foreign ones that the security policy lets through. */
export function originsOf(entry: BasemapEntry): string[] {
  return entry.kind === 'tianditu'
    ? [...tiandituOrigins]
    : [...new Set([new URL(entry.url).origin, ...entry.origins])];
}
