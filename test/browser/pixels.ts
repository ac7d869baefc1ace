// In: pictures of a page. Out: how much of the place of an element, or of the frame around it, differs between two; and its commonest colour.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, type Tab } from '../../tools/browser';

/** All of the page, as a data URL. */
export async function picture(tab: Tab): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unpitch-picture-'));
  try {
    // What follows from the last change is drawn two frames on.
    await evaluate(tab, () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
    await tab.screenshot(join(folder, 'page.png'));
    return `data:image/png;base64,${(await readFile(join(folder, 'page.png'))).toString('base64')}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Kept {
  pixels: Map<string, ImageData>;
  /** Whether a pixel of the page lies within an element's box, or in the frame of so many CSS pixels around it. */
  place(element: Element, frame: number): [x: number, y: number][];
  colour(data: ImageData, x: number, y: number): string;
}

/** Has the page itself read the pictures: it knows PNG. */
export async function show(tab: Tab, pictures: Readonly<Record<string, string>>): Promise<void> {
  await evaluate(
    tab,
    async (all) => {
      const page = globalThis as unknown as Kept;
      page.pixels ??= new Map();
      for (const [name, url] of Object.entries(all)) {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.drawImage(image, 0, 0);
        page.pixels.set(name, context.getImageData(0, 0, image.width, image.height));
      }
      page.place = (element, frame) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const [x1, x2, y1, y2] = [left + scrollX, right + scrollX, top + scrollY, bottom + scrollY].map(Math.round) as [number, number, number, number];
        const found: [number, number][] = [];
        for (let y = y1 - frame; y < y2 + frame; y++) {
          for (let x = x1 - frame; x < x2 + frame; x++) if (frame === 0 || x < x1 || x >= x2 || y < y1 || y >= y2) found.push([x, y]);
        }
        return found;
      };
      page.colour = ({ data, width, height }, x, y) => (x < 0 || y < 0 || x >= width || y >= height ? '' : data.slice((y * width + x) * 4, (y * width + x) * 4 + 3).join(' '));
    },
    pictures,
  );
}

/** The share of pixels that differ between two pictures, within an element or, with `frame`, so many pixels around it. */
export function differing(tab: Tab, one: string, other: string, selector: string, frame = 0): Promise<number> {
  return evaluate(
    tab,
    (a, b, where, around) => {
      const { pixels, place, colour } = globalThis as unknown as Kept;
      const all = place(document.querySelector(where)!, around);
      return all.filter(([x, y]) => colour(pixels.get(a)!, x, y) !== colour(pixels.get(b)!, x, y)).length / all.length;
    },
    one, other, selector, frame,
  );
}

/** The commonest colour of each of these elements. */
export function colours(tab: Tab, name: string, selector: string): Promise<string[]> {
  return evaluate(
    tab,
    (which, where) => {
      const { pixels, place, colour } = globalThis as unknown as Kept;
      return Array.from(document.querySelectorAll(where), (element) => {
        const counts = new Map<string, number>();
        for (const [x, y] of place(element, 0)) {
          const one = colour(pixels.get(which)!, x, y);
          counts.set(one, (counts.get(one) ?? 0) + 1);
        }
        return Array.from(counts).sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
      });
    },
    name, selector,
  );
}
