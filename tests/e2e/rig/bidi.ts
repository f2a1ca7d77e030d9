import type { Browser as Puppet } from 'puppeteer-core';

type Parameters = Readonly<Record<string, unknown>>;

/** The raw WebDriver BiDi connection to a Firefox, and its privileged side. */
export interface Bidi {
  send<T>(method: string, parameters: Parameters): Promise<T>;
  /**
   * Evaluates in a document, on request as if a person had just pressed something there.
   * @returns the value, or the reference when it is an element. Throws what the page threw.
   */
  evaluate<T>(context: string, expression: string, isByHand?: boolean): Promise<T>;
  /** Evaluates in the browser's own window, with all its rights. */
  privileged<T>(expression: string): Promise<T>;
}

/** One entry of `browsingContext.getTree`. */
export interface ContextInfo {
  context: string;
  url: string;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown; sharedId?: string };
  exceptionDetails?: { text: string };
}

/** Opens the raw connection beside puppeteer's own use of it. Firefox must run with `--remote-allow-system-access`. */
export async function openBidi(puppet: Puppet): Promise<Bidi> {
  const { connection } = puppet as unknown as {
    connection: { send(method: string, parameters: Parameters): Promise<{ result?: unknown }> };
  };

  async function send<T>(method: string, parameters: Parameters): Promise<T> {
    const answer = await connection.send(method, parameters);
    return (answer.result ?? answer) as T;
  }

  async function evaluate<T>(context: string, expression: string, isByHand = false): Promise<T> {
    const parameters = {
      expression,
      target: { context },
      awaitPromise: true,
      ...(isByHand ? { userActivation: true } : {}),
    };
    const { result, exceptionDetails } = await send<Evaluated>('script.evaluate', parameters);
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return (result?.sharedId ? { sharedId: result.sharedId } : result?.value) as T;
  }

  const windows = await send<{ contexts: ContextInfo[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const browserWindow = windows.contexts.find(each => each.url.endsWith('/browser.xhtml'));
  if (!browserWindow) throw new Error('Firefox shows no window');
  return { send, evaluate, privileged: expression => evaluate(browserWindow.context, expression) };
}
