import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { dress, endSession, type Organization } from '../host/session.ts';
import { HomePage } from './home-page.tsx';

// The package comes with the page that needs it, and before its element is rendered: React sets functions only as properties that it finds.
const ReportPage = lazy(async () => ({ default: (await import('./report-page.tsx')).ReportPage }));

/** Without the report: what the shell takes by itself, for tests to compare with. */
const BlankPage = lazy(async () => ({ default: (await import('./blank-page.tsx')).BlankPage }));

function followAddress(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

const address = (): string => location.hash.replace(/^#/, '') || '/';

export function App({ organizations }: { organizations: Organization[] }) {
  const path = useSyncExternalStore(followAddress, address);
  const [signedIn, setSignedIn] = useState(true);
  const [organization, setOrganization] = useState(organizations[0]!.id);
  const [locale, setLocale] = useState('en');
  const [theme, setTheme] = useState('light');
  useEffect(() => dress({ locale, theme }), [locale, theme]);
  function leave(): void {
    flushSync(() => setSignedIn(false));
    // The address may name a chat.
    location.replace('#/');
    endSession();
  }
  return (
    <>
      <header>
        <nav>
          <a href="#/">Home</a>
          <a href="#/inbox">Inbox</a>
          <a href="#/report">AI impact</a>
        </nav>
        <input name="search" placeholder="Search" aria-label="Search" />
        <Choice name="organization" label="Organization" value={organization} choose={setOrganization} options={organizations} />
        <Choice name="locale" label="Language" value={locale} choose={setLocale} options={LOCALES} />
        <Choice name="theme" label="Theme" value={theme} choose={setTheme} options={THEMES} />
        <button name="session" onClick={signedIn ? leave : () => setSignedIn(true)}>
          {signedIn ? 'Sign out' : 'Sign in'}
        </button>
      </header>
      <main>
        <Suspense>
          <Page path={path} organization={signedIn ? organization : null} />
        </Suspense>
      </main>
    </>
  );
}

/** @param organization - Null: nobody is signed in. */
function Page({ path, organization }: { path: string; organization: string | null }) {
  if (organization === null) return 'You are signed out.';
  if (path === '/report') return <ReportPage organization={organization} />;
  if (path === '/blank') return <BlankPage />;
  return path === '/' ? <HomePage organization={organization} /> : <Inbox path={path} />;
}

const LOCALES: Organization[] = [
  { id: 'id', name: 'Indonesia' },
  { id: 'en', name: 'English' },
];
const THEMES: Organization[] = [
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
];

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  choose: (value: string) => void;
  options: { id: string; name: string }[];
}

function Choice({ name, label, value, choose, options }: ChoiceProps) {
  return (
    <select name={name} aria-label={label} value={value} onChange={({ target }) => choose(target.value)}>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

function Inbox({ path }: { path: string }) {
  return (
    <>
      <h1>Inbox</h1>
      <p>Chat {new URLSearchParams(path.split('?')[1]).get('chat') ?? 'none'}</p>
    </>
  );
}
