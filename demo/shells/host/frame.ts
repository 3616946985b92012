// The frame of shells that are made of no framework: navigation, search, sign-out, and the choice of organization, language and theme.
import { dress, endSession, organizations, tokenProviderOf } from './session.ts';

const LINKS: [address: string, name: string][] = [
  ['#/', 'Home'],
  ['#/inbox', 'Inbox'],
  ['#/report', 'AI impact'],
];

export const chosen = { organization: '', locale: 'en', theme: 'light' };
const told = new Set<() => void>();
let signedIn = true;
export const isSignedIn = (): boolean => signedIn;

/** Tells when something else has been chosen. Gives what ends that. */
export function whenChosen(tell: () => void): () => void {
  told.add(tell);
  return () => void told.delete(tell);
}

/** What the report has to know of who is signed in. */
export const signIn = () => ({ org: chosen.organization, tokenProvider: tokenProviderOf(chosen.organization) });

export const main = (): HTMLElement => document.querySelector('main')!;

/** @param turn - Takes away the page of whoever signs out, or shows that of who is signed in. */
export async function showFrame(turn: () => unknown): Promise<void> {
  const known = await organizations();
  chosen.organization = known[0]!.id;
  const nav = document.createElement('nav');
  nav.append(...LINKS.map(([href, textContent]) => Object.assign(document.createElement('a'), { href, textContent })));
  const header = document.createElement('header');
  header.append(
    nav,
    Object.assign(document.createElement('input'), { name: 'search', placeholder: 'Search', ariaLabel: 'Search' }),
    select('organization', known),
    select('locale', [
      { id: 'id', name: 'Indonesia' },
      { id: 'en', name: 'English' },
    ]),
    select('theme', [
      { id: 'light', name: 'Light' },
      { id: 'dark', name: 'Dark' },
    ]),
    sessionButton(turn),
  );
  document.querySelector('#app')!.append(header, document.createElement('main'));
  dress(chosen);
}

function sessionButton(turn: () => unknown): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { name: 'session', textContent: 'Sign out' });
  button.addEventListener('click', async () => {
    signedIn = !signedIn;
    button.textContent = signedIn ? 'Sign out' : 'Sign in';
    // The address may name a chat.
    if (!signedIn) location.replace('#/');
    await turn();
    if (!signedIn) endSession();
  });
  return button;
}

function select(name: keyof typeof chosen, options: { id: string; name: string }[]): HTMLSelectElement {
  const made = Object.assign(document.createElement('select'), { name, ariaLabel: name });
  made.append(...options.map((option) => new Option(option.name, option.id)));
  made.value = chosen[name];
  made.addEventListener('change', () => {
    chosen[name] = made.value;
    dress(chosen);
    for (const tell of told) tell();
  });
  return made;
}
