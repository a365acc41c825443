// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../model/dataset.ts';
import { type Filters, filterItems } from '../../model/facets.ts';
import { AtlasProvider, type AtlasStore, createAtlasStore, useAtlas } from '../../state/index.ts';
import { testDataset, testFigure, testItem, testMention } from '../../testing/atlas.ts';
import { Statistics } from './Statistics.tsx';

const stating = (id: string, value: number, part = {}) =>
  testItem(id, { mentions: [testMention('p1', '新厂投产', { figures: [testFigure({ value })] })], ...part });
const dataset: Dataset = {
  ...testDataset,
  items: [
    ...testDataset.items,
    stating('small', 30, { districts: ['middle'] }),
    stating('large', 160, { districts: ['west', 'east'] }),
    testItem('target', {
      kind: 'programme',
      mentions: [testMention('p1', '道路贯通', { figures: [testFigure({ value: 1000, measure: null })] })],
    }),
  ],
};

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
let store: AtlasStore;
let root: Root;

function Listed() {
  const filters = useAtlas((state) => state.view.filters);
  return <Statistics items={filterItems(dataset.items, filters)} />;
}

beforeEach(() => {
  store = createAtlasStore(dataset);
  const holder = document.body.appendChild(document.createElement('div'));
  root = createRoot(holder);
  act(() =>
    root.render(
      <AtlasProvider store={store}>
        <Listed />
      </AtlasProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)];
const click = (element: Element | undefined) => act(() => (element as HTMLElement | undefined)?.click());
const filter = (filters: Filters) => act(() => store.getState().chooseTogether(filters));
const listed = () => filterItems(dataset.items, store.getState().view.filters).length;
const told = () => document.querySelector('.statistics-basis')?.textContent;
const names = (selector: string) => all(selector).map((element) => element.getAttribute('aria-label') ?? '');
const tables = ['.matrix', '.sections'];

describe.each(tables)('the numbers of %s', (table) => {
  it.each<[string, Filters]>([
    ['nothing is filtered', {}],
    ['a district is chosen', { district: ['west'] }],
    ['sectors and a progress are chosen', { sector: ['transport', 'industry'], progress: ['completed'] }],
    ['another facet is chosen', { kind: ['project'] }],
  ])(
    'are what a click on them lists while %s',
    (_when, filters) => {
      filter(filters);
      const labels = names(`${table} button[data-cell]`);
      expect(labels.length).toBeGreaterThan(3);
      for (const label of labels) {
        filter({ sector: [], district: [], section: [], progress: [], ...filters });
        const button = all(`${table} button[data-cell]`).find(
          (each) => each.getAttribute('aria-label') === label,
        );
        const count = Number(/(\d+) 项$/u.exec(label)?.[1]);
        if (button?.getAttribute('aria-pressed') === 'false') click(button);
        expect([label, listed()]).toEqual([label, count]);
        expect(told()).toBe(`按当前筛选：${count} 项`);
        const corner = document.querySelector(`${table} tfoot td:last-child`);
        expect(corner?.textContent).toBe(String(count));
      }
      // Every number is clicked once: slow on a busy machine.
    },
    60_000,
  );

  it('lead to no empty list: what lists nothing is no button', () => {
    expect(names(`${table} button[data-cell]`).filter((name) => /(^|\D)0 项/u.test(name))).toEqual([]);
    expect(all(`${table} td span.count`).every(({ textContent }) => textContent === '0')).toBe(true);
  });

  it('are undone as one step, and taken away by the same click', () => {
    const [cell] = all(`${table} tbody td button`);
    const label = cell?.getAttribute('aria-label');
    const again = () => all(`${table} button`).find((each) => each.getAttribute('aria-label') === label);
    click(cell);
    expect(Object.keys(store.getState().view.filters)).toHaveLength(2);
    expect(again()?.getAttribute('aria-pressed')).toBe('true');
    act(() => store.getState().undo());
    expect(store.getState().view.filters).toEqual({});
    click(again());
    click(again());
    expect(store.getState().view.filters).toEqual({});
  });

  it('are one stop of the Tab key, and the arrows walk from number to number', () => {
    const stops = () =>
      all<HTMLButtonElement>(`${table} button[data-cell]`).filter((each) => each.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    const [first] = stops();
    act(() => first?.focus());
    act(() => {
      first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    });
    expect(document.activeElement).not.toBe(first);
    expect(stops()).toEqual([document.activeElement]);
  });
});

describe('the bars', () => {
  it('have a part for every number that is not 0, as wide as it is large, which filters as the number does', () => {
    for (const row of all('.sections tbody tr')) {
      const numbers = [...row.querySelectorAll('td:not(.total)')].map((cell) => Number(cell.textContent));
      const parts = [...row.querySelectorAll<HTMLElement>('.segment')];
      expect(parts.map(({ style }) => Number(style.flexGrow))).toEqual(numbers.filter((count) => count > 0));
    }
    const part = all<HTMLElement>('.segment')[0];
    const count = Number(part?.style.flexGrow);
    click(part);
    expect(listed()).toBe(count);
  });
});

describe('the ranking', () => {
  const sums = () => all('.ranking .ranking-sum b').map(({ textContent }) => Number(textContent));

  it('holds the stated totals only, in bar and table alike, and says how many state none', () => {
    expect(sums()).toEqual([160, 30]);
    const inTable = all('.plain tbody tr td:last-child b').map(({ textContent }) => Number(textContent));
    expect(inTable).toEqual(sums());
    const silent = filterItems(dataset.items, { investment: ['undisclosed'] }).length;
    const button = all('.ranking-basis button')[0];
    expect(document.querySelector('.ranking-basis')?.textContent).toContain('2 个，合计 190 亿元');
    expect(button?.textContent).toBe(`其余 ${silent} 个项目未披露`);
    click(button);
    expect(listed()).toBe(silent);
  });

  it('is of the filtered items, and each of its marks selects one', () => {
    filter({ district: ['middle'] });
    expect(sums()).toEqual([30]);
    click(all('.ranking button')[0]);
    expect(store.getState().view.item).toBe('small');
  });
});

describe('the switch', () => {
  it('shades the map', () => {
    click(all('.switch input')[0]);
    expect(store.getState().view.shaded).toBe(true);
  });
});
