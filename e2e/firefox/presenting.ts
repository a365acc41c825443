import type { Page } from 'puppeteer-core';
import { type Check, everywhere } from './check.ts';
import { Part, until } from './part.ts';
import { expect, type Visit } from './visit.ts';

const stage = (visit: Visit) => visit.find('region', '演示画面');
const isAt = (visit: Visit, number: number) => stage(visit).says(new RegExp(`(^| )${number} / \\d+`, 'u'));
const scene = (visit: Visit, number: number) => visit.addressHas('scene', `overview.${number}`);

/** Starts the first deck from the dialog of decks. */
async function begin(visit: Visit): Promise<void> {
  await visit.inBar('演示').click();
  await visit.find('dialog', '演示').find('button', /^开始/).click();
  await isAt(visit, 1);
}

/** Presses the button for the presenter's window in the stage's bar; gives the window. */
async function openPresenter(visit: Visit): Promise<Page> {
  const opened = new Promise<Page | null>((done) => visit.page.once('popup', done));
  // The bar's buttons go while nobody moves the pointer.
  await visit.page.mouse.move(600, 300);
  await visit.page.mouse.move(610, 310);
  await stage(visit).find('button', '演示者窗口').click();
  const presenter = await opened;
  if (!presenter) throw new Error('The presenter’s window did not open.');
  return presenter;
}

/** The stage and its presenter's window. */
export const presenting: readonly Check[] = [
  {
    says: 'a clicker’s keys turn the scenes, B darkens, a reload stays, Escape returns to where one was',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('sector=transport&v=1');
      const [address, state] = [visit.address(), await visit.settled()];
      await begin(visit);
      await scene(visit, 1);
      await visit.press('PageDown');
      await isAt(visit, 2);
      await scene(visit, 2);
      await visit.press('PageDown', 'PageUp');
      await isAt(visit, 2);
      const dark = visit.find('button', '恢复画面');
      await visit.press('b');
      await dark.shown();
      await visit.press('b');
      await dark.gone();
      const onStage = await visit.settled();
      await visit.mapIsDrawn();
      await visit.reload();
      await isAt(visit, 2);
      await visit.mapIs(onStage);
      await visit.press('Escape');
      await stage(visit).gone();
      expect(`the address is again ${address}, not ${visit.address()}`, visit.address() === address);
      await visit.mapIs(state);
    },
  },
  {
    says: 'F5 presents in full screen, and leaving that ends it',
    on: everywhere,
    fullScreen: true,
    async run(visit) {
      await visit.openSettled();
      await visit.press('F5');
      await isAt(visit, 1);
      const isFull = () => visit.page.evaluate(() => document.fullscreenElement !== null);
      await until('full screen', isFull, Boolean);
      await visit.press('PageDown');
      await isAt(visit, 2);
      await visit.press('Escape');
      await stage(visit).gone();
      expect('full screen is left', !(await isFull()));
      await visit.inBar('演示').shown();
    },
  },
  {
    says: 'the presenter’s window shows notes and the next scene, turns the stage, and says when it is closed',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('scene=overview.2&theme=dark');
      await isAt(visit, 2);
      const window = await openPresenter(visit);
      const presenter = new Part(window, []);
      const notes = presenter.find('region', '备注');
      const { text } = await notes.says(/\p{Script=Han}{4}/u);
      const next = await presenter.find('region', '下一场景').find('heading').shown();
      expect('the window has the stage’s theme', (await theme(window)) === 'dark');
      await window.keyboard.press('PageDown');
      await isAt(visit, 3);
      await stage(visit).find('article').find('heading', next.text).shown();
      await notes.is('are those of the next scene', (seen) => seen.text !== text);
      await presenter.find('button', '黑屏').click();
      await visit.find('button', '恢复画面').shown();
      await visit.press('b');
      await presenter.find('button', '黑屏').is('is not pressed', ({ pressed }) => !pressed);
      await visit.press('PageDown');
      await isAt(visit, 4);
      await window.reload({ waitUntil: 'domcontentloaded' });
      await notes.shown();
      await window.keyboard.press('PageUp');
      await isAt(visit, 3);
      await visit.press('Escape');
      await stage(visit).gone();
      const whole = () => window.evaluate(() => document.body.innerText);
      await until('the window says that it is over', whole, (said) => said.includes('演示已结束'));
      await notes.shown();
      await visit.page.goto('about:blank');
      await until('the window says that it is alone', whole, (said) => said.includes('与演示画面的连接断了'));
      await window.close();
    },
  },
  {
    says: 'out of full screen the presenter’s window opens, and the stage stays',
    on: ['served'],
    fullScreen: true,
    async run(visit) {
      await visit.openSettled();
      await visit.press('F5');
      await isAt(visit, 1);
      const window = await openPresenter(visit);
      await new Part(window, []).find('region', '备注').shown();
      await window.keyboard.press('PageDown');
      await isAt(visit, 2);
      await window.close();
    },
  },
];

function theme(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.theme);
}
