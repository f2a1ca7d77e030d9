import { t } from '../browser/i18n';
import { KeyTable } from '../ui/KeyTable';
import { PANEL_KEYS } from '../ui/key-list';
import { Limits } from './Limits';

export function HelpPage() {
  return (
    <>
      <h1>{t('navHelp')}</h1>
      <section class="card stack">
        <h2>{t('keysTitle')}</h2>
        <p>{t('keysAbout')}</p>
        <KeyTable rows={PANEL_KEYS} />
      </section>
      <section class="card stack">
        <h2>{t('dayOneTitle')}</h2>
        <Limits />
      </section>
    </>
  );
}
