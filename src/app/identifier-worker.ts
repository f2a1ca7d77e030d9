import type { JobAnswer } from './backup-jobs';
import type { Checked, TextsToCheck } from './check-identifiers';
import { findIdentifiers } from './find-identifiers';

/** Looks through some texts once, and is then ended. */
self.onmessage = ({ data: { texts, codes } }: MessageEvent<TextsToCheck>) => {
  try {
    const of = texts.reduce((sum, { length }) => sum + length, 0);
    let before = 0;
    let last = 0;
    const hits = texts.map(text => {
      const found = findIdentifiers(text, codes, at => {
        if (performance.now() - last < 100) return;
        last = performance.now();
        answer({ is: 'progress', stage: 'reading', done: before + at, of });
      });
      before += text.length;
      return found;
    });
    const result: Checked = { hits };
    answer({ is: 'done', result });
  } catch {
    answer({ is: 'failed', because: 'failed' });
  }
};

function answer(message: JobAnswer): void {
  self.postMessage(message);
}
