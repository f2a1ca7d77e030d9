import { findIdentifiers } from '../../src/app/find-identifiers';

/** A made-up sentence with what identifies somebody in it, by hand, before the check was tuned. */
export interface Labelled {
  readonly text: string;
  readonly identifiers: readonly { readonly kind: string; readonly words: string }[];
}

/** How the check does on labelled sentences. */
export interface Recall {
  readonly sentences: number;
  readonly labelled: number;
  /** Labelled identifiers of which at least a half is within what the check shows. */
  readonly found: number;
  readonly missed: readonly string[];
  readonly shown: number;
  /** Shown although nothing of it was labelled. */
  readonly falseAlarms: readonly string[];
}

/** Runs the check on labelled sentences, each by itself. */
export function measureRecall(notes: readonly Labelled[]): Recall {
  const missed: string[] = [];
  const falseAlarms: string[] = [];
  let [labelled, found, shown] = [0, 0, 0];
  for (const { text, identifiers } of notes) {
    const hits = findIdentifiers(text);
    shown += hits.length;
    const places: { from: number; to: number }[] = [];
    let after: Record<string, number> = {};
    for (const { kind, words } of identifiers) {
      const from = text.indexOf(words, after[words] ?? 0);
      after = { ...after, [words]: from + words.length };
      const to = from + words.length;
      places.push({ from, to });
      labelled += 1;
      const covered = hits.reduce(
        (sum, hit) => sum + Math.max(0, Math.min(hit.to, to) - Math.max(hit.from, from)),
        0,
      );
      if (covered * 2 >= words.length) found += 1;
      else missed.push(`${kind}: ${words} — ${text}`);
    }
    for (const hit of hits)
      if (!places.some(({ from, to }) => hit.from < to && from < hit.to))
        falseAlarms.push(`${hit.kind}: ${text.slice(hit.from, hit.to)} — ${text}`);
  }
  return { sentences: notes.length, labelled, found, missed, shown, falseAlarms };
}

/** The two numbers in words. */
export function sayRecall({ sentences, labelled, found, shown, falseAlarms }: Recall): string {
  const share = ((100 * found) / labelled).toFixed(1);
  return (
    `Identifier check on ${sentences} labelled sentences: found ${found} of ${labelled} (${share} %), ` +
    `${falseAlarms.length} false alarms among ${shown} shown.`
  );
}
