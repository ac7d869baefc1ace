// In: nothing. Out: what a session on a page needs, and what it offers.
import type { Classification } from '../engine/types';
import type { Settings } from '../settings';
import type { Desk, DeskOptions } from './desk';
import type { LegendTexts } from './legend';
import type { Signature } from './signature';
import type { PromptInfo } from './prompt-info';
import type { PageClassifier } from './reader';
import type { PageReport } from './report';

export interface SessionOptions {
  readonly document: Document;
  readonly classifier: PageClassifier;
  /** Classifies the document of a frame, whether it is an article or not. */
  readonly classifyFrame: (document: Document) => Classification;
  readonly loadSettings: () => Promise<Settings>;
  readonly watchSettings: (callback: (settings: Settings) => void) => () => void;
  readonly loadMemory: (site: string) => Promise<readonly Signature[]>;
  readonly saveMemory: (site: string, signatures: readonly Signature[]) => void;
  /** Called when the report has changed, and again when the page comes back into view. */
  readonly onReport: (report: PageReport) => void;
  readonly texts: LegendTexts;
  readonly desk: Pick<DeskOptions, 'say' | 'rules' | 'mayStore' | 'export'>;
  /** Ends the session and puts the page back. */
  readonly signal: AbortSignal;
}

export interface Session {
  report(): PageReport;
  prompts(): PromptInfo[];
  /** Shows a hidden prompt and scrolls to it, or hides it again; a prompt that is gone is passed over. */
  reveal(id: number, on: boolean): void;
  /** What the reader can ask for on the page itself. */
  readonly desk: Desk;
  /** The page has navigated without loading: look at it anew. */
  navigated(): void;
}
