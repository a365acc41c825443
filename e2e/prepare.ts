import { prepareBrowser } from './browser.ts';
import { prepareFonts } from './fonts.ts';
import { thisMachine } from './machine.ts';

/**
 * `npm run test:prepare`: finds or installs what the journeys need. Without a browser it fails; without
 * Chinese fonts it fails only in CI, where nobody would notice the boxes.
 */
const machine = thisMachine();
const browser = prepareBrowser(machine);
const fonts = prepareFonts(machine);
if (!browser || (!fonts && machine.env.CI)) process.exitCode = 1;
