import { heading, runTool } from './run-tool';

/** Writes dist/chrome and dist/firefox. @returns whether both were written. */
export async function buildExtension(): Promise<boolean> {
  for (const mode of ['chrome', 'firefox']) {
    heading(`Building dist/${mode}`);
    const code = await runTool(['vite'], ['build', '--mode', mode, '--logLevel', 'warn']);
    if (code !== 0) return false;
  }
  return true;
}
