/** Where the pen was, in CSS pixels from the top left of the stage, and how hard it was pressed, from 0 to 1. */
export type InkPoint = readonly [x: number, y: number, pressure: number];

/** One stroke of the pen. */
export interface Stroke {
  id: number;
  points: readonly InkPoint[];
  /** A stylus tells how hard it is pressed; for mouse and finger the speed has to stand in. */
  pressured: boolean;
}

/** What a speaker points with: a bright spot that follows the pointer, or a pen. */
export type InkTool = 'spot' | 'pen';

/** The tool in hand and what was drawn on the present picture. */
export interface Ink {
  tool: InkTool | null;
  strokes: readonly Stroke[];
  /** The stroke being drawn, and the pointer that draws it: a second finger or a palm is not it. */
  drawing: (Stroke & { pointer: number }) | null;
  /** How many strokes were begun: the id of the next. */
  begun: number;
}

export type InkAction =
  | { type: 'toggle'; tool: InkTool }
  | { type: 'begin'; pointer: number; point: InkPoint; pressured: boolean }
  | { type: 'extend'; pointer: number; points: readonly InkPoint[] }
  | { type: 'end'; pointer: number }
  | { type: 'put-away' }
  | { type: 'undo' }
  | { type: 'clear' }
  | { type: 'reset' };

export const noInk: Ink = { tool: null, strokes: [], drawing: null, begun: 0 };

/** Points nearer to each other than this add nothing to a stroke, in CSS pixels. */
const leastStep = 0.75;

/** The ink after an action. What cannot be done (undo without strokes, a pen that is not in hand) changes nothing. */
export function inkAfter(ink: Ink, action: InkAction): Ink {
  switch (action.type) {
    case 'toggle':
      return { ...finished(ink), tool: ink.tool === action.tool ? null : action.tool };
    case 'begin': {
      if (ink.tool !== 'pen' || ink.drawing) return ink;
      const { pointer, point, pressured } = action;
      const drawing = { id: ink.begun, points: [point], pressured, pointer };
      return { ...ink, drawing, begun: ink.begun + 1 };
    }
    case 'extend': {
      const { drawing } = ink;
      if (drawing?.pointer !== action.pointer) return ink;
      const points = spaced(drawing.points, action.points);
      return points === drawing.points ? ink : { ...ink, drawing: { ...drawing, points } };
    }
    case 'end':
      return ink.drawing?.pointer === action.pointer ? finished(ink) : ink;
    case 'put-away':
      return ink.tool ? { ...finished(ink), tool: null } : ink;
    case 'undo':
      if (ink.drawing) return { ...ink, drawing: null };
      return ink.strokes.length > 0 ? { ...ink, strokes: ink.strokes.slice(0, -1) } : ink;
    case 'clear':
      return hasInk(ink) ? { ...ink, strokes: [], drawing: null } : ink;
    case 'reset':
      return ink.tool || hasInk(ink) ? { ...noInk, begun: ink.begun } : ink;
  }
}

/** Whether anything is drawn. */
export function hasInk({ strokes, drawing }: Ink): boolean {
  return strokes.length > 0 || drawing !== null;
}

/** The ink with the stroke that is being drawn among the others. */
function finished(ink: Ink): Ink {
  if (!ink.drawing) return ink;
  const { pointer: _, ...stroke } = ink.drawing;
  return { ...ink, strokes: [...ink.strokes, stroke], drawing: null };
}

function spaced(before: readonly InkPoint[], more: readonly InkPoint[]): readonly InkPoint[] {
  const points = [...before];
  for (const point of more) {
    const last = points.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= leastStep) points.push(point);
  }
  return points.length === before.length ? before : points;
}
