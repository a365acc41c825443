import { canInstallPackages, installPackages } from './debian.ts';
import type { Machine } from './machine.ts';

/**
 * Sees to it that Chinese can be drawn, saying what it did. False when it cannot: the journeys still run,
 * but their pictures show boxes.
 */
export function prepareFonts(machine: Machine): boolean {
  if (machine.platform !== 'linux') {
    machine.say('fonts: this system brings Chinese fonts of its own');
    return true;
  }
  const present = countChineseFonts(machine);
  if (present) {
    machine.say(`fonts: found ${present} Chinese faces`);
    return true;
  }
  machine.say(
    present === null ? 'fonts: cannot be looked for (no fc-list)' : 'fonts: no Chinese font on this computer',
  );
  if (
    canInstallPackages(machine) &&
    installPackages(machine, 'fonts', ['fontconfig', 'fonts-noto-cjk']) &&
    countChineseFonts(machine)
  ) {
    return true;
  }
  machine.say(
    'fonts: Chinese may be drawn as boxes. Install a Chinese font (Debian, as root: apt-get install fontconfig fonts-noto-cjk).',
  );
  return false;
}

/** How many faces can draw Chinese, or null when fontconfig is not there to be asked. */
function countChineseFonts(machine: Machine): number | null {
  const answer = machine.run('fc-list', [':lang=zh']);
  return answer.ok ? answer.output.split('\n').filter(Boolean).length : null;
}
