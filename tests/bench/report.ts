/** One line of the table. `isReached` is null for a number nobody set a goal for. */
export interface Row {
  readonly what: string;
  readonly floor: string;
  readonly ours: string;
  readonly ratio: string;
  readonly reach: string;
  readonly isReached: boolean | null;
}

/** What one measurement found: its lines of the table, and what the text below says about them. */
export interface Finding {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** The whole report in Markdown. `facts` say when and on what it was measured. */
export function asMarkdown(facts: readonly string[], findings: readonly Finding[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['what', 'floor', 'ours', 'ratio', 'reach', 'reached?']),
    line(['---', '---:', '---:', '---:', '---:', '---']),
    ...findings
      .flatMap(({ rows }) => rows)
      .map(row => line([row.what, row.floor, row.ours, row.ratio, row.reach, reached(row.isReached)])),
  ];
  const notes = findings.flatMap(finding => finding.notes).map(note => `- ${note}`);
  return [...facts, '', ...table, '', ...notes, ''].join('\n');
}

function reached(isReached: boolean | null): string {
  if (isReached === null) return '–';
  return isReached ? 'yes' : '**no**';
}
