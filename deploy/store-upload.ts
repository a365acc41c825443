import { askedEachTime } from './served-files.ts';

/** The headers of every file, by its path from the site. */
type Headers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The page that everybody asks for, and what tells browsers that keep the site of a new version: the last to come. */
const lastOnes: readonly string[] = ['index.html', 'service-worker.js'];

/** A path that neither a shell nor the patterns of `aws s3 cp` read as anything but itself. */
const plainPath = /^[\w./-]+$/u;

/**
 * A shell script that puts the folder `site/` beside it into a store that speaks S3's protocol, every file with its
 * `Content-Type` and `Cache-Control` from `headers`: a store knows few types, and no caching. Parts come before pages, and
 * nothing is deleted. Throws for a path that would be read as a pattern.
 * Source of the options: https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html
 */
export function uploadScript(headers: Headers): string {
  const odd = Object.keys(headers).find((path) => !plainPath.test(path));
  if (odd) throw new Error(`${odd}: only letters, digits, “.”, “-” and “_” may stand in the name of a file.`);
  const classes = new Map<string, string[]>();
  for (const [path, { 'content-type': type, 'cache-control': caching }] of Object.entries(headers)) {
    const key = `${turnOf(path, caching)} --content-type '${type}' --cache-control '${caching}'`;
    classes.set(key, [...(classes.get(key) ?? []), path]);
  }
  const commands = [...classes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, paths]) =>
      [
        `aws s3 cp . "$to" --recursive --no-progress "$@" ${key.slice(2)} --exclude '*'`,
        ...paths.map((path) => `  --include '${path}'`),
      ].join(' \\\n'),
    );
  return `${beginning}\n${commands.join('\n\n')}\n`;
}

/** When a file comes, as one digit: first what is kept for good, then all else, the pages, and the last ones one by one. */
function turnOf(path: string, caching: string | undefined): number {
  if (lastOnes.includes(path)) return 3 + lastOnes.indexOf(path);
  if (path.endsWith('.html')) return 2;
  return caching === askedEachTime ? 1 : 0;
}

const beginning = `#!/bin/sh
# Written by npm run deploy:files: puts the site into a store that speaks S3's protocol, each file with its type and caching.
#     sh upload.sh s3://BUCKET/atlas [--endpoint-url https://store.example.org] [other options of aws s3 cp]
# Parts come before the pages that ask for them. Nothing is deleted: pages that are open go on finding the parts of their
# own version. To go back, run the script of an earlier release.
set -eu

case "\${1:-}" in
  s3://?*) to="\${1%/}/" ;;
  *)
    echo "Name the place in the store: sh upload.sh s3://BUCKET/atlas" >&2
    exit 2
    ;;
esac
shift
cd "$(dirname "$0")/site"
`;
