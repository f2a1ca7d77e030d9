import { useId, useState } from 'preact/hooks';
import { t } from '../../browser/i18n';
import { PRIVATE_FIELD } from '../../ui/private-field';
import { TextField } from '../../ui/TextField';
import type { useWork } from '../settings/use-work';
import { WorkProgress } from '../settings/WorkProgress';

interface FileFormProps {
  fileLabel: string;
  submitLabel: string;
  problem: string | null;
  work: ReturnType<typeof useWork>;
  onSubmit: (file: File, passphrase: string) => Promise<void>;
}

/** Asks for a locked file and its passphrase. */
export function FileForm({ fileLabel, submitLabel, problem, work, onSubmit }: FileFormProps) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { isWorking, progress, alone, cancel } = work;
  return (
    <form
      class="card stack"
      onSubmit={event => {
        event.preventDefault();
        if (file) void alone(() => onSubmit(file, passphrase));
      }}
    >
      <div class="field">
        <label for={id}>{fileLabel}</label>
        <input
          {...PRIVATE_FIELD}
          id={id}
          type="file"
          accept=".age"
          disabled={isWorking}
          onChange={event => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <TextField
        label={t('packetPassphrase')}
        kind="password"
        value={passphrase}
        onInput={setPassphrase}
        hint={t('packetAsksPassphrase')}
      />
      {problem && (
        <p role="alert" class="notice">
          {problem}
        </p>
      )}
      {isWorking && <WorkProgress label={t('packetWorking')} progress={progress} onCancel={cancel} />}
      <div>
        <button type="submit" class="main" disabled={!file || isWorking}>
          {submitLabel}
        </button>
      </div>
    </form>
  );
}
