import type { Visit } from './visit.ts';

/** Where the atlas is opened from: a server, or the single file on the disk. */
export type Source = 'served' | 'file';

/** The Firefox that a check needs: as people have it, without WebGL, or one that keeps the site. */
export type Setting = 'usual' | 'without WebGL' | 'keeping the site';

/** One journey: what it says that works, where, and in which Firefox. */
export interface Check {
  readonly says: string;
  readonly on: readonly Source[];
  readonly setting?: Setting;
  /** Whether the page may go into full screen, where the browser takes Escape itself. */
  readonly fullScreen?: boolean;
  readonly viewport?: { width: number; height: number; hasTouch?: boolean };
  run(visit: Visit): Promise<void>;
}

export const everywhere: readonly Source[] = ['served', 'file'];
