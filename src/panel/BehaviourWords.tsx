interface BehaviourWordsProps {
  label: string;
  /** The key that ticks it, for core behaviours. */
  digit: number | undefined;
  /** What was marked, if anything: its line is there before there is anything to say, so that a mark moves nothing. */
  said?: string | undefined;
}

/** The words of one row. Only the label is its name; the rest is told in other ways to those who do not see it. */
export function BehaviourWords({ label, digit, said }: BehaviourWordsProps) {
  return (
    <>
      <span class="words-of">
        <span class="label">{label}</span>
        <span aria-hidden="true" class="state soft">
          {said}
        </span>
      </span>
      {digit && (
        <kbd aria-hidden="true" class="digit">
          {digit}
        </kbd>
      )}
    </>
  );
}
