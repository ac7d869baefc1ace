// In: nothing, an address or a file. Out: a real browser in which Unpitch takes the pitches out of that page.
// Runs before node_modules exist: sets everything up first, and only then loads what needs packages.
import { parseArgs } from 'node:util';
import { build, PlainError, setUpBrowser, setUpPackages } from './setup.mjs';

const USAGE = 'npm start -- [address or file] [--firefox] [--headless]';

try {
  const { name, headless, target } = readArguments();
  setUpPackages();
  setUpBrowser(name);
  build();
  const { tsImport } = await import('tsx/esm/api');
  const { demo } = await tsImport('./demo/demo.ts', import.meta.url);
  await demo({ name, headless, target });
} catch (error) {
  // One line for what a user can mend; anything else is our mistake and comes with its trace.
  console.error(error.name === 'PlainError' ? error.message : error);
  process.exitCode = 1;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { firefox: { type: 'boolean', default: false }, headless: { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new TypeError('Only one page at a time.');
    return { name: values.firefox ? 'firefox' : 'chromium', headless: values.headless || !hasDisplay(), target: positionals[0] };
  } catch (error) {
    throw new PlainError(`${error.message.split('\n')[0]} Use: ${USAGE}`);
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
