import { pinShoulder, type Shape, sliceAngle } from '../drawing/mark-shapes.ts';
import { tintedIcon } from './icon-sprite.ts';

/** Places around an icon at which it is drawn again to stroke its edge: enough that the edge comes out round. */
const strokeSteps = 16;

/** An icon is a shape that no path describes. */
type Icon = Extract<Shape, { kind: 'icon' }>;

/** Draws a shape on a canvas whose origin is the picture's middle and whose unit is the CSS pixel. */
export function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'icon') paintIcon(context, shape);
  else paintForm(context, shape);
}

function paintIcon(context: CanvasRenderingContext2D, { x, y, half, name, ...paint }: Icon): void {
  const { fill, stroke, strokeWidth = 1 } = paint;
  const draw = (icon: HTMLCanvasElement, dx: number, dy: number) =>
    context.drawImage(icon, x + dx - half * 2, y + dy - half * 2, half * 4, half * 4);
  context.imageSmoothingQuality = 'high';
  if (stroke) {
    const icon = tintedIcon(name, stroke);
    for (let step = 0; step < strokeSteps; step++) {
      const angle = (step / strokeSteps) * Math.PI * 2;
      draw(icon, (Math.cos(angle) * strokeWidth) / 2, (Math.sin(angle) * strokeWidth) / 2);
    }
  }
  if (fill) draw(tintedIcon(name, fill), 0, 0);
}

function paintForm(context: CanvasRenderingContext2D, shape: Exclude<Shape, Icon>): void {
  const { fill, stroke, strokeWidth = 1, dash = [] } = shape;
  context.beginPath();
  traceForm(context, shape);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.lineJoin = 'round';
    context.setLineDash([...dash]);
    context.lineWidth = strokeWidth;
    context.strokeStyle = stroke;
    context.stroke();
  }
}

function traceForm(context: CanvasRenderingContext2D, form: Exclude<Shape, Icon>): void {
  const { x, y } = form;
  switch (form.kind) {
    case 'circle':
      context.arc(x, y, form.radius, 0, Math.PI * 2);
      break;
    case 'block':
      context.roundRect(x - form.half, y - form.half, form.half * 2, form.half * 2, form.corner);
      break;
    case 'half-disc':
      context.arc(x, y, form.radius, 0, Math.PI);
      context.closePath();
      break;
    case 'slice':
      context.moveTo(x, y);
      context.arc(x, y, form.radius, sliceAngle(form.from), sliceAngle(form.to));
      context.closePath();
      break;
    case 'pin':
      context.arc(x, y, form.radius, Math.PI - pinShoulder, Math.PI * 2 + pinShoulder);
      context.lineTo(x, form.tip);
      context.closePath();
      break;
  }
}
