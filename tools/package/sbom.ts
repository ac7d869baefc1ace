// In: the lock file. Out: the bill of materials of everything that builds the extension (CycloneDX), the same bytes at every run.
import { spawnSync } from 'node:child_process';
import { ROOT } from '../setup.mjs';

interface Bill {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; tools?: unknown; readonly component: { name: string; type: string } };
  readonly components: { readonly 'bom-ref': string }[];
  readonly dependencies: { readonly ref: string; readonly dependsOn: string[] }[];
}

/** @throws Error when npm cannot make one */
export function sbom(name: string): string {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--sbom-type', 'application'];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm could not list the packages: ${stderr}`);
  const bill = JSON.parse(stdout) as Bill;
  // What changes from run to run, from folder to folder, or from npm to npm.
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  delete bill.metadata.tools;
  bill.metadata.component.name = name;
  bill.components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  bill.dependencies.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  for (const { dependsOn } of bill.dependencies) dependsOn.sort();
  return `${JSON.stringify(bill, null, 2)}\n`;
}
