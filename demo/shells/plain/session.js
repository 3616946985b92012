// Who is signed in. It runs before the code of the report, whose card is told of it and takes it when its code comes.
export const organizations = fetch('/dev/organizations').then((answer) => answer.json());

const providers = {};
/** The function stands for the user: one for each organization, kept. */
export const tokenProviderOf = (organization) => (providers[organization] ??= signInTo(organization));

const signInTo =
  (organization) =>
  async ({ signal }) => {
    const answer = await fetch(`/dev/token?role=admin&organization=${await organization}`, { signal });
    if (!answer.ok) throw new Error(`Could not sign in: the shell's server answered ${answer.status}. Is it running?`);
    const { token, expires_at } = await answer.json();
    return { token, expiresAt: expires_at };
  };

const first = signInTo(organizations.then(([{ id }]) => id));
void organizations.then(([{ id }]) => (providers[id] = first));
document.querySelector('qontak-impact-hero').tokenProvider = first;
