import { iconGrid, iconSymbolId } from './icons.ts';
import { pinShoulder, type Shape, sliceAngle } from './mark-shapes.ts';

/** An SVG element without children; its attributes are named as in the DOM (`strokeWidth`). */
export interface SvgElement {
  tag: 'circle' | 'rect' | 'path' | 'use';
  attributes: Readonly<Record<string, string | number>>;
}

/** A shape as an SVG element. Icons refer to the symbols that the page carries: `<use href="#icon-bridge">`. */
export function svgElementOf(shape: Shape): SvgElement {
  const { tag, attributes } = formElement(shape);
  const { fill = 'none', stroke, strokeWidth = 1, dash } = shape;
  // A symbol's stroke is measured on the symbol's own grid.
  const unit = shape.kind === 'icon' ? (shape.half * 2) / iconGrid : 1;
  return {
    tag,
    attributes: {
      ...attributes,
      fill,
      ...(stroke && { stroke, strokeWidth: rounded(strokeWidth / unit), strokeLinejoin: 'round' }),
      ...(stroke && dash && { strokeDasharray: dash.join(' ') }),
    },
  };
}

/** A shape as SVG text, for pictures that are made at build time. */
export function shapeToSvg(shape: Shape): string {
  const { tag, attributes } = svgElementOf(shape);
  const written = Object.entries(attributes).map(([name, value]) => ` ${kebab(name)}="${value}"`);
  return `<${tag}${written.join('')}/>`;
}

function formElement(form: Shape): SvgElement {
  const { x, y } = form;
  switch (form.kind) {
    case 'circle':
      return { tag: 'circle', attributes: { cx: rounded(x), cy: rounded(y), r: rounded(form.radius) } };
    case 'block':
      return { tag: 'rect', attributes: { ...square(x, y, form.half), rx: rounded(form.corner) } };
    case 'half-disc': {
      const [right, left] = [at(x, y, form.radius, 0), at(x, y, form.radius, Math.PI)];
      return { tag: 'path', attributes: { d: `M${right}A${arc(form.radius, false)} ${left}Z` } };
    }
    case 'slice': {
      const [start, end] = [sliceAngle(form.from), sliceAngle(form.to)];
      const edge = `${at(x, y, form.radius, start)}A${arc(form.radius, end - start > Math.PI)} ${at(x, y, form.radius, end)}`;
      return { tag: 'path', attributes: { d: `M${rounded(x)} ${rounded(y)}L${edge}Z` } };
    }
    case 'pin': {
      const left = at(x, y, form.radius, Math.PI - pinShoulder);
      const right = at(x, y, form.radius, pinShoulder);
      return {
        tag: 'path',
        attributes: { d: `M${left}A${arc(form.radius, true)} ${right}L${rounded(x)} ${rounded(form.tip)}Z` },
      };
    }
    case 'icon':
      return { tag: 'use', attributes: { href: `#${iconSymbolId(form.name)}`, ...square(x, y, form.half) } };
  }
}

function at(x: number, y: number, radius: number, angle: number): string {
  return `${rounded(x + radius * Math.cos(angle))} ${rounded(y + radius * Math.sin(angle))}`;
}

/** The middle of an arc command: radii, no rotation, the longer or the shorter way, clockwise. */
function arc(radius: number, isLarge: boolean): string {
  return `${rounded(radius)} ${rounded(radius)} 0 ${isLarge ? 1 : 0} 1`;
}

function square(x: number, y: number, half: number) {
  const side = rounded(half * 2);
  return { x: rounded(x - half), y: rounded(y - half), width: side, height: side };
}

/** A hundredth of a pixel is finer than any screen. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
