import { followSetting, type Setting } from '../../app/preferences';
import type { OpenVault } from '../../app/vault-access';
import { type MessageKey, t } from '../../browser/i18n';
import { useFollowed } from '../../ui/use-followed';

interface SettingChoiceProps {
  vault: OpenVault;
  setting: Setting<boolean>;
  words: MessageKey;
  onChoose: (isOn: boolean) => void;
}

/** A setting that is on or off. It is there once it is known: nothing is shown as chosen before it was read. */
export function SettingChoice({ vault, setting, words, onChoose }: SettingChoiceProps) {
  const isOn = useFollowed<boolean | null>(tell => followSetting(vault, setting, tell), null, [vault]);
  if (isOn === null) return null;
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} onChange={event => onChoose(event.currentTarget.checked)} />
      <span>{t(words)}</span>
    </label>
  );
}
