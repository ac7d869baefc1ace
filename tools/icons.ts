// In: assets/icon.svg. Out: public/icon/*.png, drawn by Chromium. Run after the drawing has changed; the results are committed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { launchChromium } from './chromium';

const SIZES = [16, 32, 48, 96, 128];

const svg = await readFile('assets/icon.svg', 'utf8');
const browser = await launchChromium();
try {
  await mkdir('public/icon', { recursive: true });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    await writeFile(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
