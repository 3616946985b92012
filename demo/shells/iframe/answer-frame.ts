import { chosen } from '../host/frame.ts';
import { atSignOut, tokenProviderOf } from '../host/session.ts';
import type { Answer, FromFrame, Question } from './messages.ts';

/** Makes the requests of the frame, with the token of whoever is signed in here, to the addresses of the report alone. Gives what ends that. */
export function answerFrame(port: MessagePort, frame: HTMLIFrameElement): () => void {
  const asking = new Map<number, AbortController>();
  port.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => {
    switch (data.kind) {
      case 'question':
        void answer(data).then((one) => port.postMessage(one));
        break;
      case 'withdrawal':
        asking.get(data.id)?.abort();
        break;
      case 'height':
        frame.style.height = `${data.pixels}px`;
        break;
      case 'navigation':
        location.hash = `#/inbox?chat=${encodeURIComponent(data.chat)}`;
        break;
    }
  });
  port.start();

  async function answer(question: Question): Promise<Answer> {
    const left = new AbortController();
    asking.set(question.id, left);
    try {
      const response = await ask(question, left.signal);
      return { kind: 'answer', id: question.id, status: response.status, headers: [...response.headers], body: await response.text() };
    } catch {
      return { kind: 'answer', id: question.id, status: 0, headers: [], body: '' };
    } finally {
      asking.delete(question.id);
    }
  }

  return () => {
    for (const left of asking.values()) left.abort();
    port.close();
  };
}

/** By organization; forgotten when the service refuses it. */
const tokens = new Map<string, string>();
atSignOut(() => tokens.clear());

async function ask(question: Question, signal: AbortSignal): Promise<Response> {
  const { organization } = question;
  // What was asked before another one was chosen may come after it, a change of settings too.
  if (organization !== chosen.organization) throw new Error('Could not ask for the report: another organization is chosen by now.');
  const token = tokens.get(organization) ?? (await signIn(organization, 'initial', signal));
  const response = await request(question, token, signal);
  return response.status === 401 ? request(question, await signIn(organization, 'expired', signal), signal) : response;
}

async function signIn(org: string, reason: 'initial' | 'expired', signal: AbortSignal): Promise<string> {
  const answer = await tokenProviderOf(org)({ reason, org, signal });
  const token = typeof answer === 'string' ? answer : answer.token;
  tokens.set(org, token);
  return token;
}

async function request({ path, method, headers, body }: Question, token: string, signal: AbortSignal): Promise<Response> {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin || !url.pathname.startsWith('/v1/')) throw new Error(`Could not ask for ${path}: it is no address of the report.`);
  return fetch(url, { method, headers: [...headers, ['authorization', `Bearer ${token}`]], body, signal });
}
