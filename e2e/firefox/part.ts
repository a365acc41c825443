import { setTimeout as wait } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { locate, type Seen, selectors, type Wanted } from './locate.ts';

/** The map is drawn in software here, which is slow: how long something may take to come, in milliseconds. */
const patience = 45_000;

/** Asks until the answer is good; else throws an error that says what was wanted and what came last. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(answer)?.slice(0, 300)}`);
    await wait(100);
  }
}

/** A part of a page, by role and name, looked for anew at each use. */
export class Part {
  private readonly page: Page;
  private readonly path: readonly Wanted[];

  constructor(page: Page, path: readonly Wanted[]) {
    this.page = page;
    this.path = path;
  }

  /** A part inside this one; `name` is the whole name, or what it matches. */
  find(role: Wanted['role'], name?: string | RegExp): Part {
    return new Part(this.page, [
      ...this.path,
      { role, name: name instanceof RegExp ? { source: name.source } : name },
    ]);
  }

  /** What is visible of it now: nothing, one, or many. */
  async seen(): Promise<readonly Seen[]> {
    return (await this.page.evaluate(locate, this.path, selectors, true)) as readonly Seen[];
  }

  /** Waits until the first of it is as wanted, and gives what is seen of it. */
  async is(what: string, isGood: (seen: Seen) => boolean): Promise<Seen> {
    const all = await until(
      `${this} ${what}`,
      () => this.seen(),
      ([first]) => first !== undefined && isGood(first),
    );
    return all[0] as Seen;
  }

  shown(): Promise<Seen> {
    return this.is('is shown', () => true);
  }

  says(text: string | RegExp): Promise<Seen> {
    return this.is(`says ${text}`, (seen) =>
      typeof text === 'string' ? seen.text.includes(text) : text.test(seen.text),
    );
  }

  focused(): Promise<Seen> {
    return this.is('has the focus', ({ focused }) => focused);
  }

  checked(wanted = true): Promise<Seen> {
    return this.is(wanted ? 'is checked' : 'is not checked', ({ checked }) => checked === wanted);
  }

  /** Waits until there are so many of it. */
  counts(number: number): Promise<readonly Seen[]> {
    return until(
      `${this}: ${number} of them`,
      () => this.seen(),
      ({ length }) => length === number,
    );
  }

  gone(): Promise<unknown> {
    return this.counts(0);
  }

  /** Its element, scrolled to where it can be touched, and come to rest there. */
  private async inView(): Promise<ElementHandle<Element>> {
    const element = await this.element();
    // What was left undrawn outside the view is drawn there and moves what stands below; a sheet may still be rising.
    const place = () =>
      element.evaluate(async (found) => {
        found.scrollIntoView({ block: 'center' });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const { x, y } = found.getBoundingClientRect();
        return `${x}, ${y}`;
      });
    let before = '';
    const isAtRest = (now: string) => {
      const same = now === before;
      before = now;
      return same;
    };
    await until(`${this} comes to rest`, place, isAtRest);
    return element;
  }

  async element(): Promise<ElementHandle<Element>> {
    await this.shown();
    const handle = await this.page.evaluateHandle(locate, this.path, selectors, false);
    const element = handle.asElement();
    if (!element) throw new Error(`${this} went while it was used`);
    return element as ElementHandle<Element>;
  }

  /** Clicks on its middle with the mouse, as a person would. */
  async click(): Promise<void> {
    await (await this.inView()).click();
  }

  /** Touches its middle. */
  async tap(): Promise<void> {
    await (await this.inView()).tap();
  }

  async focus(): Promise<void> {
    await (await this.element()).focus();
  }

  /** Replaces what stands in a field by what is typed. */
  async type(text: string): Promise<void> {
    await this.click();
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.type(text);
  }

  toString(): string {
    return this.path
      .map(({ role, name }) =>
        typeof name === 'string' ? `${role} “${name}”` : name ? `${role} /${name.source}/` : role,
      )
      .join(' > ');
  }
}
