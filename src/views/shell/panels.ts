import { BookOpenText, ChartNoAxesColumn, type LucideIcon } from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { Item } from '../../model/dataset.ts';
import type { PanelId } from '../../model/view.ts';

/** What can stand beside the map besides list and detail: its picture, and its screen, loaded when it is first opened. */
export const panels: Record<
  PanelId,
  { Icon: LucideIcon; Screen: ComponentType<{ items: readonly Item[] }> }
> = {
  report: {
    Icon: BookOpenText,
    Screen: lazy(() => import('../reader/Reader.tsx').then(({ Reader }) => ({ default: Reader }))),
  },
  statistics: {
    Icon: ChartNoAxesColumn,
    Screen: lazy(() =>
      import('../statistics/Statistics.tsx').then(({ Statistics }) => ({ default: Statistics })),
    ),
  },
};
