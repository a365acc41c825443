import { type Check, everywhere } from './check.ts';
import { until } from './part.ts';
import { expect, itemsOf, type Visit } from './visit.ts';

const danyang = '321181';

/** Pastes into the search box what was copied: what a person would get. */
async function pasted(visit: Visit): Promise<string> {
  const box = visit.find('searchbox', '搜索');
  await box.type('x');
  await visit.press('Control+a', 'Control+v');
  return (await box.is('holds what was pasted', ({ value }) => value.length > 1)).value;
}

/** Opening, filtering, searching: what everyone does first. */
export const browsing: readonly Check[] = [
  {
    says: 'it opens, and the map draws what the open data hold',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      await visit.shows(visit.items);
      expect('six districts on the map', (await visit.settled()).districts === 6);
      await visit.mapIsDrawn();
    },
  },
  {
    says: 'a district and a sector filter list, map, chips and link; reload and back keep to it',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      const inDanyang = itemsOf(visit.items, { district: danyang });
      const both = itemsOf(visit.items, { district: danyang, sector: 'transport' });
      await visit.option('丹阳市').click();
      await visit.shows(inDanyang);
      await visit.option('交通').click();
      await visit.shows(both);
      const chips = visit.find('group', '已选条件');
      await chips.find('button', '移除条件：交通').shown();
      await chips.find('button', '移除条件：丹阳市').shown();
      await visit.addressHas('district', 'danyang');
      await visit.addressHas('sector', 'transport');
      const state = await visit.settled();
      await visit.reload();
      await visit.option('交通').checked();
      await visit.shows(both);
      await visit.mapIs(state);
      await visit.page.evaluate(() => history.back());
      await visit.addressHas('sector', null);
      await visit.shows(inDanyang);
      await visit.find('group', '已选条件').find('button', '移除条件：丹阳市').click();
      await visit.shows(visit.items);
    },
  },
  {
    says: 'initials and Chinese find an item, the keyboard opens it, its words are those of the open data',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      const hits = visit.find('listbox', '搜索结果').find('group', '事项').find('option');
      await visit.press('/');
      await visit.find('searchbox', '搜索').focused();
      await visit.page.keyboard.type('wfs');
      await hits.counts(2);
      await visit.press('ArrowDown', 'ArrowDown', 'Enter');
      const name = '五峰山长江大桥接线高速';
      const item = visit.items.find(({ properties }) => properties.name === name)?.properties;
      const detail = visit.find('region', name);
      await detail.shown();
      await visit.addressHas('item', item?.id ?? 'no such item');
      for (const quote of item?.quotes ?? ['no quote']) await detail.says(quote);

      await visit.find('searchbox', '搜索').type('孚能科技');
      await visit
        .find('listbox', '搜索结果')
        .find('option', /孚能科技制造基地/)
        .click();
      await visit.find('region', '孚能科技制造基地').shown();
      await visit.addressHas('item', 'farasis-zhenjiang');
    },
  },
  {
    says: 'link and citation are copied, or the page says that it may not',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('item=farasis-zhenjiang&v=1');
      const detail = visit.find('region', '孚能科技制造基地');
      const [quote = 'no quote'] =
        visit.items.find(({ properties }) => properties.id === 'farasis-zhenjiang')?.properties.quotes ?? [];
      for (const [button, copied] of [
        ['复制引文', quote],
        ['复制链接', 'item=farasis-zhenjiang'],
      ] as const) {
        await detail.find('button', button).click();
        const { text } = await detail.says(/已复制|浏览器不允许复制/);
        if (text.includes('浏览器不允许复制')) continue;
        const got = await pasted(visit);
        expect(`${button}: ${got} lacks ${copied}`, got.includes(copied));
        await visit.press('Escape', 'Escape');
        await until(
          'the button can be used again',
          () => detail.find('button', button).seen(),
          ({ length }) => length > 0,
        );
      }
    },
  },
];
