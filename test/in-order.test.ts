import { expect, it } from 'vitest';
import { inOrder } from '../lib/in-order';

it('calls back with what comes, but with nothing older than what has come', async () => {
  const seen: string[] = [];
  const order = inOrder<string>((value) => seen.push(value));
  let finish: (value: string) => void = () => undefined;
  const slow = order.when(new Promise((resolve) => { finish = resolve; }));
  order.now('changed');
  await order.when(Promise.resolve('changed again'));
  finish('loaded before');
  await slow;
  expect(seen).toEqual(['changed', 'changed again']);
  await order.when(Promise.resolve('loaded'));
  expect(seen.at(-1)).toBe('loaded');
});

it('passes a failure on, and goes on', async () => {
  const seen: number[] = [];
  const order = inOrder<number>((value) => seen.push(value));
  await expect(order.when(Promise.reject(new Error('Storage is broken')))).rejects.toThrow('Storage is broken');
  order.now(1);
  expect(seen).toEqual([1]);
});
