// @vitest-environment node
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { zip } from '../../tools/package/zip';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = { 'b.txt': bytes('second'), 'a/ä.txt': bytes('first') };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('zip', () => {
  it('holds what was put in', () => {
    expect(unzipSync(zip(FILES))).toEqual({ 'a/ä.txt': bytes('first'), 'b.txt': bytes('second') });
  });

  it('is the same whatever the order, the day and the time zone', async () => {
    const first = zip(FILES);
    expect(zip({ 'a/ä.txt': FILES['a/ä.txt'], 'b.txt': FILES['b.txt'] })).toEqual(first);
    for (const zone of ['Pacific/Kiritimati', 'America/Anchorage']) {
      vi.stubEnv('TZ', zone);
      vi.setSystemTime('2031-07-09T23:59:00Z');
      vi.resetModules();
      const { zip: anew } = await import('../../tools/package/zip');
      expect(anew(FILES), zone).toEqual(first);
    }
  });

  it('differs when a file does', () => {
    expect(zip({ ...FILES, 'b.txt': bytes('other') })).not.toEqual(zip(FILES));
  });
});
