import { ChangingSite } from '../two-versions.ts';
import { type Check, everywhere } from './check.ts';
import { until } from './part.ts';
import { itemsOf, Visit } from './visit.ts';

const danyang = '321181';

/** Without WebGL, and without a server. */
export const badDays: readonly Check[] = [
  {
    says: 'without WebGL a message stands beside the still picture, and list, detail and stage work',
    on: everywhere,
    setting: 'without WebGL',
    async run(visit) {
      await visit.open();
      const alert = visit.find('alert', /地图无法显示/);
      await alert.says('没有可用的 WebGL');
      const drawn = () =>
        visit.page.evaluate(() =>
          [...document.querySelectorAll('.still-drawing a[data-items]')]
            .filter((mark) => mark.checkVisibility() && mark.querySelector('.mark'))
            .flatMap((mark) => mark.getAttribute('data-items')?.split(' ') ?? []),
        );
      const located = visit.items.filter(({ geometry }) => geometry).length;
      await until(`the picture has ${located} items`, drawn, (ids) => new Set(ids).size === located);
      await visit.option('丹阳市').click();
      await visit.rows().counts(itemsOf(visit.items, { district: danyang }).length);
      await visit.rows('丹金高速公路').click();
      const detail = visit.find('region', '丹金高速公路');
      await detail.find('blockquote').says('丹金高速');
      // Loaded with the detail: a page that is left meanwhile would complain that it did not come.
      await detail.says('丹阳新区枢纽');
      await visit.open('scene=overview.1');
      const stage = visit.find('region', '演示画面');
      await stage.says(/1 \/ \d+/u);
      await visit.press('PageDown');
      await stage.says(/2 \/ \d+/u);
    },
  },
  {
    says: 'after one visit it works with the server gone',
    on: ['served'],
    setting: 'keeping the site',
    async run({ page, items, folder }) {
      const site = await ChangingSite.start();
      try {
        const visit = new Visit(page, site.address, items, folder);
        await visit.openSettled();
        const isKept = () =>
          page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
          });
        await until('the site is kept', isKept, Boolean);
        site.cutOff();
        await visit.inBar('统计').click();
        await visit.find('grid', '领域与辖区').shown();
        await visit.openSettled('district=danyang&v=1');
        await visit.shows(itemsOf(items, { district: danyang }));
        await visit.mapIsDrawn();
        await visit.openSettled('scene=overview.2');
        const stage = visit.find('region', '演示画面');
        await visit.press('PageDown');
        await stage.says(/3 \/ \d+/u);
      } finally {
        site.stop();
      }
    },
  },
];
