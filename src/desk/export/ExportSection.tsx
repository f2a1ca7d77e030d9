import { useId, useState } from 'preact/hooks';
import { EXPORT_FORMATS, type Exported, type ExportFormat, makeExport } from '../../app/export';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { type MessageKey, t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import type { Block } from '../../domain/readable-file';
import { NOT_TYPED, OwnPassphrase, problemWith } from '../OwnPassphrase';
import { useWork } from '../settings/use-work';
import { WorkProgress } from '../settings/WorkProgress';
import { type ExportTarget, scopeOf, targetWords } from './export-target';
import { exportWords } from './export-words';
import { PeriodFields } from './PeriodFields';
import { PrintView } from './PrintView';

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
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [printed, setPrinted] = useState<readonly Block[] | null>(null);
  const { isWorking, progress, run, alone, cancel } = useWork();
  const scope = scopeOf(target, period);
  const words = targetWords(target);
  const isEmpty = target.kind === 'client' && target.client.sessions.length === 0;

  const make = async (
    wanted: ExportFormat | 'print',
    passphrase: string | null,
  ): Promise<Exported | null> => {
    setAsking(false);
    if (!scope) return null;
    const made = await run(watch =>
      makeExport(vault, world, { scope, format: wanted, passphrase, words: exportWords() }, watch),
    );
    if ('refused' in made) {
      if (made.refused === 'cancelled') setTold(t('exportCancelled'));
      else setProblem('exportFailed');
      return null;
    }
    setTold(savedWords(made, wanted));
    return made.sessions === 0 ? null : made;
  };
  const save = async (passphrase: string | null) => {
    const made = await make(format, passphrase);
    if (!made?.file) return;
    const name = `sidelight-export-${world.newId().slice(0, 8)}.${EXPORT_FORMATS[format]}`;
    const type = passphrase === null ? TYPES[format] : 'application/octet-stream';
    saveFile(passphrase === null ? name : `${name}.age`, type, [made.file]);
    setTyped(NOT_TYPED);
  };
  const begin = async () => {
    setTold(null);
    setProblem(scope ? null : 'exportDaysNeeded');
    if (!scope) return;
    if (!isSealed) {
      setAsking(true);
      return;
    }
    const found = await problemWith(typed);
    setProblem(found);
    if (!found) await save(typed.passphrase);
  };
  const print = async () => {
    setTold(null);
    setProblem(scope ? null : 'exportDaysNeeded');
    setPrinted((await make('print', null))?.blocks ?? null);
  };

  return (
    <section class="card stack no-print-beside" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(words.title)}</h2>
      <p>{words.about}</p>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void alone(begin);
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
        {isWorking && <WorkProgress label={t('exportWorking')} progress={progress} onCancel={cancel} />}
        {isAsking ? (
          <div class="notice stack" role="alert">
            <p>{t('exportUnsealed')}</p>
            <div class="row">
              <button type="button" class="main" onClick={() => void alone(() => save(null))}>
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
            <button type="button" disabled={isWorking || isEmpty} onClick={() => void alone(print)}>
              {t('exportPrint')}
            </button>
          </div>
        )}
      </form>
      <p role="status">{told}</p>
      {printed && <PrintView blocks={printed} onDone={() => setPrinted(null)} />}
    </section>
  );
}

const TYPES: Record<ExportFormat, string> = {
  html: 'text/html',
  markdown: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
};

function savedWords({ sessions, leftOut }: Exported, format: ExportFormat | 'print'): string {
  if (sessions === 0) return t('exportNoSession');
  const lost = leftOut === 0 ? '' : leftOut === 1 ? t('exportLeftOutOne') : t('exportLeftOut', leftOut);
  if (format === 'print') return lost;
  return `${sessions === 1 ? t('exportSavedOne') : t('exportSavedMany', sessions)} ${lost}`.trim();
}
