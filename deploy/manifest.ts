/** The web app manifest's file, beside the page. */
export const manifestName = 'manifest.webmanifest';

/** What an installed atlas is called and looks like. */
export interface AppFace {
  name: string;
  /** Where there is little room. */
  shortName: string;
  description: string;
  /** Language tag of these. */
  lang: string;
  /** Colour of the window's frame and of the first moment, as CSS has it. */
  paper: string;
  /** Colour of the icon's own ground, which a mask may cut into. */
  ground: string;
}

/** An icon to be drawn: the whole picture, or one that a system cuts to a shape of its own. */
export interface AppIcon {
  file: string;
  /** Edge in pixels. */
  size: number;
  purpose: 'any' | 'maskable';
}

/** 192 and 512 pixels are what browsers ask of an app that can be installed: https://web.dev/articles/install-criteria */
export const appIcons: readonly AppIcon[] = [
  { file: 'icons/192.png', size: 192, purpose: 'any' },
  { file: 'icons/512.png', size: 512, purpose: 'any' },
  { file: 'icons/maskable-512.png', size: 512, purpose: 'maskable' },
];

/** The manifest as JSON text. Its addresses are relative: the site may stand on any path. */
export function webManifest(face: AppFace): string {
  const manifest = {
    name: face.name,
    short_name: face.shortName,
    description: face.description,
    lang: face.lang,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: face.paper,
    theme_color: face.paper,
    icons: appIcons.map(({ file, size, purpose }) => ({
      src: `./${file}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The SVG of an icon, made of the site's own. A maskable one fills its square with the ground, and its picture keeps to
 * the inner circle of four fifths that no mask cuts: https://www.w3.org/TR/appmanifest/#icon-masks
 */
export function iconSvg(source: string, { purpose }: AppIcon, ground: string): string {
  if (purpose === 'any') return source;
  const picture = source.replace(/<svg\b/u, '<svg x="8" y="8" width="48" height="48"');
  if (picture === source) throw new Error('The icon is no SVG: it has no <svg> to put into another.');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/>${picture}</svg>`;
}
