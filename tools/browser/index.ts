// In: a browser's name. Out: that browser, with the packaged extension in it.
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { BrowserName, ExtensionBrowser, LaunchOptions } from './types';

export { askReport, choose, evaluate } from './page';
export { until } from './wait';
export type { BrowserName, ExtensionBrowser, LaunchOptions, Tab } from './types';

export function launch(name: BrowserName, options: LaunchOptions): Promise<ExtensionBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

/** Folder, below the project's, that `npm run build` writes for a browser. */
export function buildFolder(name: BrowserName): string {
  return name === 'chromium' ? '.output/chrome-mv3' : '.output/firefox-mv3';
}
