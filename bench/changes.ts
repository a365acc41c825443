/**
 * What a change costs, from a person's input: to the next paint, and to the map that has drawn it. In the app a filter, a
 * key in the search, a selection in the list, a panel and the next scene; on the other pages those that they have. And
 * once without map or still picture, where the panels' own cost is seen.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { sectors } from '../src/model/vocabulary.ts';
import { type Measured, takeMeasured } from './paint-recorder.ts';
import { type ChangeKind, changeKeys, filteredSector, rowStep } from './peers/same-views.ts';
import { type Placed, peers, placeOfMap, type Session, type Side, settled } from './session.ts';

// Wide enough that list, map and panel stand side by side.
const viewport = { width: 1960, height: 900 };
/** A person looks at what a click gave before the next, in milliseconds; a typist does not. */
const lookTime = 700;
const keyTime = 150;

export const changeKinds = ['filter', 'search key', 'selection', 'panel', 'scene'] as const;
type Kind = (typeof changeKinds)[number];
export type Changes = Record<Kind, Measured[]>;

const times: Record<ChangeKind, number> = { filter: 10, selection: 10, scene: 8 };

/** The changes of every page, and those of the app's panels alone. */
export interface AllChanges {
  sides: Record<Side, Changes>;
  panelsAlone: Changes;
}

/** Every page in turn, twice; what is loaded on first use, and the browser itself, are warmed up by a session that does not count. */
export async function measureChanges(session: Session): Promise<AllChanges> {
  const sides = Object.fromEntries(
    (['app', ...peers] as const).map((side) => [side, noChanges()]),
  ) as unknown as Record<Side, Changes>;
  const panelsAlone = noChanges();
  await appChanges(session, false, noChanges());
  await appChanges(session, false, panelsAlone);
  for (let round = 1; round <= 2; round += 1) {
    const placed = await appChanges(session, true, sides.app);
    const onStage = await stageChanges(session, sides.app);
    for (const peer of peers) {
      await peerChanges(session, peer, placed, ['filter', 'selection'], sides[peer]);
      await peerChanges(session, peer, onStage, ['scene'], sides[peer]);
    }
    console.error(`changes: round ${round} of 2`);
  }
  return { sides, panelsAlone };
}

function noChanges(): Changes {
  return { filter: [], 'search key': [], selection: [], panel: [], scene: [] };
}

/** Makes one change and notes what it cost, once the map has drawn it. */
async function note(
  page: Page,
  into: Measured[],
  pause: number,
  act: () => Promise<void>,
  webgl = true,
): Promise<void> {
  await takeMeasured(page);
  await act();
  await wait(pause);
  if (webgl) await settled(page);
  const one = await takeMeasured(page);
  if (!one) throw new Error('The page saw no input.');
  into.push(one);
}

async function appChanges({ open }: Session, webgl: boolean, into: Changes): Promise<Placed | undefined> {
  const page = await open('app', { viewport, webgl });
  // Beside a live map the still picture is not painted either: without one it would be the largest part of every paint.
  if (!webgl) await page.evaluate(hideStillPicture);
  const placed = webgl ? await placeOfMap(page) : undefined;
  const make = (kind: Kind, pause: number, act: () => Promise<void>) =>
    note(page, into[kind], pause, act, webgl);
  const option = page.getByRole('checkbox', {
    name: new RegExp(`^${sectors[filteredSector].zh} \\d+$`, 'u'),
  });
  for (let time = 0; time < times.filter; time += 1) await make('filter', lookTime, () => option.click());
  await page.locator('.search-input').click();
  for (const key of 'zhenjianga') await make('search key', keyTime, () => page.keyboard.press(key));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const rows = page.locator('.item-row');
  for (let time = 0; time < times.selection; time += 1)
    await make('selection', lookTime, () => rows.nth(time * rowStep).click());
  await page.keyboard.press('Escape');
  const tabs = page.locator('.top-bar .panel-tabs button');
  for (const tab of [0, 0, 1, 1, 0, 1, 0, 0, 1, 1])
    await make('panel', lookTime, () => tabs.nth(tab).click());
  await page.context().close();
  return placed;
}

/** The scenes of the shipped deck, from the second on. */
async function stageChanges({ open }: Session, into: Changes): Promise<Placed> {
  const page = await open('app', { viewport, query: { scene: 'overview.1' } });
  const placed = await placeOfMap(page);
  for (let time = 0; time < times.scene; time += 1)
    await note(page, into.scene, lookTime, () => page.keyboard.press('PageDown'));
  await page.context().close();
  return placed;
}

async function peerChanges(
  { open }: Session,
  peer: Side,
  placed: Placed | undefined,
  kinds: readonly ChangeKind[],
  into: Changes,
): Promise<void> {
  const page = await open(peer, { viewport, placed });
  for (const kind of kinds)
    for (let time = 0; time < times[kind]; time += 1)
      await note(page, into[kind], lookTime, () => page.keyboard.press(changeKeys[kind]));
  await page.context().close();
}

/** Runs in the page: takes the still picture out of what is painted. */
function hideStillPicture(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.still-holder { display: none }');
  document.adoptedStyleSheets.push(sheet);
}
