import { ImpactCost, ImpactHero, ImpactProvider, ImpactTrend } from '@qontak/impact-report/react';
import type { ImpactReport } from '@qontak/impact-report';
import { type ReactElement, useRef } from 'react';

export function Page({ data }: { data: ImpactReport | undefined }): ReactElement {
  const trend = useRef<HTMLElementTagNameMap['qontak-impact-trend']>(null);
  return (
    <ImpactProvider
      locale="en"
      data={data}
      tokenProvider={async ({ reason }) => ({ token: `for ${reason}` })}
      onImpactReady={(event) => {
        document.body.dataset.ready = String(event.detail.ms >= 0);
        document.body.dataset.by = trend.current?.by ?? '';
      }}
    >
      <ImpactHero id="hero" headingLevel={3} className="first" />
      <ImpactTrend ref={trend} by="months" gross />
      <ImpactCost readonly />
    </ImpactProvider>
  );
}

// @ts-expect-error -- no such theme
export const wrongTheme = <ImpactHero theme="blue" />;
// @ts-expect-error -- a source is text
export const wrongSource = <ImpactHero src={1} />;
// @ts-expect-error -- the trend's alone
export const wrongSetting = <ImpactHero by="weeks" />;
// @ts-expect-error -- no such field of the event
export const wrongEvent = <ImpactHero onImpactError={(event) => event.detail.nothing} />;
