import type { ImpactReport } from '@qontak/impact-report';
import { createPage, data } from './app.ts';

createPage().mount('main');
const response = await fetch('/report.json');
data.value = (await response.json()) as ImpactReport;
