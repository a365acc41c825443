/** What the parts of the benchmark have measured, kept in a file each as they end: a run that breaks off loses one part. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AllChanges } from './changes.ts';
import type { Growth } from './growth.ts';
import type { Opening } from './opening.ts';
import type { Panning } from './panning.ts';

const folder = fileURLToPath(new URL('results', import.meta.url));

/** What each part measures, in the order in which they run. */
export interface Parts {
  growth: Growth[];
  opening: Opening;
  changes: AllChanges;
  panning: Panning[];
}
export type PartName = keyof Parts;
export const partNames = ['growth', 'opening', 'changes', 'panning'] as const satisfies PartName[];

/** One part, with where and when it was measured. */
export interface Kept<Part extends PartName = PartName> {
  /** The day, as in 2026-01-31. */
  date: string;
  /** Processor, cores and memory; Node and browser. */
  machine: string;
  /** The machine's load when the part began: over the last minute, as many as wait or run. */
  load: number;
  /** Fewer rounds than a figure to be published needs. */
  quick: boolean;
  measured: Parts[Part];
}
export type Results = { [Part in PartName]?: Kept<Part> };

/** Keeps what a part measured, in place of what an earlier run did. */
export function keep<Part extends PartName>(part: Part, kept: Kept<Part>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), JSON.stringify(kept));
}

/** All that is kept. */
export function keptResults(): Results {
  return Object.fromEntries(
    partNames.flatMap((part) =>
      existsSync(fileOf(part)) ? [[part, JSON.parse(readFileSync(fileOf(part), 'utf8'))]] : [],
    ),
  );
}

function fileOf(part: PartName): string {
  return join(folder, `${part}.json`);
}
