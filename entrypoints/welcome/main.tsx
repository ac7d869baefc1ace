// In: settings. Out: the welcome page; the choice made on it becomes the settings.
import '../../components/theme.css';
import { render } from 'preact';
import { dress } from '../../components/shared/dress';
import { Welcome, type WelcomeChoice } from '../../components/welcome/Welcome';
import { t } from '../../lib/i18n';
import { inOrder } from '../../lib/in-order';
import { loadSettings, updateSettings, watchSettings, type Settings } from '../../lib/settings';

/** Who wants to look first wants to be offered hiding later, and to be careful all along. */
const CHOSEN: Readonly<Record<WelcomeChoice, Partial<Settings>>> = {
  hide: { mode: 'hide', ramp: false, driftAlarm: false },
  highlight: { mode: 'highlight', ramp: true, driftAlarm: true },
  later: { mode: 'off', ramp: false, driftAlarm: false },
};
const choiceOf = ({ mode }: Settings): WelcomeChoice => (mode === 'off' ? 'later' : mode);

function draw(settings: Settings, unsaved = false): void {
  dress(document, settings);
  render(<Welcome chosen={choiceOf(settings)} inFirefox={import.meta.env.FIREFOX} unsaved={unsaved} onChoose={choose} />, document.body);
}

function choose(choice: WelcomeChoice): void {
  updateSettings((now) => ({ ...now, ...CHOSEN[choice] })).catch(async () => draw(await loadSettings(), true));
}

document.title = `${t('extensionName')}: ${t('welcomeTitle')}`;
const order = inOrder<Settings>((settings) => { draw(settings); });
watchSettings(order.now);
await order.when(loadSettings());
