/** What `npm audit --json` prints (npm's audit report, version 2), as far as it is read here. */
export interface AuditReport {
  vulnerabilities?: Record<string, { severity: string; nodes: string[]; range?: string }>;
  /** Or, where the registry gives no answer, why. */
  message?: string;
  error?: unknown;
}

/** The lock file, as far as it is read here: packages by the folder they are installed in; `''` is the project. */
export interface LockFile {
  packages: Record<
    string,
    { dependencies?: Record<string, string>; devDependencies?: Record<string, string>; version?: string }
  >;
}

/** What an audit comes to: whether it was to be had, what must be mended, and what concerns only the tools. */
export type AuditVerdict =
  | { kind: 'unavailable'; why: string }
  | { kind: 'done'; serious: string[]; ofTools: string[] };

const serious: ReadonlySet<string> = new Set(['high', 'critical']);
/** Development dependencies that are in the built app all the same. */
const bundled = /^@turf\//u;

/**
 * Judges an audit: known weaknesses of grade high or critical in packages that may be in the built app are serious;
 * the same in what only builds and tests is told apart. An answer that is no report counts as none.
 */
export function auditVerdict(report: AuditReport, lock: LockFile): AuditVerdict {
  const { vulnerabilities } = report;
  if (!vulnerabilities || report.error !== undefined) {
    return { kind: 'unavailable', why: report.message ?? 'the answer holds no report' };
  }
  const shipped = shippedFolders(lock);
  const found = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => serious.has(severity))
    .map(([name, { severity, nodes, range }]) => ({
      line: `${name}${range ? ` ${range}` : ''}: ${severity} (${nodes.join(', ')})`,
      // One whose place is not known may be anywhere.
      isShipped: nodes.length === 0 || nodes.some((folder) => shipped.has(folder)),
    }));
  const lines = (isShipped: boolean) =>
    found.filter((each) => each.isShipped === isShipped).map(({ line }) => line);
  return { kind: 'done', serious: lines(true), ofTools: lines(false) };
}

/** The folders of all packages that the built app may hold: what the project needs, and what those need in turn. */
function shippedFolders({ packages }: LockFile): Set<string> {
  const project = packages[''];
  const names = [
    ...Object.keys(project?.dependencies ?? {}),
    ...Object.keys(project?.devDependencies ?? {}).filter((name) => bundled.test(name)),
  ];
  const shipped = new Set<string>();
  const visit = (from: string, name: string) => {
    const folder = installedFor(packages, from, name);
    if (folder === null || shipped.has(folder)) return;
    shipped.add(folder);
    for (const needed of Object.keys(packages[folder]?.dependencies ?? {})) visit(folder, needed);
  };
  for (const name of names) visit('', name);
  return shipped;
}

/** Where a package in one folder finds another: in its own `node_modules`, or in those above. */
function installedFor(packages: LockFile['packages'], from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const folder = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (Object.hasOwn(packages, folder)) return folder;
    if (at === '') return null;
  }
}
