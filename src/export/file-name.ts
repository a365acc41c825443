/** As long as a name may be so that, with folders before it, every system takes it. */
const longest = 80;

/** The name of a file: its subject and the date of the report, without what file systems refuse. */
export function fileName(subject: string, date: string, extension: string): string {
  const safe = subject
    // biome-ignore lint/suspicious/noControlCharactersInRegex: some systems refuse just these
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]|\p{Surrogate}|\p{Cf}/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const short = [...safe]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/u, '');
  return `${short || 'atlas'} ${date}.${extension}`;
}
