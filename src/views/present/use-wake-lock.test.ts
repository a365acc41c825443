// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepScreenAwake } from './use-wake-lock.ts';

/** A browser's wake lock: it is let go when the page is out of sight. */
function screenOf(refuses = false) {
  const held = new Set<object>();
  const request = vi.fn(async () => {
    if (refuses) throw new DOMException('The battery is low.', 'NotAllowedError');
    const sentinel = {
      released: false,
      release: async () => {
        sentinel.released = true;
        held.delete(sentinel);
      },
    };
    held.add(sentinel);
    return sentinel;
  });
  const turn = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    if (state === 'hidden')
      for (const sentinel of held) void (sentinel as { release(): Promise<void> }).release();
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { wakeLock: { request } as unknown as WakeLock, held, request, turn };
}
const soon = () => new Promise((done) => setTimeout(done));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the screen', () => {
  it('is kept awake until the end', async () => {
    const { wakeLock, held } = screenOf();
    const end = keepScreenAwake(wakeLock, document);
    await soon();
    expect(held.size).toBe(1);
    end();
    await soon();
    expect(held.size).toBe(0);
  });

  it('is kept awake again when the page comes back, and not after the end', async () => {
    const { wakeLock, held, turn, request } = screenOf();
    const end = keepScreenAwake(wakeLock, document);
    await soon();
    turn('hidden');
    expect(held.size).toBe(0);
    turn('visible');
    await soon();
    expect(held.size).toBe(1);
    end();
    turn('visible');
    await soon();
    expect([held.size, request.mock.calls.length]).toEqual([0, 2]);
  });

  it('is let go even when the end comes before the answer', async () => {
    const { wakeLock, held } = screenOf();
    keepScreenAwake(wakeLock, document)();
    await soon();
    expect(held.size).toBe(0);
  });

  it('is left alone without an error where the browser refuses or knows no such thing', async () => {
    const told = vi.spyOn(console, 'debug').mockReturnValue();
    keepScreenAwake(screenOf(true).wakeLock, document)();
    keepScreenAwake(undefined, document)();
    await soon();
    expect(told).toHaveBeenCalledTimes(1);
  });
});
