import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  EXPORT_FORMATS,
  type Exported,
  type ExportFormat,
  type ExportScope,
  makeExport,
} from '../../app/export';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { type MessageKey, t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import type { Block } from '../../domain/readable-file';
import { useWork } from '../settings/use-work';
import { exportWords } from './export-words';
import type { ReadyFile } from './SaveAgain';

/**
 * The acts of an export, and what has become of the last one. Each act forgets what the one before told. A file made under
 * other `choices` than those that stand is not handed over again.
 */
export function useExport(vault: OpenVault, world: World, scope: ExportScope | null, choices: string) {
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [ready, setReady] = useState<ReadyFile | null>(null);
  const [printed, setPrinted] = useState<readonly Block[] | null>(null);
  const { isWorking, progress, run, alone, cancel } = useWork();
  const standing = useRef(choices);
  standing.current = choices;
  useLayoutEffect(() => setReady(null), [choices]);

  const missing: MessageKey | null = scope ? null : 'exportDaysNeeded';
  const begin = (problem: MessageKey | null) => {
    setTold(null);
    setReady(null);
    setProblem(problem);
  };
  const make = async (
    format: ExportFormat | 'print',
    passphrase: string | null,
  ): Promise<Exported | null> => {
    if (!scope) return null;
    const made = await run(watch =>
      makeExport(vault, world, { scope, format, passphrase, words: exportWords() }, watch),
    );
    if ('refused' in made) {
      if (made.refused === 'cancelled') setTold(t('exportCancelled'));
      else setProblem('exportFailed');
      return null;
    }
    setTold(savedWords(made, format));
    return made.sessions === 0 ? null : made;
  };
  const hand = (file: ReadyFile) => {
    // Something else may have been chosen while it was made.
    setReady(standing.current === choices ? file : null);
    try {
      saveFile(file.name, file.type, [file.file]);
      setProblem(null);
    } catch {
      setTold(null);
      setProblem('exportFailed');
    }
  };
  /** Makes the file and hands it to the browser. Without a passphrase whoever finds it can read it. */
  const save = async (format: ExportFormat, passphrase: string | null): Promise<boolean> => {
    const made = await make(format, passphrase);
    if (!made?.file) return false;
    const name = `sidelight-export-${world.newId().slice(0, 8)}.${EXPORT_FORMATS[format]}`;
    hand(
      passphrase === null
        ? { name, type: TYPES[format], file: made.file }
        : { name: `${name}.age`, type: 'application/octet-stream', file: made.file },
    );
    return true;
  };
  const print = async () => {
    begin(missing);
    if (!missing) setPrinted((await make('print', null))?.blocks ?? null);
  };
  return {
    problem,
    told,
    ready,
    printed,
    isWorking,
    progress,
    alone,
    cancel,
    missing,
    begin,
    save,
    hand,
    print,
    stopPrinting: () => setPrinted(null),
  };
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
