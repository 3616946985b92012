import { lazy } from 'react';
import { startPage } from '../shared/react-page.jsx';

const charts = () => import('../shared/recharts.jsx');
startPage({
  Trend: lazy(() => charts().then(({ Trend }) => ({ default: Trend }))),
  Journey: lazy(() => charts().then(({ Journey }) => ({ default: Journey }))),
});
