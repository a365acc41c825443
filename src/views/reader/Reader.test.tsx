// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dataset, Report } from '../../model/dataset.ts';
import { AtlasProvider, createAtlasStore } from '../../state/index.ts';
import { testDataset, testReport } from '../../testing/atlas.ts';
import { Reader } from './Reader.tsx';

const next: Report = { ...testReport, id: 'testville-2023', title: '次年报告', date: '2023-01-09' };

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
let root: Root;

function show(reports: Report[]): void {
  const dataset: Dataset = { ...testDataset, reports };
  act(() =>
    root.render(
      <AtlasProvider store={createAtlasStore(dataset)}>
        <Reader items={dataset.items} />
      </AtlasProvider>,
    ),
  );
}

beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const titles = () =>
  [...document.querySelectorAll('article h3.report-title')].map((title) => title.textContent);
const choices = () => [...document.querySelectorAll<HTMLButtonElement>('nav[aria-label="各份报告"] button')];

describe('the reader', () => {
  it('sets several reports in their order, and leads to each', () => {
    show([next, testReport]);
    expect(titles()).toEqual([next.title, testReport.title]);
    expect(choices().map(({ textContent }) => textContent)).toEqual([next.title, testReport.title]);

    const gone = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
    act(() => choices()[1]?.click());
    expect(
      gone.mock.contexts.map((to) => (to as HTMLElement).querySelector('.report-title')?.textContent),
    ).toEqual([testReport.title]);
    gone.mockRestore();
  });

  it('offers no choice where there is one report', () => {
    show([testReport]);
    expect(titles()).toEqual([testReport.title]);
    expect(choices()).toEqual([]);
  });
});
