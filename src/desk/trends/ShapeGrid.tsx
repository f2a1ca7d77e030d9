import type { Said } from '../../domain/trends';
import { dayWords } from '../../ui/words';
import { Shape, type Strain } from './Shape';
import { shortDay } from './said-words';

/** The most shapes in one place; the words tell the number. */
const MOST_SHAPES = 3;

/** What stands in one place: a shape for the eye, so many times, and words that say the same. */
export interface Cell {
  readonly of: Said | Strain;
  readonly times: number;
  readonly words: string;
}

/** One line of the grid; a place where nothing was said is null. */
export interface GridRow {
  readonly id: string;
  readonly label: string;
  readonly about?: string;
  readonly cells: readonly (Cell | null)[];
}

interface ShapeGridProps {
  caption: string;
  /** The day of each session, oldest first. */
  days: readonly string[];
  rows: readonly GridRow[];
  /** What an empty place means, in words. */
  nothing: string;
  /** Whether the words are shown in place of the shapes. */
  inWords?: boolean;
}

/** Sessions across, something of each session down. As a picture it is a table as well, so that it is read as it is seen. */
export function ShapeGrid({ caption, days, rows, nothing, inWords = false }: ShapeGridProps) {
  return (
    <table class={inWords ? 'grid in-words' : 'grid'}>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          {days.map((day, index) => (
            <th key={`${index}-${day}`} scope="col">
              <span class="day">{inWords ? dayWords(day) : shortDay(day)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, about, cells }) => (
          <tr key={id}>
            <th scope="row">
              {label} {about && <span class="soft">{about}</span>}
            </th>
            {cells.map((cell, index) => (
              <td key={`${index}-${days[index]}`}>
                {inWords ? <WordsOf cell={cell} nothing={nothing} /> : cell && <ShapesOf {...cell} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WordsOf({ cell, nothing }: { cell: Cell | null; nothing: string }) {
  return <span class={cell ? '' : 'soft'}>{cell?.words ?? nothing}</span>;
}

function ShapesOf({ of, times, words }: Cell) {
  return (
    <>
      <Shape of={of} words={words} />
      {Array.from({ length: Math.min(MOST_SHAPES, times) - 1 }, (_, index) => (
        <Shape key={index} of={of} />
      ))}
    </>
  );
}
