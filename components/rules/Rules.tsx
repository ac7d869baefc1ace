// In: the reader's corrections, by site. Out: the section of the settings that lists, changes, revives and removes them.
import { LABELS } from '../../lib/engine/types';
import { t } from '../../lib/i18n';
import { LABEL_NAMES } from '../../lib/page/inspector/vocabulary';
import type { Rule, RuleBook, RuleChange } from '../../lib/page/rules/rule';
import { RemoveButton } from '../options/RemoveButton';
import { Section } from '../options/Section';
import { Switch } from '../shared/Switch';

interface Props {
  readonly rules: RuleBook;
  readonly onChange: (change: RuleChange) => void;
  /** Whether hidden prompts leave a button in their place. */
  readonly stubs: boolean;
  readonly onStubs: (on: boolean) => void;
}

const ASIDE = { stale: 'ruleStale', unsafe: 'ruleUnsafe' } as const;

export function Rules({ rules, onChange, stubs, onStubs }: Props) {
  const sites = Object.keys(rules).sort();
  return (
    <Section id="rules" title={t('rules')} more={t('rulesMore')}>
      {sites.length === 0 && <p class="none">{t('rulesNone')}</p>}
      {sites.map((site) => (
        <div key={site} class="grow">
          <h3>
            <bdi>{site}</bdi>
          </h3>
          <ul class="rows">
            {rules[site]!.map((rule) => (
              <RuleRow key={rule.id} site={site} rule={rule} onChange={onChange} />
            ))}
          </ul>
        </div>
      ))}
      <Switch name={t('stubsSetting')} on={stubs} onChange={onStubs} />
    </Section>
  );
}

function RuleRow({ site, rule, onChange }: { readonly site: string; readonly rule: Rule; readonly onChange: Props['onChange'] }) {
  const { id, selector, start, label, made, aside } = rule;
  const name = start ? `${selector} “${start}…”` : selector;
  return (
    <li>
      <div class="grow">
        <code dir="ltr">{selector}</code>
        {start && <p class="quiet">{t('ruleStart', [start])}</p>}
        <p class="quiet">{t('ruleMade', [new Intl.DateTimeFormat(t('locale'), { dateStyle: 'medium' }).format(made)])}</p>
        {aside && (
          <>
            <p class="error">{t(ASIDE[aside])}</p>
            <button
              type="button"
              class="small revive"
              onClick={() => {
                onChange({ type: 'revive', site, id });
              }}
            >
              {t('ruleRevive')}
            </button>
          </>
        )}
      </div>
      <select
        aria-label={t('ruleLabel', [name])}
        value={label}
        onChange={(event) => {
          const chosen = LABELS.find((one) => one === event.currentTarget.value);
          if (chosen) onChange({ type: 'relabel', site, id, label: chosen });
        }}
      >
        {LABELS.map((one) => (
          <option key={one} value={one}>
            {t(LABEL_NAMES[one])}
          </option>
        ))}
      </select>
      <RemoveButton
        name={name}
        onRemove={() => {
          onChange({ type: 'remove', site, ids: [id] });
        }}
      />
    </li>
  );
}
