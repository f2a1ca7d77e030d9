import { useState } from 'preact/hooks';
import { setRetention } from '../../app/clients';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { MOST_YEARS } from '../../domain/client-record';
import type { Client } from '../../domain/clients';
import { USUAL_YEARS } from '../../domain/retention';
import { TextField } from '../../ui/TextField';
import { dayWords } from '../../ui/words';

interface RetentionSectionProps {
  vault: OpenVault;
  world: World;
  client: Client;
}

/** How long a client's sessions are kept before erasing them is proposed. Nothing is ever erased by itself. */
export function RetentionSection({ vault, world, client }: RetentionSectionProps) {
  const { years, retentionDay, isDue } = client;
  const isOwn = years !== null && !USUAL_YEARS.some(usual => usual === years);
  const [asksOwn, setAsksOwn] = useState(false);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (chosen: number | null) => {
    setProblem(null);
    try {
      await setRetention(vault, world, client.code, chosen);
      setAsksOwn(false);
    } catch {
      setProblem(t('settingNotSaved'));
    }
  };
  const choose = (value: string) => {
    if (value === 'own') {
      setTyped(isOwn ? String(years) : '');
      setAsksOwn(true);
    } else void save(value === '' ? null : Number(value));
  };
  const saveOwn = (event: Event) => {
    event.preventDefault();
    const number = Number(typed.trim());
    if (Number.isInteger(number) && number >= 1 && number <= MOST_YEARS) void save(number);
    else setProblem(t('yearsOutOfBounds', MOST_YEARS));
  };
  const chosen = asksOwn || isOwn ? 'own' : String(years ?? '');

  return (
    <section class="card stack" aria-labelledby="retention-title">
      <h2 id="retention-title">{t('retentionTitle')}</h2>
      <p>{t('retentionAbout')}</p>
      <div class="field">
        <label for="keep-for">{t('keepFor')}</label>
        <select id="keep-for" value={chosen} onChange={event => choose(event.currentTarget.value)}>
          <option value="" selected={chosen === ''}>
            {t('keepNotSet')}
          </option>
          {USUAL_YEARS.map(each => (
            <option key={each} value={each} selected={chosen === String(each)}>
              {t('years', each)}
            </option>
          ))}
          <option value="own" selected={chosen === 'own'}>
            {isOwn ? t('ownYears', years) : t('ownNumber')}
          </option>
        </select>
      </div>
      {asksOwn && (
        <form class="stack" onSubmit={saveOwn}>
          <TextField label={t('yearsField')} value={typed} onInput={setTyped} />
          <div>
            <button type="submit">{t('save')}</button>
          </div>
        </form>
      )}
      {problem && (
        <p role="alert" class="notice">
          {problem}
        </p>
      )}
      <p role="status">
        {retentionDay &&
          (isDue ? t('retentionCame', dayWords(retentionDay)) : t('retentionComes', dayWords(retentionDay)))}
      </p>
    </section>
  );
}
