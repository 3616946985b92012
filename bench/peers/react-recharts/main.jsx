import { startPage } from '../shared/react-page.jsx';
import { Journey, Trend } from '../shared/recharts.jsx';

startPage({ Trend, Journey });
