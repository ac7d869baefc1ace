// In: UNPITCH_BROWSERS. Out: the browsers that this run tries the extension in.
import type { TestProject } from 'vitest/node';
import type { BrowserName } from '../../tools/browser';

declare module 'vitest' {
  export interface ProvidedContext {
    browsers: BrowserName[];
  }
}

const ALL: BrowserName[] = ['chromium', 'firefox'];

export default function setup(project: TestProject): void {
  const wanted = process.env.UNPITCH_BROWSERS?.split(',') ?? ALL;
  const browsers = ALL.filter((name) => wanted.includes(name));
  if (browsers.length === 0) throw new Error(`UNPITCH_BROWSERS names none of ${ALL.join(', ')}`);
  project.provide('browsers', browsers);
}
