// What a shell has already, whatever it is made of: organizations, a sign-in, and a language and a theme that it writes on <html>.
import type { TokenProvider } from '@qontak/impact-report';

export interface Organization {
  id: string;
  name: string;
}

export async function organizations(): Promise<Organization[]> {
  return (await fetch('/dev/organizations')).json() as Promise<Organization[]>;
}

const providers = new Map<string, TokenProvider>();

/** The sign-in for an organization. The function stands for the user, so each is made once: a new one at every render would ask for the report anew. */
export function tokenProviderOf(organization: string): TokenProvider {
  const known = providers.get(organization);
  if (known !== undefined) return known;
  const provider: TokenProvider = async ({ signal }) => {
    const answer = await fetch(`/dev/token?role=admin&organization=${organization}`, { signal });
    if (!answer.ok) throw new Error(`Could not sign in: the shell's server answered ${answer.status}. Is it running?`);
    const { token, expires_at } = (await answer.json()) as { token: string; expires_at: string };
    return { token, expiresAt: expires_at };
  };
  providers.set(organization, provider);
  return provider;
}

const toForget = new Set<() => void>();

/** Whatever holds something of who is signed in says here how it forgets that: the report by its `signOut`, for one. */
export const atSignOut = (forget: () => void): void => void toForget.add(forget);

/** To be called once nothing of it stands on the page any more: what still stands would ask for itself anew. */
export const endSession = (): void => toForget.forEach((forget) => forget());

/** The report follows both by itself. */
export function dress({ locale, theme }: { locale: string; theme: string }): void {
  document.documentElement.lang = locale;
  document.documentElement.dataset['theme'] = theme;
}
