import { canInstallPackages, installPackages } from '../debian.ts';
import type { Machine } from '../machine.ts';

/** A program that these tests run, the Debian packages that it comes in, and where it lies when it is not on the path. */
interface Tool {
  program: string;
  packages: readonly string[];
  /** Files that must be there beside the program. */
  files: readonly string[];
}

const modules = '/etc/nginx/modules-enabled';

/** nginx with the modules that hand out and make Brotli. */
export const nginx: Tool = {
  program: 'nginx',
  packages: ['nginx', 'libnginx-mod-http-brotli-static', 'libnginx-mod-http-brotli-filter'],
  files: [`${modules}/50-mod-http-brotli-static.conf`, `${modules}/50-mod-http-brotli-filter.conf`],
};

/** A load generator: https://github.com/wg/wrk */
export const wrk: Tool = { program: 'wrk', packages: ['wrk'], files: [] };

/** The command line of S3, which other stores understand as well. */
export const aws: Tool = { program: 'aws', packages: ['awscli'], files: [] };

/** Where Debian tells whether services may be started: https://manpages.debian.org/bookworm/init-system-helpers/invoke-rc.d.8 */
const startingPolicy = '/usr/sbin/policy-rc.d';

/** Finds a program or installs it; gives its path, or null after saying the remedy. */
export function prepareTool(machine: Machine, tool: Tool): string | null {
  const present = find(machine, tool);
  if (present) return present;
  if (canInstallPackages(machine)) {
    // The package would start a server of its own, open to all, with the next best configuration.
    if (machine.exists(startingPolicy) || machine.run('sh', ['-c', forbidStarting]).ok)
      installPackages(machine, tool.program, tool.packages);
    machine.run('sh', ['-c', allowStarting]);
  }
  const installed = find(machine, tool);
  if (!installed) {
    machine.say(
      `${tool.program}: NOTHING WAS TESTED. It must be installed (Debian, as root: apt-get install ${tool.packages.join(' ')}).`,
    );
  }
  return installed;
}

const mark = '# for the time of an installation';
const forbidStarting = `printf '#!/bin/sh\\n${mark}\\nexit 101\\n' > ${startingPolicy} && chmod +x ${startingPolicy}`;
const allowStarting = `if grep -q '^${mark}$' ${startingPolicy}; then rm ${startingPolicy}; fi`;

function find(machine: Machine, { program, files }: Tool): string | null {
  // Debian keeps servers in a folder that is not on everybody's path.
  const found = machine.run('sh', ['-c', `PATH="$PATH:/usr/sbin" command -v ${program}`]);
  return found.ok && files.every((file) => machine.exists(file)) ? found.output : null;
}
