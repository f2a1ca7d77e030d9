import { useEffect, useState } from 'preact/hooks';
import type { LiveSession } from '../app/live-session';
import type { OpenVault } from '../app/vault-access';
import { t } from '../browser/i18n';
import { dayWords } from '../ui/words';

interface NoteHelpProps {
  vault: OpenVault;
  live: LiveSession;
  day: string;
  client: string | null;
}

async function loadTools() {
  const [{ NoteTools }, { readLastNote }, { followTemplates }] = await Promise.all([
    import('../ui/NoteTools'),
    import('../app/last-note'),
    import('../app/templates'),
  ]);
  return { NoteTools, readLastNote, followTemplates };
}

/** The tools beside the note, loaded once the session stands: no start waits for them. */
export function NoteHelp({ vault, live, day, client }: NoteHelpProps) {
  const [tools, setTools] = useState<Awaited<ReturnType<typeof loadTools>> | null>(null);
  useEffect(() => void loadTools().then(setTools), []);
  if (!tools) return null;
  const { NoteTools, readLastNote, followTemplates } = tools;
  return (
    <NoteTools
      field="note"
      followTemplates={onTemplates => followTemplates(vault, onTemplates)}
      getFacts={() => ({ day: dayWords(day), code: client ?? t('noClient'), minute: live.minute() })}
      findLastNote={client === null ? null : () => readLastNote(vault, client, live.id)}
    />
  );
}
