// What the demo and the browser tests ask of a browser that has the packaged extension in it, whichever browser it is.
import type { CDPSession } from 'playwright-core';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export interface Tab {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, a promise awaited; it travels as JSON. */
  run(expression: string): Promise<unknown>;
  /**
   * Calls a function, written as an expression, with the closed shadow root of the first element of this name, and returns what
   * it returns; it travels as JSON. Undefined when there is no such element. Never there for pages of the extension.
   */
  inClosedRoot?(element: string, expression: string): Promise<unknown>;
  /** A click of the mouse at a place in the window, in CSS pixels. */
  click?(x: number, y: number, button?: 'left' | 'right'): Promise<void>;
  /** Lays the tab out as in a window of this size, in CSS pixels. */
  resize(size: WindowSize): Promise<void>;
  /** A key pressed, with `Shift+` before it where that is held; or, in pages that are not the extension's, only pushed down or let go. */
  key?(name: string, what?: 'press' | 'down' | 'up'): Promise<void>;
  /** Brings the tab to the front. */
  focus(): Promise<void>;
  /** Writes a PNG of the whole page or, in Chromium only, of what is in the window. */
  screenshot(path: string, options?: { readonly windowOnly?: boolean }): Promise<void>;
  close(): Promise<void>;
}

export interface ExtensionBrowser {
  readonly name: BrowserName;
  /** `size` is that of its window in CSS pixels. */
  open(url: string, options?: { readonly size?: WindowSize }): Promise<Tab>;
  /** In a private window, into which the extension is let if the browser was launched with `privateWindows`. */
  openPrivate(url: string): Promise<Tab>;
  /** The extension's popup in a tab of its own, speaking of `tab`. */
  openPopup(tab: Tab): Promise<Tab>;
  /**
   * A page of the extension, such as `options.html`, in a tab of its own. `before` runs in it ahead of its own scripts, in Chromium only.
   * `size` is that of its window in CSS pixels, in Chromium only.
   */
  openPage(path: string, options?: { readonly before?: string; readonly size?: WindowSize }): Promise<Tab>;
  /** Waits for the page that greets the reader in a fresh profile, and closes it. */
  closeWelcome(): Promise<void>;
  /** The text on the extension's toolbar button while `tab` is in front. */
  badge(tab: Tab): Promise<string>;
  /** Presses the extension's button in the toolbar while `tab` is in front. */
  clickAction(tab: Tab): Promise<void>;
  /** Does what the browser does when the keys of one of the extension's commands are pressed while `tab` is in front. */
  runCommand(tab: Tab, name: string): Promise<void>;
  /** Has every page drawn in the reader's few colours, as a system's contrast theme does, or as it comes again. */
  forceColors(tab: Tab, on: boolean): Promise<void>;
  /** Has pages told what the reader prefers; in Firefox all of them. */
  prefer(tab: Tab, wishes: { readonly calm?: boolean; readonly scheme?: 'light' | 'dark' }): Promise<void>;
  /** Lays the page out as on paper, or as on screen again. */
  setMedia(tab: Tab, media: 'print' | 'screen'): Promise<void>;
  /** Takes the extension's access to pages away, as a reader can. */
  revokeAccess(): Promise<void>;
  /** Says yes when the extension has asked for it in the tab in front; in Chromium, whose question cannot be answered from outside, gives it in the settings. */
  grantAccess(): Promise<void>;
  /** A line to the developer tools of a tab, in Chromium only. */
  readonly devtools?: (tab: Tab) => Promise<CDPSession>;
  /** Errors that pages have logged or thrown so far. */
  readonly errors: readonly string[];
  /** Ends the extension's background at once, as the browser does when it has been idle; whatever it is asked next starts it again. */
  stopBackground(): Promise<void>;
  /** Starts the extension anew from its folder, as an update does, with its pages gone and the tabs left as they are. */
  reloadExtension(): Promise<void>;
  /** Errors that the browser has noted of the extension itself, its background included. */
  ownErrors(): Promise<string[]>;
  /** Bytes held after garbage collection, by part: the page in `tab`, what of the extension runs. */
  memory(tab: Tab): Promise<Record<string, number>>;
  /** Resolves when the browser is gone, closed by us or by the user. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Folder of the profile; settings made in it are there again at the next launch. */
  readonly profile: string;
  /** The language that the browser asks the extension to speak; the system's when left out. */
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** A finger, not a mouse, points, in Firefox only. */
  readonly touch?: boolean;
  /**
   * False for pictures, in Chromium only: a page is measured with its scroll bar and pictured without it, and so laid out anew meanwhile
   * and cut off at the edge.
   */
  readonly scrollBars?: boolean;
  /** `host:port` of a proxy for all that leaves this machine or, with `everything`, for all that leaves the browser. */
  readonly proxy?: { readonly address: string; readonly everything?: boolean };
  /** Lets the extension into private windows, as the reader can. In Chromium for a fresh profile only. */
  readonly privateWindows?: boolean;
  /** Folder that downloads go to, under their own names. */
  readonly downloads?: string;
  /** Size of the window in CSS pixels; the browser's own when left out. */
  readonly size?: WindowSize;
}
