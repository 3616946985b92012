import type { ImpactReport } from '@qontak/impact-report';
import { createRoot } from 'react-dom/client';
import { Page } from './app.tsx';

const root = createRoot(document.querySelector('main')!);
root.render(<Page data={undefined} />);
const response = await fetch('/report.json');
root.render(<Page data={(await response.json()) as ImpactReport} />);
