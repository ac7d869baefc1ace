// A seed in, choices out: the same seed makes the same pages on every machine.

import { generator } from '../tools/random';

export class Choice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = generator(seed);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Up to `count` different items in random order. */
  some<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    return taken;
  }

  token(length: number): string {
    return Array.from({ length }, () => this.pick([...'abcdefghijkmnpqrstuvwxyz0123456789'])).join('');
  }
}
