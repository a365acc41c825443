import base from 'virtual:atlas/base-layers';
import deploy from 'virtual:atlas/deploy';
import { type Tokens, themeTokens } from '../../drawing/tokens.ts';
import { pictureBox, pictureSize, type SheetFormat } from '../../export/slide-layout.ts';
import { dictionary } from '../../i18n/index.ts';
import type { MapPictures, Wanted } from '../../map/index.ts';
import { detailedBasemap } from '../../model/basemap.ts';
import type { Dataset, Deck } from '../../model/dataset.ts';
import { shownView } from '../../model/decks/stage.ts';
import { listedItems } from '../../model/grouping.ts';
import type { View } from '../../model/view.ts';
import type { AtlasState } from '../../state/index.ts';
import { type MapParts, mapParts, wantedMap } from '../atlas-map/wanted-map.ts';
import { composePng, footerHeight, mapRoom, type PngFrame } from './compose-png.ts';
import { legendEntries } from './legend-entries.ts';
import { picturing } from './picture-failure.ts';

/** Pixels of a handout's picture for each CSS pixel: 192 to the inch, on the slide and on paper. */
const handoutRatio = 2;
/** Space around what a picture is fitted to, in CSS pixels. */
const padding = { top: 34, right: 34, bottom: 34, left: 34 };

/** Opens a map for pictures of one size. The map is the largest part of the code: it is there, or comes now. */
async function openPictures(
  dataset: Dataset,
  { width, height, pixelRatio }: { width: number; height: number; pixelRatio: number },
  wanted: Wanted,
): Promise<MapPictures> {
  const { MapPictures } = await import('../../map/index.ts');
  return MapPictures.open(base, dataset.city, { width, height, pixelRatio }, wanted);
}

/** The state of the map of a picture: as the live map shows the view, but with no panel over it. */
function wantedPicture(
  view: View,
  parts: MapParts,
  { dataset, basemap }: Pick<AtlasState, 'dataset' | 'basemap'>,
  { tokens, scale }: { tokens: Tokens; scale: number },
): Wanted {
  const room = {
    tokens,
    scale,
    padding,
    covered: padding,
    basemap: detailedBasemap(basemap, deploy.basemaps),
  };
  return wantedMap(parts, view, dataset, room);
}

/**
 * Takes a picture of each scene of a deck for a format, in paper's colours, each once the map has settled; gives PNGs in
 * order. `tell` hears which one is taken.
 */
export function takeScenePictures(
  deck: Deck,
  format: SheetFormat,
  state: AtlasState,
  tell: (at: number, total: number) => void,
  signal: AbortSignal,
): Promise<Blob[]> {
  return picturing(signal, async () => {
    const sheets = sceneSheets(deck, format, state);
    const maps = new Map<string, MapPictures>();
    const pictures: Blob[] = [];
    try {
      for (const [index, { view, parts, frame }] of sheets.entries()) {
        tell(index + 1, sheets.length);
        const wanted = wantedPicture(view, parts, state, frame);
        const { width, height } = mapRoom(frame);
        const size = `${width} × ${height}`;
        const map =
          maps.get(size) ??
          (await openPictures(state.dataset, { width, height, pixelRatio: handoutRatio }, wanted));
        maps.set(size, map);
        const picture = await map.take(wanted, signal);
        pictures.push(await composePng(frame, picture));
        signal.throwIfAborted();
      }
    } finally {
      for (const map of maps.values()) map.destroy();
    }
    return pictures;
  });
}

interface SceneSheet {
  view: View;
  parts: MapParts;
  frame: PngFrame;
}

/** What the picture of each scene shows. Their legends get the same room, so that one map after the other has its size. */
function sceneSheets(deck: Deck, format: SheetFormat, state: AtlasState): SceneSheet[] {
  const { dataset, grouping } = state;
  const sheets = deck.scenes.map((scene, index) => {
    const view = shownView({ ...state.view, stage: { deck: deck.id, index } }, scene, null, dataset);
    const parts = mapParts(view, listedItems(dataset, view.filters, grouping), dataset);
    const box = pictureBox(format, scene.role);
    return { view, parts, frame: sceneFrame(view, parts, pictureSize(box)) };
  });
  const leastFooter = Math.max(0, ...sheets.map(({ frame }) => footerHeight(frame)));
  return sheets.map((sheet) => ({ ...sheet, frame: { ...sheet.frame, leastFooter } }));
}

function sceneFrame(
  { language }: View,
  { located }: MapParts,
  size: { width: number; height: number },
): PngFrame {
  return {
    ...size,
    pixelRatio: handoutRatio,
    scale: 1,
    tokens: themeTokens.light,
    language,
    north: dictionary(language).north,
    legend: legendEntries(located, language),
    heading: null,
  };
}

/** Takes a picture of what the map shows, with a frame that says all that a map must say; gives it as a PNG. */
export function takeMapPng(
  view: View,
  frame: Omit<PngFrame, 'legend'>,
  state: AtlasState,
  signal: AbortSignal,
): Promise<Blob> {
  return picturing(signal, async () => {
    const parts = mapParts(view, listedItems(state.dataset, view.filters, state.grouping), state.dataset);
    const whole: PngFrame = { ...frame, legend: legendEntries(parts.located, view.language) };
    const wanted = wantedPicture(view, parts, state, frame);
    const room = { ...mapRoom(whole), pixelRatio: frame.pixelRatio };
    const map = await openPictures(state.dataset, room, wanted);
    try {
      const picture = await map.take(wanted, signal);
      return await composePng(whole, picture);
    } finally {
      map.destroy();
    }
  });
}
