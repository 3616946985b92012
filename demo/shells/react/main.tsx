import { createRoot } from 'react-dom/client';
import { listenForHotkeys } from '../host/hotkeys.ts';
import { organizations } from '../host/session.ts';
import { App } from './app.tsx';

listenForHotkeys();
createRoot(document.querySelector('#app')!).render(<App organizations={await organizations()} />);
