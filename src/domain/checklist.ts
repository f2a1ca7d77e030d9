import * as z from 'zod/mini';

/** The phases a behaviour can belong to, in the order of a week: before, in and after the call, then until the next. */
export const PHASES = ['before', 'opening', 'working', 'closing', 'after', 'between'] as const;
export type Phase = (typeof PHASES)[number];

/** The phases of the call itself, in order. */
export const LIVE_PHASES = ['opening', 'working', 'closing'] as const satisfies readonly Phase[];
export type LivePhase = (typeof LIVE_PHASES)[number];

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const words = z.string().check(z.minLength(1));

/** What a behaviour must hold, whoever wrote the checklist: four anchors, a phase and a source at least. */
export const behaviourSchema = z.object({
  id,
  group: id,
  label: words,
  does: words,
  phases: z.array(z.enum(PHASES)).check(z.minLength(1)),
  couldSay: words,
  anchors: z.tuple([words, words, words, words]),
  core: z.boolean(),
  sources: z.array(id).check(z.minLength(1)),
  literature: words,
});

/** An ordered, versioned set of behaviours. `note` says what the set is not. */
export const checklistSchema = z.object({
  title: words,
  version: z.number().check(z.int(), z.positive()),
  language: words,
  note: words,
  groups: z.array(z.object({ id, name: words })),
  sources: z.array(z.object({ id, title: words, about: words })),
  behaviours: z.array(behaviourSchema).check(z.minLength(1)),
});

/** One observable thing a therapist does that earns trust. `anchors` describe ratings 0 to 3 of this behaviour. */
export type Behaviour = z.infer<typeof behaviourSchema>;
export type Checklist = z.infer<typeof checklistSchema>;

/** Names one version of one checklist, so that a session of last year reads as it was. */
export interface ChecklistRef {
  readonly id: string;
  readonly version: number;
}

/** A core behaviour with the digit that ticks it, 1 to 8. */
export interface KeyedBehaviour {
  readonly key: number;
  readonly behaviour: Behaviour;
}

/**
 * The core behaviours with their digits, in the order a call meets them. A digit never changes with the phase,
 * so that the hand can learn it.
 */
export function keyedCore(checklist: Checklist): readonly KeyedBehaviour[] {
  const firstPhase = (behaviour: Behaviour) =>
    LIVE_PHASES.findIndex(phase => behaviour.phases.includes(phase));
  return checklist.behaviours
    .filter(behaviour => behaviour.core && firstPhase(behaviour) >= 0)
    .sort((one, other) => firstPhase(one) - firstPhase(other))
    .map((behaviour, index) => ({ key: index + 1, behaviour }));
}

/** The core behaviours of one phase, 2 to 4 in the built-in checklist, in the order of their digits. */
export function coreOf(checklist: Checklist, phase: LivePhase): readonly KeyedBehaviour[] {
  return keyedCore(checklist).filter(({ behaviour }) => behaviour.phases.includes(phase));
}

/**
 * The behaviours whose label, meaning or wording has every word of the query, as the start of a word.
 * Case, accents and the kind of apostrophe do not matter. An empty query finds everything.
 */
export function findBehaviours(checklist: Checklist, query: string): readonly Behaviour[] {
  const wanted = wordsOf(query);
  return checklist.behaviours.filter(behaviour => {
    const present = wordsOf(`${behaviour.label} ${behaviour.does} ${behaviour.couldSay}`);
    return wanted.every(word =>
      present.some(other => other.startsWith(word) || singular(other).startsWith(singular(word))),
    );
  });
}

/** As far as English plurals are regular, so that *boundary* finds *boundaries*. */
function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=...)s$/, '');
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
