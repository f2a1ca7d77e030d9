import { useId, useState } from 'preact/hooks';
import type { ExportFormat } from '../../app/export';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { type MessageKey, t } from '../../browser/i18n';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { NOT_TYPED, OwnPassphrase, problemWith } from '../OwnPassphrase';
import { WorkProgress } from '../settings/WorkProgress';
import { type ExportTarget, scopeOf, targetWords } from './export-target';
import { PeriodFields } from './PeriodFields';
import { PrintView } from './PrintView';
import { SaveAgain } from './SaveAgain';
import { useExport } from './use-export';
import './export.css';

const FORMATS: readonly (readonly [ExportFormat, MessageKey])[] = [
  ['html', 'formatHtml'],
  ['markdown', 'formatMarkdown'],
  ['csv', 'formatCsv'],
  ['json', 'formatJson'],
];

interface ExportSectionProps {
  vault: OpenVault;
  world: World;
  target: ExportTarget;
}

/**
 * Saves a session, a client or a period as one file, sealed with a passphrase of its own unless the therapist insists; or
 * prints it, which makes no file.
 */
export function ExportSection({ vault, world, target }: ExportSectionProps) {
  const id = useId();
  const [period, setPeriod] = useState({ from: '', to: world.today() });
  const [format, setFormat] = useState<ExportFormat>('html');
  const [isSealed, setSealed] = useState(true);
  const [typed, setTyped] = useState(NOT_TYPED);
  const [isAsking, setAsking] = useState(false);
  const scope = scopeOf(target, period);
  const act = useExport(vault, world, scope, JSON.stringify([scope, format, isSealed]));
  const { problem, told, ready, printed, isWorking, progress } = act;
  const { region, fallback } = useKeptFocus<HTMLElement, HTMLHeadingElement & HTMLDivElement>();
  const words = targetWords(target);
  const isEmpty = target.kind === 'client' && target.client.sessions.length === 0;

  const save = async (passphrase: string | null) => {
    setAsking(false);
    if (await act.save(format, passphrase)) setTyped(NOT_TYPED);
  };
  const begin = async () => {
    const found = act.missing ?? (isSealed ? await problemWith(typed) : null);
    act.begin(found);
    if (found) return;
    if (isSealed) await save(typed.passphrase);
    else setAsking(true);
  };

  return (
    <section class="card stack export" aria-labelledby={`${id}-title`} ref={region}>
      <h2 id={`${id}-title`} tabIndex={-1} ref={isAsking ? null : fallback}>
        {t(words.title)}
      </h2>
      <p>{words.about}</p>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void act.alone(begin);
        }}
      >
        {target.kind === 'period' && <PeriodFields {...period} onPeriod={setPeriod} />}
        <fieldset>
          <legend>{t('exportFormat')}</legend>
          {FORMATS.map(([each, label]) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name={`${id}-format`}
                checked={format === each}
                onChange={() => setFormat(each)}
              />
              {t(label)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('exportHow')}</legend>
          {([true, false] as const).map(sealed => (
            <label key={String(sealed)} class="choice">
              <input
                type="radio"
                name={`${id}-how`}
                checked={isSealed === sealed}
                onChange={() => {
                  setSealed(sealed);
                  setAsking(false);
                }}
              />
              {t(sealed ? 'exportSealed' : 'exportPlain')}
            </label>
          ))}
        </fieldset>
        {isSealed && (
          <OwnPassphrase
            label={t('exportPassphrase')}
            hint={t('exportPassphraseHint')}
            typed={typed}
            onType={setTyped}
          />
        )}
        {problem && (
          <p role="alert" class="notice">
            {t(problem)}
          </p>
        )}
        {isWorking && <WorkProgress label={t('exportWorking')} progress={progress} onCancel={act.cancel} />}
        {isAsking ? (
          <div class="notice stack" role="alert" tabIndex={-1} ref={fallback}>
            <p>{t('exportUnsealed')}</p>
            <div class="row">
              <button type="button" class="main" onClick={() => void act.alone(() => save(null))}>
                {t('saveUnsealed')}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {t('cancel')}
              </button>
            </div>
          </div>
        ) : (
          <div class="row">
            <button type="submit" class="main" disabled={isWorking || isEmpty}>
              {t('export')}
            </button>
            <button type="button" disabled={isWorking || isEmpty} onClick={() => void act.alone(act.print)}>
              {t('exportPrint')}
            </button>
          </div>
        )}
      </form>
      <p role="status">{told}</p>
      {ready && <SaveAgain onSave={() => act.hand(ready)} />}
      {printed && <PrintView blocks={printed} onDone={act.stopPrinting} />}
    </section>
  );
}
