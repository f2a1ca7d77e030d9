import { useId } from 'preact/hooks';

interface ChoiceProps {
  label: string;
  /** '' for any. */
  value: string;
  any: string;
  /** Value and words of each. */
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

/** One of several, or any. */
export function Choice({ label, value, any, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChoose(event.currentTarget.value)}>
        <option value="" selected={value === ''}>
          {any}
        </option>
        {options.map(([each, words]) => (
          <option key={each} value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
