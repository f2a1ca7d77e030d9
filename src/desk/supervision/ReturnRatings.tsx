import { useId, useState } from 'preact/hooks';
import { nameRater, returnRatings, type SecondRatings } from '../../app/rate-packet';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { t } from '../../browser/i18n';
import { saveFile } from '../../browser/save-file';
import { TextField } from '../../ui/TextField';
import { dayWords } from '../../ui/words';
import { useWork } from '../settings/use-work';
import { WorkProgress } from '../settings/WorkProgress';
import { packetRefusalWords } from './packet-words';

interface ReturnRatingsProps {
  vault: OpenVault;
  world: World;
  packet: string;
  said: SecondRatings;
}

/** Gives the ratings back as a file, locked with the packet's passphrase. It can be done again after a change. */
export function ReturnRatings({ vault, world, packet, said }: ReturnRatingsProps) {
  const id = useId();
  const [by, setBy] = useState(said.by);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const { isWorking, progress, run, alone, cancel } = useWork();
  const give = async () => {
    setProblem(null);
    setTold(null);
    const made = await run(async watch => {
      // Behind every rating and comment that is still on its way to the disk.
      await nameRater(vault, packet, by.trim());
      return returnRatings(vault, world, packet, passphrase, watch);
    });
    if ('refused' in made) return setProblem(packetRefusalWords(made));
    saveFile(`sidelight-ratings-${world.newId().slice(0, 8)}.age`, 'application/octet-stream', [made.file]);
    setPassphrase('');
    setTold(t('ratingsSaved'));
  };
  return (
    <section class="card stack" aria-labelledby={id}>
      <h3 id={id}>{t('returnRatings')}</h3>
      <p>{t('returnRatingsAbout')}</p>
      {said.returned && <p class="soft">{t('returnedOn', dayWords(said.returned))}</p>}
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void alone(give);
        }}
      >
        <TextField label={t('raterName')} value={by} onInput={setBy} hint={t('raterNameHint')} />
        <TextField
          label={t('packetPassphrase')}
          kind="password"
          value={passphrase}
          onInput={setPassphrase}
          hint={t('returnPassphraseHint')}
        />
        {problem && (
          <p role="alert" class="notice">
            {problem}
          </p>
        )}
        {isWorking && <WorkProgress label={t('packetWorking')} progress={progress} onCancel={cancel} />}
        <div>
          <button type="submit" class="main" disabled={isWorking}>
            {t('returnRatings')}
          </button>
        </div>
      </form>
      <p role="status">{told}</p>
    </section>
  );
}
