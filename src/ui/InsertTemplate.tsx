import { useId, useState } from 'preact/hooks';
import { t } from '../browser/i18n';
import { fillTemplate, type Template, type TemplateFacts } from '../domain/template';
import { useFollowed } from './use-followed';

interface InsertTemplateProps {
  /** Say `onTemplates => followTemplates(vault, onTemplates)`. */
  follow: (onTemplates: (templates: readonly Template[]) => void) => () => void;
  /** Asked at the moment of inserting. */
  getFacts: () => TemplateFacts;
  /** The text with its places filled in; `insertInto` puts it where the caret is. */
  onInsert: (text: string) => void;
}

/** A small control beside a text field that offers the templates. Nothing is shown as long as there are none. */
export function InsertTemplate({ follow, getFacts, onInsert }: InsertTemplateProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const templates = useFollowed<readonly Template[]>(follow, [], []);
  if (templates.length === 0) return null;
  return (
    <div class="stack insert-template">
      <div>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t('insertTemplate')}
        </button>
      </div>
      <ul id={id} class="plain row" hidden={!isOpen} aria-label={t('templatesTitle')}>
        {templates.map(({ id: key, name, text }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                onInsert(fillTemplate(text, getFacts()));
              }}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
