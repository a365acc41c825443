import { failure, type Machine } from './machine.ts';

const aptGet = '/usr/bin/apt-get';

/** Whether Debian packages can be installed here without asking anyone. */
export function canInstallPackages(machine: Machine): boolean {
  return machine.platform === 'linux' && machine.isRoot && machine.exists(aptGet);
}

/** Installs Debian packages, saying what it does; false when that failed. */
export function installPackages(machine: Machine, subject: string, packages: readonly string[]): boolean {
  const names = packages.join(' ');
  machine.say(`${subject}: installing ${names} with apt-get (this can take some minutes)`);
  // A fresh machine has no package lists, an old one has lists that name files long gone. When this fails,
  // the lists already there may still do.
  const update = machine.run(aptGet, ['update'], 5);
  if (!update.ok) machine.say(`${subject}: apt-get update failed: ${failure(update)}`);
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  const install = machine.run(aptGet, ['install', ...options, ...packages], 15);
  machine.say(
    `${subject}: ${install.ok ? `installed ${names}` : `installing ${names} failed: ${failure(install)}`}`,
  );
  return install.ok;
}
