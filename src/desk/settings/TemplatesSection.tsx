import { useId, useRef, useState } from 'preact/hooks';
import { deleteTemplate, followTemplates, saveTemplate, TEMPLATES_SETTING } from '../../app/templates';
import type { OpenVault } from '../../app/vault-access';
import type { World } from '../../app/world';
import { type MessageKey, t } from '../../browser/i18n';
import type { Template } from '../../domain/template';
import { PRIVATE_FIELD } from '../../ui/private-field';
import { TextField } from '../../ui/TextField';
import { useFollowed } from '../../ui/use-followed';
import { DamagedSettings } from '../DamagedSettings';

interface TemplatesSectionProps {
  vault: OpenVault;
  world: World;
}

const KEPT = [[TEMPLATES_SETTING, 'templatesTitle']] as const;

/** The therapist's own wording for notes and reflections. */
export function TemplatesSection({ vault, world }: TemplatesSectionProps) {
  const id = useId();
  const templates = useFollowed<readonly Template[]>(
    onTemplates => followTemplates(vault, onTemplates),
    [],
    [vault],
  );
  const [draft, setDraft] = useState<Template>(() => empty(world));
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const [told, setTold] = useState<MessageKey | null>(null);
  const name = useRef<HTMLInputElement>(null);
  const isKnown = templates.some(one => one.id === draft.id);

  const act = async (what: () => Promise<void>, done: MessageKey) => {
    setProblem(null);
    setTold(null);
    try {
      await what();
      setTold(done);
    } catch {
      setProblem('templateNotSaved');
    }
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const template = { ...draft, name: draft.name.trim() };
    if (template.name === '' || template.text.trim() === '') {
      setProblem('templateNeeds');
      return;
    }
    await act(async () => {
      await saveTemplate(vault, template);
      setDraft(empty(world));
    }, 'templateSaved');
  };

  return (
    <section class="card stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('templatesTitle')}</h2>
      <p>{t('templatesAbout')}</p>
      <DamagedSettings vault={vault} of={KEPT} />
      {templates.length > 0 && (
        <ul class="plain stack">
          {templates.map(template => (
            <li key={template.id} class="row">
              <button
                type="button"
                onClick={() => {
                  setTold(null);
                  setDraft(template);
                  name.current?.focus();
                }}
              >
                {t('templateEdit', template.name)}
              </button>
              <button
                type="button"
                onClick={() => void act(() => deleteTemplate(vault, template.id), 'templateDeleted')}
              >
                {t('templateDelete', template.name)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="stack" onSubmit={save}>
        <h3>{t(isKnown ? 'templateEditTitle' : 'templateNew')}</h3>
        <TextField
          label={t('templateName')}
          value={draft.name}
          onInput={text => setDraft({ ...draft, name: text })}
          inputRef={name}
        />
        <div class="field">
          <label for={`${id}-text`}>{t('templateText')}</label>
          <textarea
            {...PRIVATE_FIELD}
            id={`${id}-text`}
            dir="auto"
            rows={4}
            value={draft.text}
            onInput={event => setDraft({ ...draft, text: event.currentTarget.value })}
          />
        </div>
        {problem && (
          <p role="alert" class="notice">
            {t(problem)}
          </p>
        )}
        <div class="row">
          <button type="submit">{t('templateSave')}</button>
          {isKnown && (
            <button type="button" onClick={() => setDraft(empty(world))}>
              {t('cancel')}
            </button>
          )}
        </div>
      </form>
      <p role="status">{told && t(told)}</p>
    </section>
  );
}

function empty(world: World): Template {
  return { id: world.newId(), name: '', text: '' };
}
