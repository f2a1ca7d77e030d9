import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { heading, root, runTool } from './run-tool';

/** How many checks passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Both tallies in one. */
export function plus(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** One pass or one failure, for a step that gives no numbers. */
export function asTally(ok: boolean): Tally {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Checks the types of everything. Counts one. */
export async function checkTypes(): Promise<Tally> {
  heading('Types');
  return asTally((await runTool(['typescript', 'tsc'], ['--noEmit'])) === 0);
}

/** Lints everything and checks its format; warnings count as failures. Counts one. */
export async function checkLint(): Promise<Tally> {
  heading('Lint');
  const args = ['check', '--config-path', 'scripts', '--error-on-warnings', '.'];
  return asTally((await runTool(['@biomejs/biome', 'biome'], args)) === 0);
}

interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/**
 * Reads Vitest's json report. A file that could not be loaded counts as one failure, and so does a run that failed or held
 * no test although no single test failed.
 */
export function tallyOf(report: VitestReport | null, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  const isSilentFailure = failed === 0 && (exitCode !== 0 || !report.success || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: isSilentFailure ? 1 : failed };
}

/** The files of a report in which something failed, with what passed in them. */
export function failedFiles(report: VitestReport | null): { file: string; passed: number }[] {
  const failed = report?.testResults.filter(({ status }) => status === 'failed') ?? [];
  return failed.map(({ name, assertionResults }) => ({
    file: name,
    passed: assertionResults.filter(({ status }) => status === 'passed').length,
  }));
}

interface Run {
  report: VitestReport | null;
  tally: Tally;
}

/** Runs one of Vitest's projects, or some of its files, and counts the tests. */
async function run(
  project: string,
  env: Readonly<Record<string, string>>,
  files: readonly string[],
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const code = await runTool(['vitest'], ['run', '--project', project, ...reporters, ...files], env);
    const report = readReport(file);
    return { report, tally: tallyOf(report, code) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one of Vitest's projects and counts its tests. */
export async function runTests(project: string, env: Readonly<Record<string, string>> = {}): Promise<Tally> {
  heading(`Tests: ${project}`);
  return (await run(project, env, [])).tally;
}

/** More files than this failing is no accident of one browser. */
const MOST_ACCIDENTS = 3;
/** Stories of crashes: one failure in many kills is what they look for. */
const NO_ACCIDENT = /kills|torn-log|survival/;

/**
 * The same for the stories told in real browsers. A browser may stumble over its own start or a busy machine, so a file in
 * which something failed is told once more from its beginning, in new browsers, and then counts as it went then; stories of
 * crashes are not. Both runs stay in what is printed, and the files are named at the end.
 */
export async function runStories(
  project: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  heading(`Tests: ${project}`);
  const first = await run(project, env, []);
  const again = failedFiles(first.report);
  const isAccident = again.length <= MOST_ACCIDENTS && !again.some(({ file }) => NO_ACCIDENT.test(file));
  if (again.length === 0 || !isAccident) return first.tally;
  heading(`Told once more: ${project}`);
  const second = await run(
    project,
    env,
    again.map(({ file }) => file),
  );
  const passedBefore = again.reduce((sum, { passed }) => sum + passed, 0);
  const names = again.map(({ file }) => relative(root, file)).join(', ');
  console.log(`\nTold twice, as something in it failed the first time: ${names}`);
  return plus({ passed: first.tally.passed - passedBefore, failed: 0 }, second.tally);
}

function readReport(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    // Vitest stopped before it wrote one.
    return null;
  }
}
