// The interface by its types: what a host writes, and what the compiler keeps it from.
import {
  configure,
  type ErrorCode,
  type ImpactReport,
  mount,
  type Mounted,
  mountParcel,
  register,
  ReportError,
  type Settings,
  VERSION,
} from '@qontak/impact-report';
import { Hero } from '@qontak/impact-report/hero';
import '@qontak/impact-report/register';

configure({ src: 'https://metrics.example.id', tokenProvider: () => 'token', locale: 'id' });
const mounted: Mounted = mount('main', { element: 'trend', appearance: { '--impact-accent': 'teal' } });
mounted.update({ period: '2026-10' });
mountParcel({ element: 'hero' });
register({ tag: `acme-${VERSION.replaceAll('.', '-')}` });

const hero = document.createElement('qontak-impact-hero');
hero.headingLevel = 3;
void hero.refresh();
export const isHero: boolean = hero instanceof Hero;

document.querySelector('qontak-impact-report')!.addEventListener('impact-error', (event) => {
  const code: ErrorCode = event.detail.code;
  console.log(code, event instanceof ReportError);
});

export const figure = (report: ImpactReport): number | null => (report.data.hero.status === 'ok' ? report.data.hero.net.count : null);
export const source = ({ src }: Settings): string | undefined => src;

// @ts-expect-error -- no such element
mount('main', { element: 'pie' });
// @ts-expect-error -- a token is text
configure({ tokenProvider: () => 1 });
// @ts-expect-error -- one of three
hero.theme = 'blue';
