import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heading, runTool } from './run-tool';

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
  testResults: { status: string; assertionResults: unknown[] }[];
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

/** Runs one of Vitest's projects and counts its tests. */
export async function runTests(project: string, env: Readonly<Record<string, string>> = {}): Promise<Tally> {
  heading(`Tests: ${project}`);
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-report-'));
  const file = join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  try {
    const code = await runTool(['vitest'], args, env);
    return tallyOf(readReport(file), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    // Vitest stopped before it wrote one.
    return null;
  }
}
