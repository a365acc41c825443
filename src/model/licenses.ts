/** A package of which something is in the built app, and the terms it comes under. */
export interface PackageLicense {
  name: string;
  version: string;
  /** As the package declares it: an SPDX identifier or expression. */
  license: string;
  /** Empty where the package names nobody. */
  author: string;
  /** The package that carries it inside its own published file, or null. */
  within: string | null;
  /** Which of the texts is the package's own licence and notice; null where it carries none. */
  text: number | null;
}

/** Data in the app of one origin, and the terms they come under. */
export interface DataLicense {
  name: string;
  nameEn: string;
  /** Empty where no licence is claimed. */
  licenses: string[];
  /** Whom to credit, in words. */
  credit: string;
}

/** Everything in the built app that is under somebody's terms, made at build time. */
export interface Licenses {
  packages: PackageLicense[];
  /** The packages' licence texts, each once. */
  texts: string[];
  data: DataLicense[];
  /** The licences of the data in full, as Markdown. */
  dataNotices: string;
}

/** The name under which the licence texts are published. */
export const licensesFile = 'licenses.txt';

/** All licence texts as one plain text: a list of the packages, each with its own words, then the data. */
export function licensesText({ packages, texts, dataNotices }: Licenses): string {
  const rule = '-'.repeat(78);
  const entries = packages.map((entry) => {
    const { name, version, license, author, within, text } = entry;
    const head = [
      `${name} ${version}`,
      `Licence: ${license}`,
      ...(author ? [`Author: ${author}`] : []),
      ...(within ? [`Carried inside: ${within}`] : []),
    ];
    const words = text === null ? 'The package carries no licence text of its own.' : (texts[text] ?? '');
    return [rule, ...head, '', words.trim(), ''].join('\n');
  });
  return ['SOFTWARE', '', ...entries, rule, 'DATA', '', dataNotices.trim(), ''].join('\n');
}
