import { type Check, everywhere } from './check.ts';
import { expect, itemsOf } from './visit.ts';

/** The report and the statistics. */
export const reading: readonly Check[] = [
  {
    says: 'the report opens, and a mention in it selects its item',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      const { zoom } = await visit.settled();
      await visit.inBar('报告').click();
      const reader = visit.find('region', '报告');
      await reader.find('heading', '2020年镇江市人民政府工作报告').shown();
      await visit.addressHas('panel', 'report');
      const mention = reader.find('button', '孚能科技制造基地');
      await mention.click();
      await visit.find('region', '孚能科技制造基地').shown();
      await mention.is('is pressed', ({ pressed }) => pressed);
      await visit.addressHas('item', 'farasis-zhenjiang');
      expect('the map went to the item', (await visit.settled()).zoom > zoom + 1);
    },
  },
  {
    says: 'a number of the matrix filters to just so many items',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      await visit.inBar('统计').click();
      const statistics = visit.find('region', '统计');
      await statistics.says(`按当前筛选：${visit.items.length} 项`);
      const inside = itemsOf(visit.items, { district: '321181', sector: 'transport' }).length;
      const cell = visit.find('grid', '领域与辖区').find('button', `丹阳市，交通：${inside} 项`);
      await cell.click();
      await cell.is('is pressed', ({ pressed }) => pressed);
      await statistics.says(`按当前筛选：${inside} 项`);
      await visit.addressHas('sector', 'transport');
      await visit.addressHas('district', 'danyang');
      await statistics.find('button', '关闭').click();
      await visit.shows(itemsOf(visit.items, { district: '321181', sector: 'transport' }));
    },
  },
];
