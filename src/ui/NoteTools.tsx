import type { Template, TemplateFacts } from '../domain/template';
import { InsertTemplate } from './InsertTemplate';
import { insertInto } from './insert-into';
import { LastNote } from './LastNote';

export interface NoteToolsProps {
  /** The id of the text they stand beside. */
  field: string;
  followTemplates: (onTemplates: (templates: readonly Template[]) => void) => () => void;
  getFacts: () => TemplateFacts;
  /** Null where there is no client, and so no last note. */
  findLastNote: (() => Promise<{ readonly day: string; readonly text: string } | null>) | null;
}

/** What helps to write: the therapist's own templates, and the last note to look at. */
export function NoteTools({ field, followTemplates, getFacts, findLastNote }: NoteToolsProps) {
  return (
    <div class="row note-tools">
      <InsertTemplate
        follow={followTemplates}
        getFacts={getFacts}
        onInsert={text => {
          const area = document.getElementById(field);
          if (area instanceof HTMLTextAreaElement) insertInto(area, text);
        }}
      />
      {findLastNote && <LastNote find={findLastNote} />}
    </div>
  );
}
