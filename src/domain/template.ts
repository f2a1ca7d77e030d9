/** The therapist's own wording, to be inserted into a note or a reflection. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What stands in a template's places. */
export interface TemplateFacts {
  /** As people write it. */
  readonly day: string;
  /** The client code, or the word for none. */
  readonly code: string;
  /** Minutes into the session; null where there is no minute to tell. */
  readonly minute: number | null;
}

/** The text with `{day}`, `{code}` and `{minute}` filled in. Other words in braces stay, and so does a minute nobody knows. */
export function fillTemplate(text: string, { day, code, minute }: TemplateFacts): string {
  const facts: Readonly<Record<string, string>> = {
    day,
    code,
    ...(minute === null ? {} : { minute: String(minute) }),
  };
  return text.replace(/\{(day|code|minute)\}/g, (place, name: string) => facts[name] ?? place);
}
