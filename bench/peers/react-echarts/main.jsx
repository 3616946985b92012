import { lazy } from 'react';
import { startPage } from '../shared/react-page.jsx';

const charts = () => import('./echarts.jsx');
startPage({
  Trend: lazy(() => charts().then(({ Trend }) => ({ default: Trend }))),
  Journey: lazy(() => charts().then(({ Journey }) => ({ default: Journey }))),
});
