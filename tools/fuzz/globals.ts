// In: Node. Out: the globals of a page, for code of lib/page that takes the prototypes' own methods when it is loaded. Import it first.
import { Window } from 'happy-dom';

const NAMES = ['Node', 'Element', 'HTMLElement', 'Document', 'DocumentFragment', 'ShadowRoot', 'EventTarget', 'NodeFilter', 'DOMParser', 'getComputedStyle'] as const;

const window = new Window();
for (const name of NAMES) Object.assign(globalThis, { [name]: name === 'getComputedStyle' ? window.getComputedStyle.bind(window) : window[name] });
