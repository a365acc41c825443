import { describe, expect, it } from 'vitest';
import { stageCommand } from './stage-keys.ts';

describe('the keys on stage', () => {
  it.each(['PageDown', 'ArrowRight', 'ArrowDown', ' '])('go on with %j', (key) => {
    expect(stageCommand(key)).toBe('next');
  });

  it.each(['PageUp', 'ArrowLeft', 'ArrowUp'])('go back with %j', (key) => {
    expect(stageCommand(key)).toBe('previous');
  });

  it('go to either end with Home and End, and leave with Escape', () => {
    expect(['Home', 'End', 'Escape'].map(stageCommand)).toEqual(['first', 'last', 'exit']);
  });

  it('leave every other key to the page', () => {
    for (const key of ['a', 'Tab', 'F5', 'Enter', 'pagedown', '', 'toString', '__proto__'])
      expect(stageCommand(key)).toBeNull();
  });
});
