// In: a page of Playwright's. Out: a tab as tests and demo use it, closed shadow roots included.
import type { Page } from 'playwright-core';
import type { Tab } from './types';

interface DomNode {
  readonly localName: string;
  readonly backendNodeId: number;
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
}

function findNode(node: DomNode, name: string): DomNode | undefined {
  if (node.localName === name) return node;
  for (const child of node.children ?? []) {
    const found = findNode(child, name);
    if (found) return found;
  }
  return undefined;
}

export function chromiumTab(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    async inClosedRoot(element, expression) {
      const session = await page.context().newCDPSession(page);
      try {
        const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
        const shadow = findNode(root, element)?.shadowRoots?.[0];
        if (!shadow) return undefined;
        const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
        const functionDeclaration = `async function () { return JSON.stringify(await (${expression})(this)); }`;
        const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', { objectId: object.objectId!, functionDeclaration, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value === undefined ? undefined : (JSON.parse(result.value as string) as unknown);
      } finally {
        await session.detach();
      }
    },
    click: (x, y, button = 'left') => page.mouse.click(x, y, { button }),
    key: (name, what = 'press') => page.keyboard[what](name),
    resize: (size) => page.setViewportSize(size),
    focus: () => page.bringToFront(),
    screenshot: async (path, { windowOnly = false } = {}) => void (await page.screenshot({ path, fullPage: !windowOnly })),
    close: () => page.close(),
  };
}
