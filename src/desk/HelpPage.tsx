import { type MessageKey, t } from '../browser/i18n';
import { Limits } from './Limits';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['1 – 8', 'keyTick'],
  ['Shift + 1 – 8', 'keyMissed'],
  ['T', 'momentTenseness'],
  ['S', 'momentStrain'],
  ['R', 'momentRepair'],
  ['O', 'momentOpeningUp'],
  ['B', 'momentBoundary'],
  ['N', 'keyNote'],
  ['U', 'keyUndo'],
  ['H', 'keyHide'],
];

export function HelpPage() {
  return (
    <>
      <h1>{t('navHelp')}</h1>
      <section class="card stack">
        <h2>{t('keysTitle')}</h2>
        <p>{t('keysAbout')}</p>
        <dl class="keys">
          {KEYS.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="card stack">
        <h2>{t('dayOneTitle')}</h2>
        <Limits />
      </section>
    </>
  );
}
