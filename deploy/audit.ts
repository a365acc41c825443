import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AuditReport, auditVerdict, type LockFile } from './audit-report.ts';

/**
 * `npm run audit`: asks the registry for known weaknesses of the packages in the lock file. Exits with 1 where one of
 * grade high or critical is in what the built app may hold. A registry that cannot answer, as a mirror or no network,
 * is said and does not fail the run: otherwise nobody could test offline.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const asked = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as LockFile;
const verdict = auditVerdict(reportOf(asked.stdout), lock);
if (verdict.kind === 'unavailable') {
  console.log(
    `NOT AVAILABLE HERE  audit of dependencies: ${verdict.why}. Nothing was checked; run it again where the registry answers audits.`,
  );
} else {
  for (const line of verdict.ofTools) console.log(`tools only  ${line}`);
  for (const line of verdict.serious) console.error(`SERIOUS  ${line}`);
  if (verdict.serious.length > 0) {
    console.error('    → npm audit tells which versions mend it; pin one of them in package.json');
    process.exitCode = 1;
  } else {
    console.log('ok  audit of dependencies: nothing of grade high or critical in what the app may hold');
  }
}

function reportOf(output: string | null): AuditReport {
  if (!output) return { message: 'npm gave no answer' };
  try {
    return JSON.parse(output) as AuditReport;
  } catch (error) {
    return { message: `npm’s answer cannot be read (${(error as Error).message})` };
  }
}
