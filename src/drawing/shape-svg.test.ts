import { describe, expect, it } from 'vitest';
import { shapeToSvg, svgElementOf } from './shape-svg.ts';

describe('a shape as SVG', () => {
  it('is a circle', () => {
    expect(shapeToSvg({ kind: 'circle', x: 1, y: 2, radius: 3, fill: '#123456' })).toBe(
      '<circle cx="1" cy="2" r="3" fill="#123456"/>',
    );
  });

  it('is a square with round corners', () => {
    expect(shapeToSvg({ kind: 'block', x: 0, y: 0, half: 10.5, corner: 4, fill: 'red' })).toBe(
      '<rect x="-10.5" y="-10.5" width="21" height="21" rx="4" fill="red"/>',
    );
  });

  it('is the lower half of a disc: from the right over the bottom to the left', () => {
    const { attributes } = svgElementOf({ kind: 'half-disc', x: 0, y: 0, radius: 5 });
    expect(attributes.d).toBe('M5 0A5 5 0 0 1 -5 0Z');
  });

  it('is a slice clockwise from the top, the longer way round when it is more than half', () => {
    const slice = (from: number, to: number) =>
      svgElementOf({ kind: 'slice', x: 0, y: 0, radius: 8, from, to }).attributes.d;
    expect(slice(0, 0.25)).toBe('M0 0L0 -8A8 8 0 0 1 8 0Z');
    expect(slice(0.25, 1)).toBe('M0 0L8 0A8 8 0 1 1 0 -8Z');
  });

  it('is a pin whose tip lies below its head', () => {
    const { attributes } = svgElementOf({ kind: 'pin', x: 0, y: -10, radius: 10, tip: 20 });
    expect(attributes.d).toBe('M-8.09 -4.12A10 10 0 1 1 8.09 -4.12L0 20Z');
  });

  it('is an icon by reference, its stroke measured on the icon’s own grid', () => {
    const icon = { kind: 'icon', name: 'bridge', x: 0, y: 0, half: 15 } as const;
    expect(shapeToSvg({ ...icon, stroke: 'white', strokeWidth: 3 })).toBe(
      '<use href="#icon-bridge" x="-15" y="-15" width="30" height="30" fill="none" stroke="white" stroke-width="1.5" stroke-linejoin="round"/>',
    );
  });

  it('carries dashes with a stroke only', () => {
    const ring = { kind: 'circle', x: 0, y: 0, radius: 1, dash: [3.2, 2.6] } as const;
    expect(svgElementOf({ ...ring, stroke: 'red' }).attributes.strokeDasharray).toBe('3.2 2.6');
    expect(svgElementOf({ ...ring, fill: 'red' }).attributes).not.toHaveProperty('strokeDasharray');
  });
});
