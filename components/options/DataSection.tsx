// In: what came of the last file, and of sync. Out: saving, loading, keeping in step, and starting over.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isolated, t } from '../../lib/i18n';
import type { SyncStatus } from '../../lib/sync';
import { MAX_MEGABYTES, type Problem } from '../../lib/transfer';
import { Switch } from '../shared/Switch';
import { Section } from './Section';

/** What the page has to say of the last thing done here. */
export type DataNews = 'importDone' | 'importTooBig' | 'importNoFile' | 'importNewer' | 'notSaved' | 'resetDone' | readonly Problem[];

interface Props {
  readonly sync: { readonly on: boolean; readonly status: SyncStatus };
  readonly news: DataNews | undefined;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onSync: (on: boolean) => void;
  readonly onReset: () => void;
}

export function DataSection({ sync, news, onExport, onImport, onSync, onReset }: Props) {
  return (
    <Section id="data" title={t('data')} more={t('dataMore')}>
      <div class="buttons">
        <button type="button" class="second" onClick={onExport}>
          {t('exportAll')}
        </button>
        <label class="file second">
          {t('importAll')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) onImport(file);
              // The same file may be chosen again.
              input.value = '';
            }}
          />
        </label>
      </div>
      <News news={news} />
      <Switch name={t('sync')} on={sync.on} onChange={onSync}>
        {t('syncMore')}
      </Switch>
      {sync.on && sync.status !== 'ok' && (
        <p class="error" role="alert">
          {t(sync.status === 'full' ? 'syncFull' : 'syncFailed')}
        </p>
      )}
      <Reset onReset={onReset} />
    </Section>
  );
}

function News({ news }: { readonly news: DataNews | undefined }) {
  if (news === undefined) return null;
  if (news === 'importDone' || news === 'resetDone') {
    return (
      <p class="done" role="status">
        {t(news)}
      </p>
    );
  }
  if (typeof news === 'string') {
    return (
      <p class="error" role="alert">
        {news === 'importTooBig' ? t(news, [MAX_MEGABYTES]) : t(news)}
      </p>
    );
  }
  return (
    <div class="error" role="alert">
      <p>{t('importWrong')}</p>
      <ul class="problems">
        {news.map((problem) => (
          <li key={problem.path}>{sentence(problem)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Paths and values run left to right, whichever way the sentence runs. */
function sentence({ path, expected, found }: Problem): string {
  return found === undefined ? t('importMissing', [isolated(path)]) : t('importWrongAt', [isolated(path), isolated(expected), isolated(found)]);
}

function Reset({ onReset }: { readonly onReset: () => void }) {
  const [asking, setAsking] = useState<boolean>();
  const safe = useRef<HTMLButtonElement>(null);
  // What was pressed has gone: the focus stays here, on what does no harm.
  useLayoutEffect(() => {
    if (asking !== undefined) safe.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button
        ref={safe}
        type="button"
        class="danger"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('reset')}
      </button>
    );
  }
  return (
    <div class="sure" role="alert">
      <p>{t('resetSure')}</p>
      <button
        type="button"
        class="danger"
        onClick={() => {
          setAsking(false);
          onReset();
        }}
      >
        {t('resetYes')}
      </button>
      <button
        ref={safe}
        type="button"
        class="second"
        onClick={() => {
          setAsking(false);
        }}
      >
        {t('cancel')}
      </button>
    </div>
  );
}
