import { describe, expect, it } from 'vitest';
import { type AppIcon, appIcons, iconSvg, webManifest } from './manifest.ts';

const face = {
  name: '报告地图',
  shortName: '地图',
  description: '一张地图',
  lang: 'zh-CN',
  paper: '#ffffff',
  ground: '#aa0000',
};
const source = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle r="9"/></svg>';
const icon = (purpose: AppIcon['purpose']): AppIcon => ({ file: 'icon.png', size: 512, purpose });

describe('the manifest', () => {
  it('says what the app is called, and leads nowhere but to its own folder', () => {
    const manifest = JSON.parse(webManifest(face)) as Record<string, unknown> & { icons: { src: string }[] };
    expect(manifest).toMatchObject({ name: face.name, lang: 'zh-CN', start_url: './', scope: './' });
    expect(manifest.icons.map(({ src }) => src)).toEqual(appIcons.map(({ file }) => `./${file}`));
  });
});

describe('an icon', () => {
  it('is the site’s own, as it is', () => {
    expect(iconSvg(source, icon('any'), face.ground)).toBe(source);
  });

  it('that is masked keeps its picture to the middle, on a ground that fills the square', () => {
    const masked = iconSvg(source, icon('maskable'), face.ground);
    expect(masked).toContain(`<rect width="64" height="64" fill="${face.ground}"/>`);
    expect(masked).toContain('<svg x="8" y="8" width="48" height="48"');
  });

  it('cannot be made of something else', () => {
    expect(() => iconSvg('<html/>', icon('maskable'), face.ground)).toThrow(/no SVG/u);
  });
});
