// In: the prompts on the page. Out: a list of them, each to be shown, found, hidden again or disputed.
import { t } from '../../lib/i18n';
import type { PromptInfo } from '../../lib/page/prompt-info';
import type { Mode } from '../../lib/settings';
import type { PopupActions } from './Popup';
import '../shared/labels.css';

interface Props {
  readonly prompts: readonly PromptInfo[];
  /** The mode of the page. */
  readonly mode: Mode;
  /** Numbers of those that the reader disputed; undefined where they cannot be. */
  readonly disputed: readonly number[] | undefined;
  readonly actions: PopupActions;
}

export function PromptList({ prompts, mode, disputed, actions }: Props) {
  if (prompts.length === 0) return null;
  return (
    <section class="prompts">
      <h2>{t('promptsHere')}</h2>
      <ul tabIndex={0} aria-label={t('promptsHere')}>
        {prompts.map((prompt) => (
          <li key={prompt.id} class={disputed ? 'long' : undefined}>
            <span class={`swatch ${prompt.kind}`} title={t(prompt.kind)} />
            <span class="visually-hidden">{t(prompt.kind)}</span>
            <span class="title" id={`prompt-${prompt.id}`} dir="auto">
              {prompt.title || t('untitled')}
            </span>
            {disputed && prompt.state === 'outlined' && (
              <Dispute prompt={prompt} done={disputed.includes(prompt.id)} actions={actions} />
            )}
            <Jump prompt={prompt} mode={mode} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Jump({ prompt: { id, state }, mode, actions }: { readonly prompt: PromptInfo; readonly mode: Mode; readonly actions: PopupActions }) {
  const isShownAgain = mode === 'hide' && state === 'outlined';
  return (
    <button
      type="button"
      class="small"
      aria-describedby={`prompt-${id}`}
      onClick={() => {
        actions.reveal(id, !isShownAgain);
      }}
    >
      {isShownAgain ? t('hideAgain') : state === 'hidden' ? t('show') : t('goTo')}
    </button>
  );
}

function Dispute({ prompt: { id }, done, actions }: { readonly prompt: PromptInfo; readonly done: boolean; readonly actions: PopupActions }) {
  return (
    <button
      type="button"
      class="small"
      // Not disabled: the reader who has just pressed it would lose the focus.
      aria-disabled={done}
      aria-describedby={`prompt-${id}`}
      onClick={() => {
        if (!done) actions.dispute(id);
      }}
    >
      {done ? t('disputeNoted') : t('notPrompt')}
    </button>
  );
}
