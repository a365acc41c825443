import { type Check, everywhere } from './check.ts';
import { until } from './part.ts';
import { expect, itemsOf, type Visit } from './visit.ts';

const html = (visit: Visit, attribute: string) =>
  visit.page.evaluate((name) => document.documentElement.getAttribute(name), attribute);

/** By keyboard alone, in another face, on a phone. */
export const faces: readonly Check[] = [
  {
    says: 'Tab leads to the items on the map, arrows walk through them, Enter opens one; the focus is seen',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('district=yangzhong&v=1');
      const located = itemsOf(visit.items, { district: '321182' }).filter(({ geometry }) => geometry).length;
      const listbox = visit.find('listbox', '地图事项');
      for (let presses = 0; presses < 120; presses += 1) {
        await visit.press('Tab');
        const [seen] = await listbox.seen();
        if (seen?.focused) break;
      }
      await listbox.focused();
      await visit.focusIsVisible();
      const active = () =>
        visit.page.evaluate(() => {
          const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
          return document.getElementById(id)?.textContent ?? '';
        });
      const isAt = (number: number) =>
        until('the item at hand', active, (text) => text.includes(`第 ${number} 项，共 ${located} 项`));
      await isAt(1);
      await visit.press('End');
      await isAt(located);
      await visit.press('Home');
      const name = (await isAt(1)).split('，')[0] ?? '';
      await visit.press('Enter');
      await visit.find('region', name).shown();
      await visit.press('Escape');
      await visit.find('region', name).gone();
    },
  },
  {
    says: 'theme and language change, and the link says so',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('item=nanyanjiang-railway&v=1');
      await visit.find('button', '主题：纸面，切换到暗屏').click();
      await visit.addressHas('theme', 'dark');
      expect('the page is dark', (await html(visit, 'data-theme')) === 'dark');
      await visit.settled();
      await visit.mapIsDrawn();
      await visit.find('button', '切换语言：English').click();
      await visit.addressHas('lang', 'en');
      expect('the page is in English', (await html(visit, 'lang')) === 'en');
      const item = visit.items.find(({ properties }) => properties.id === 'nanyanjiang-railway');
      await visit.find('region', item?.properties.nameEn).shown();
      await visit.find('button', 'Switch language: 中文').click();
      await visit.addressHas('lang', null);
      await visit.find('region', item?.properties.name).shown();
    },
  },
  {
    says: 'on a phone one filters, opens an item in the sheet and goes back, by touch',
    on: everywhere,
    viewport: { width: 390, height: 844, hasTouch: true },
    async run(visit) {
      await visit.openSettled();
      await visit.find('button', /^筛选/).tap();
      await visit.fitsTheWindow();
      await visit.option('交通').tap();
      const transport = itemsOf(visit.items, { sector: 'transport' });
      await visit.shows(transport);
      await visit.rows('南沿江城际铁路').tap();
      const detail = visit.find('region', '南沿江城际铁路');
      await detail.find('blockquote').shown();
      const top = await visit.page.evaluate(
        (element) => element.getBoundingClientRect().top,
        await detail.element(),
      );
      expect(`the map stands above the sheet: ${top}`, top > 200);
      await detail.find('button', '关闭').tap();
      await detail.gone();
      await visit.option('交通').checked();
      const handle = visit.find('button', '面板高度');
      const y = async () => (await (await handle.element()).boundingBox())?.y ?? 0;
      const half = await y();
      await handle.tap();
      await until('the sheet is at its top', y, (now) => now < half - 100);
      await handle.tap();
      await until('the sheet is at its bottom', y, (now) => now > half + 100);
    },
  },
];
