// In: the project's facts. Out: the manifests and bundles of both browsers, by WXT.
import preact from '@preact/preset-vite';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { findChromium, findFirefox } from './tools/browsers.mjs';
import { bake } from './tools/build/bake';
import { withoutInnerHtml } from './tools/build/inner-html';
import { followPackages, licenceText } from './tools/build/licences';

const ICON_SIZES = [16, 32, 48, 96, 128];
const shipped = followPackages();

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // For `npm run dev`: the browsers of `npm start`, since branded Chrome no longer takes an unpacked extension from its command line.
  webExt: { binaries: Object.fromEntries(Object.entries({ chrome: findChromium(), firefox: findFirefox() }).filter(([, path]) => path !== undefined)) as Record<string, string> },
  // Every name is imported where it is used, so that a reader sees where it comes from.
  imports: false,
  hooks: {
    // Read by those who follow "What is new" in the settings; nothing is fetched for it.
    'build:publicAssets': (_, assets) => {
      assets.push({ absoluteSrc: resolve('CHANGELOG.md'), relativeDest: 'changelog.txt' });
    },
    'build:done': ({ config }) => writeFile(join(config.outDir, 'licences.txt'), licenceText(shipped.packages())),
  },
  // Without Vite's own way of loading modules ahead, which is for browsers that we do not serve, and fetches.
  vite: () => ({ build: { modulePreload: { polyfill: false } }, plugins: [bake(), withoutInnerHtml(), preact(), shipped.plugin] }),
  manifest: ({ browser, command: job }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // The second for "Hide this" and "Not clutter", the third for a picture of what the inspector shows; none makes the browser ask or warn.
    permissions: ['storage', 'contextMenus', 'activeTab'],
    icons: Object.fromEntries(ICON_SIZES.map((size) => [size, `icon/${size}.png`])),
    action: { default_title: '__MSG_extensionName__' },
    // Chrome takes at most four suggestions, and drops those it uses itself (with Alt and Shift: A, B, C, I, N, P, T, X and Z).
    // The reader can give the others a key, and change these.
    commands: {
      'toggle-hiding': command('toggleHiding', 'Alt+Shift+H'),
      'toggle-inspector': command('toggleInspector', 'Alt+Shift+Y'),
      peek: command('peek', 'Alt+Shift+U'),
      'next-prompt': command('nextPrompt', 'Alt+Shift+J'),
      'previous-prompt': command('previousPrompt', browser === 'firefox' ? 'Alt+Shift+K' : undefined),
      undo: command('undoLast', browser === 'firefox' ? 'Alt+Shift+Z' : undefined),
    },
    // But under `npm run dev`, whose scripts, styles and word of changes come from its own server.
    ...(job === 'serve' ? {} : { content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            // 140 (desktop) and 142 (Android) are the first to show data_collection_permissions to the reader.
            gecko: { id: 'unpitch@unpitch.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});

function command(text: string, key: string | undefined) {
  return { description: `__MSG_${text}__`, ...(key ? { suggested_key: { default: key } } : {}) };
}
