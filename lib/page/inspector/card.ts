// In: a block. Out: the why card: its label, what speaks for it, what is hidden with it, and the buttons to put it right.
import { LABELS, type Classification, type Label } from '../../engine/types';
import { button, make, set } from '../ui/make';
import type { Say } from '../ui/say';
import { placeOf } from './summary';
import { LABEL_NAMES } from './vocabulary';
import { explain } from './words';

/** What a correction is about: the one block, or the prompt it belongs to. */
export type Scope = 'block' | 'prompt';

/** What saving a correction would do. */
export interface Forecast {
  /** Blocks elsewhere on the page that would change along. */
  readonly others: readonly number[];
  /** False where nothing about the block can be recognised again. */
  readonly possible: boolean;
}

export interface CardActions {
  readonly forecast: (index: number, scope: Scope, label: Label) => Forecast;
  readonly cancel: () => void;
  readonly save: () => void;
  readonly close: () => void;
}

export interface Card {
  readonly node: HTMLElement;
  show(index: number, classification: Classification): void;
  isOpen(): boolean;
  /** Whether it shows what a correction would change, and waits to be told. */
  isAsking(): boolean;
  hide(): void;
}

const MAX_EXCERPTS = 4;
const EXCERPT_LENGTH = 60;

export function createCard(document: Document, say: Say, actions: CardActions): Card {
  const isOpen = () => !node.hasAttribute('hidden');
  const node = make(document, 'section', { class: 'card why', 'aria-label': say('why'), hidden: true });
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' });

  function reasons(index: number, classification: Classification): HTMLElement {
    const sentences = explain(classification.blocks[index]!.reasons, placeOf(index, classification), say);
    const rows = sentences.map(({ text, strength }) =>
      make(document, 'li', {}, make(document, 'span', { class: 'bar', 'aria-hidden': 'true' }, make(document, 'span', { class: `strength s${Math.max(1, Math.round(strength * 5))}` })), make(document, 'span', {}, text)),
    );
    return make(document, 'ul', { class: 'reasons' }, ...(rows.length > 0 ? rows : [make(document, 'li', {}, say('whyUnknown'))]));
  }

  function correction(index: number, classification: Classification): HTMLElement {
    const group = classification.groups.find(({ blocks }) => blocks.includes(index));
    const preview = make(document, 'div', { class: 'preview', role: 'status' });
    const scopes = make(document, 'select', { 'aria-label': say('correctScope') }, make(document, 'option', { value: 'block' }, say('correctBlock')));
    if (group && group.blocks.length > 1) scopes.append(make(document, 'option', { value: 'prompt', selected: true }, say.count('correctPrompt', group.blocks.length)));
    const choices = make(document, 'div', { class: 'choices', role: 'group', 'aria-label': say('correct') });
    const current = classification.blocks[index]!.label;
    const mark = (label: Label | undefined) => {
      for (const choice of choices.children) set(choice, { 'data-chosen': label && choice.textContent === say(LABEL_NAMES[label]) });
    };
    const choose = (label: Label) => {
      mark(label);
      forecast(label);
    };
    const forecast = (label: Label) => {
      const { others, possible } = actions.forecast(index, scopes.value as Scope, label);
      const excerpts = others.slice(0, MAX_EXCERPTS).map((other) => make(document, 'li', {}, make(document, 'bdi', {}, excerptOf(classification.blocks[other]!.text) || say('whyNoText'))));
      preview.replaceChildren(
        make(document, 'p', {}, !possible ? say('correctImpossible') : others.length === 0 ? say('correctOnly') : say.count('correctOthers', others.length)),
        make(document, 'ul', { class: 'others' }, ...excerpts),
        make(
          document, 'div', { class: 'steps' },
          possible && button(document, say('correctSave'), actions.save),
          button(document, say('cancel'), cancel, { class: 'plain' }),
        ),
      );
      preview.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    };
    const withdraw = () => {
      preview.replaceChildren();
      mark(undefined);
      actions.cancel();
    };
    const cancel = () => {
      choices.querySelector<HTMLElement>('[data-chosen]')?.focus();
      withdraw();
    };
    scopes.addEventListener('change', withdraw);
    choices.append(...LABELS.filter((label) => label !== current).map((label) => button(document, say(LABEL_NAMES[label]), () => { choose(label); }, { class: `plain choice ${label}` })));
    return make(document, 'div', { class: 'correct' }, make(document, 'h3', {}, say('correct')), scopes, choices, preview);
  }

  return {
    node,
    show(index, classification) {
      const { label, confidence, text, words } = classification.blocks[index]!;
      const group = classification.groups.find(({ blocks }) => blocks.includes(index));
      node.replaceChildren(
        make(
          document, 'div', { class: 'head' },
          make(document, 'h2', {}, make(document, 'span', { class: `swatch ${label}`, 'aria-hidden': 'true' }), say('whyTitle', say(LABEL_NAMES[label]), percent.format(confidence))),
          button(document, '×', actions.close, { class: 'close', 'aria-label': say('close'), title: say('close') }),
        ),
        make(document, 'p', { class: 'excerpt' }, text === '' ? say('whyNoText') : make(document, 'q', { dir: 'auto' }, `${text}${text.length >= 120 ? '…' : ''}`)),
        make(document, 'p', { class: 'note' }, [say.count('whyWords', words), group ? (group.hide ? say.count('whyHides', group.blocks.length) : say('whyUnsure')) : ''].join(' ').trim()),
        make(document, 'h3', {}, say('why')),
        reasons(index, classification),
        correction(index, classification),
      );
      set(node, { hidden: false });
    },
    isOpen,
    isAsking: () => isOpen() && node.querySelector('.preview > *') !== null,
    hide() {
      set(node, { hidden: true });
    },
  };
}

const excerptOf = (text: string): string => (text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH).trimEnd()}…` : text);
