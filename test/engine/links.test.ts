// In: addresses as pages write them. Out: proof that they are read for what they are, and that none throws.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLink, registrableDomain } from '../../lib/engine/links';

it.each([
  ['https://www.Paper.example/News/A?b=C', { host: 'paper.example', path: '/news/a?b=c' }],
  ['//cdn.example:8080', { host: 'cdn.example', path: '/' }],
  ['https://user:word@bank.example/x', { host: 'bank.example', path: '/x' }],
  ['/news/story', { host: '', path: '/news/story' }],
  ['story.html#part', { host: '', path: 'story.html#part' }],
  ['  ', { host: '#', path: '' }],
  ['#top', { host: '#', path: '' }],
  ['javascript:void(0)', { host: '#', path: '' }],
  ['mailto:a@b.example', { host: 'mailto:', path: '' }],
  ['TEL:+1', { host: 'tel:', path: '' }],
  [null, { host: '#', path: '' }],
])('%s', (address, record) => {
  expect(readLink(address)).toEqual(record);
});

it('reads any string', () => {
  fc.assert(fc.property(fc.string(), (address) => {
    const { host, path } = readLink(address);
    expect(path.length).toBeLessThanOrEqual(200);
    expect(host).toBe(host.toLowerCase());
  }));
});

it.each([['news.bbc.co.uk', 'bbc.co.uk'], ['www1.folha.uol.com.br', 'uol.com.br'], ['a.b.paper.example', 'paper.example'], ['localhost', 'localhost'], ['paper.example', 'paper.example']])('%s is registered as %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});
