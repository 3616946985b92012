import type { ImpactReport } from '@qontak/impact-report';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './app.tsx';

const root = hydrateRoot(document.querySelector('main')!, <Page data={undefined} />);
const response = await fetch('/report.json');
root.render(<Page data={(await response.json()) as ImpactReport} />);
