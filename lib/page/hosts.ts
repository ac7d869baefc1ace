// In: custom elements that have no shadow root yet. Out: word when one gets it, which no observer tells.
import { shadowOf } from './dom';

/** Looked at again after these times, in ms, then no more: by then the page's scripts have run. */
const WAITS_MS = [200, 500, 1000, 2000, 4000];
/** More than so many are not waited for. */
const MAX_HOSTS = 200;

export interface HostWatch {
  /** Waits for the shadow roots of those it has not waited for before. */
  wait(hosts: readonly Element[]): void;
  stop(): void;
}

export function createHostWatch(found: (host: Element) => void): HostWatch {
  const known = new WeakSet<Element>();
  let waiting: Element[] = [];
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const ready = waiting.filter((host) => shadowOf(host) !== null);
    waiting = waiting.filter((host) => host.isConnected && !ready.includes(host));
    for (const host of ready) found(host);
    turn++;
    plan();
  }

  function plan(): void {
    clearTimeout(timer);
    if (waiting.length > 0 && turn < WAITS_MS.length) timer = setTimeout(look, WAITS_MS[turn]);
    else waiting = [];
  }

  return {
    wait(hosts) {
      const fresh = hosts.filter((host) => !known.has(host)).slice(0, MAX_HOSTS - waiting.length);
      if (fresh.length === 0) return;
      for (const host of fresh) known.add(host);
      waiting.push(...fresh);
      turn = 0;
      plan();
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
