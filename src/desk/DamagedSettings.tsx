import { followSetting, type Setting, setAside } from '../app/preferences';
import type { OpenVault } from '../app/vault-access';
import { type MessageKey, t } from '../browser/i18n';
import { staysHere } from '../domain/stays-here';
import { DamagedNotice } from '../ui/DamagedNotice';
import { useKept } from '../ui/use-kept';

interface DamagedSettingsProps {
  vault: OpenVault;
  /** Each with its name on screen. */
  of: readonly (readonly [Setting<unknown>, MessageKey])[];
}

/** Tells which of some settings cannot be read, and offers to begin each anew. Nothing when all can. */
export function DamagedSettings({ vault, of }: DamagedSettingsProps) {
  return of.map(([setting, name]) => (
    <IfDamaged key={setting.name} vault={vault} setting={setting} name={name} />
  ));
}

interface IfDamagedProps {
  vault: OpenVault;
  setting: Setting<unknown>;
  name: MessageKey;
}

function IfDamaged({ vault, setting, name }: IfDamagedProps) {
  const { isDamaged } = useKept(tell => followSetting(vault, setting, tell), setting.usual, [vault]);
  if (!isDamaged) return null;
  return (
    <DamagedNotice
      what={t(name)}
      staysHere={staysHere(setting.name)}
      onBeginNew={() => setAside(vault, setting)}
    />
  );
}
