#!/bin/sh
# Puts a release in the place of the one before, on the server: publish.sh 2026-05-01
# The release is a folder in /srv/atlas/releases/, copied from dist-server/. To go back, name an older one.
set -eu

cd /srv/atlas/
release="releases/${1:?name a folder in /srv/atlas/releases/}"
if [ ! -f "$release/site/index.html" ] || [ ! -f "$release/policy.conf" ]; then
  echo "$release is no release: it needs site/index.html and policy.conf" >&2
  exit 1
fi

# Pages that are open go on finding the parts of their own version, whose names no other version has.
for file in site/assets/*; do
  if [ -f "$file" ] && [ ! -e "$release/$file" ]; then cp -p "$file" "$release/$file"; fi
done

# The policy first: it has to let the new page through when that is there.
ln -sfn "$release/policy.conf" policy.conf
systemctl reload nginx
sleep 1

# All files at once.
ln -sfn "$release/site" site.next
mv -T site.next site
