import { useState } from 'preact/hooks';
import { recordActivity } from '../../app/activity';
import { readClientForExport, toExportJson } from '../../app/export-client';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { language, type MessageKey, t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import type { Client } from '../../domain/clients';
import { toHtml, toMarkdown } from '../../domain/readable-file';
import { codeWords } from './code-words';
import { exportBlocks } from './export-blocks';

type Format = 'html' | 'markdown' | 'json';

const FORMATS: readonly (readonly [Format, MessageKey])[] = [
  ['html', 'formatHtml'],
  ['markdown', 'formatMarkdown'],
  ['json', 'formatJson'],
];

interface ExportSectionProps {
  vault: OpenVault;
  world: World;
  client: Client;
}

/** Saves everything of a client as a file anybody can read, after asking once more. */
export function ExportSection({ vault, world, client }: ExportSectionProps) {
  const [format, setFormat] = useState<Format>('html');
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState<MessageKey | null>(null);
  const [leftOut, setLeftOut] = useState(0);

  const save = async () => {
    setAsking(false);
    try {
      const sessions = await readClientForExport(vault, client);
      setLeftOut(sessions.reduce((sum, { damaged }) => sum + damaged.length, 0));
      const blocks = () => exportBlocks(client, sessions, world.today());
      if (format === 'html') {
        const page = toHtml(t('exportNotice'), language(), blocks());
        saveFile('sidelight-export.html', 'text/html', [page]);
      } else if (format === 'markdown') {
        saveFile('sidelight-export.md', 'text/markdown', [toMarkdown(blocks())]);
      } else {
        const json = toExportJson(client, sessions, world.today(), t('exportNotice'));
        saveFile('sidelight-export.json', 'application/json', [json]);
      }
      setResult('exportSaved');
      await recordActivity(vault, world, 'exported');
    } catch {
      setResult('exportFailed');
    }
  };

  return (
    <section class="card stack" aria-labelledby="export-title">
      <h2 id="export-title">{t('exportTitle')}</h2>
      <p>{t('exportAbout', codeWords(client.code))}</p>
      <fieldset>
        <legend>{t('exportFormat')}</legend>
        {FORMATS.map(([each, words]) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="export-format"
              checked={format === each}
              onChange={() => setFormat(each)}
            />
            {t(words)}
          </label>
        ))}
      </fieldset>
      {isAsking ? (
        <div class="notice stack" role="alert">
          <p>{t('exportUnsealed')}</p>
          <div class="row">
            <button type="button" class="main" onClick={() => void save()}>
              {t('saveUnsealed')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div>
          <button
            type="button"
            disabled={client.sessions.length === 0}
            onClick={() => {
              setResult(null);
              setAsking(true);
            }}
          >
            {t('export')}
          </button>
        </div>
      )}
      <p role="status">
        {result && t(result)} {result === 'exportSaved' && leftOut > 0 && t('exportLeftOut', leftOut)}
      </p>
    </section>
  );
}
