// In: a finished build. Out: what is handed to the stores, linted: the zips of both browsers, the sources for reviewers, and the bill of materials.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from './package/lint';
import { sbom } from './package/sbom';
import { readSources } from './package/sources';
import { readFiles, zip } from './package/zip';
import { ROOT } from './setup.mjs';

const OUTPUT = join(ROOT, '.output');
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string };

const artefacts = {
  'chrome.zip': zip(readFiles(join(OUTPUT, 'chrome-mv3'))),
  'firefox.zip': zip(readFiles(join(OUTPUT, 'firefox-mv3'))),
  'sources.zip': zip(readSources(ROOT)),
  'sbom.json': Buffer.from(sbom(name)),
};
const path = (what: string) => join(OUTPUT, `${name}-${version}-${what}`);

for (const [what, bytes] of Object.entries(artefacts)) {
  writeFileSync(path(what), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}-${version}-${what}  ${(bytes.length / 1000).toFixed(0)} kB`);
}
const complaints = lint(path('firefox.zip'));
for (const complaint of complaints) console.error(complaint);
console.log(`Linter of addons.mozilla.org: ${complaints.length === 0 ? 'no error, warning or notice' : `${complaints.length} complaints`}`);
process.exitCode = complaints.length === 0 ? 0 : 1;
