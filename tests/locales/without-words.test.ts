import { beforeAll, describe, expect, it, vi } from 'vitest';
import messages from '../../public/_locales/en/messages.json';

describe('A browser that gives no words', () => {
  beforeAll(() => {
    // As Chromium answers in a process that began while it was taking up the extension anew.
    vi.stubGlobal('chrome', { i18n: { getMessage: () => '', getUILanguage: () => 'en-US' } });
    return () => vi.unstubAllGlobals();
  });

  it('is stood in for by the words that come with the page, each with what is filled in', async () => {
    const { expectWords, t } = await import('../../src/browser/i18n');
    expect(t('extensionName')).toBe('');
    await expectWords();
    expect(t('extensionName')).toBe(messages.extensionName.message);
    expect(messages.minutes.message).toContain('$1');
    expect(t('minutes', 50)).toBe(messages.minutes.message.replace('$1', '50'));
    expect(t('minutes', '$1 of $2')).toContain('$1 of $2');
  });
});
