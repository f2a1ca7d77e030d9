import type { Template } from '../domain/template';
import type { OpenVault } from '../store/open-vault';
import { changeSetting, followSetting } from '../store/settings';
import { TEMPLATES_SETTING } from '../store/templates';

export { TEMPLATES_SETTING };

/** Tells the templates, by name, now and after every change in any page, until the returned function is called. */
export function followTemplates(
  vault: OpenVault,
  onTemplates: (templates: readonly Template[]) => void,
): () => void {
  return followSetting(vault, TEMPLATES_SETTING, onTemplates);
}

/** Keeps a template in place of the one with the same id, if there is one. Resolves once it is on the disk. */
export function saveTemplate(vault: OpenVault, template: Template): Promise<void> {
  return change(vault, others => [...others, template], template.id);
}

/** Forgets a template. What was inserted from it stays where it is. */
export function deleteTemplate(vault: OpenVault, id: string): Promise<void> {
  return change(vault, others => others, id);
}

async function change(
  vault: OpenVault,
  how: (others: readonly Template[]) => readonly Template[],
  id: string,
): Promise<void> {
  await changeSetting(vault, TEMPLATES_SETTING, known => {
    const changed = [...how(known.filter(one => one.id !== id))];
    return changed.sort((one, other) => one.name.localeCompare(other.name));
  });
}
