import { type ImpactNavigateEvent, signOut } from '@qontak/impact-report';
import { ImpactReport } from '@qontak/impact-report/react';
import { atSignOut, tokenProviderOf } from '../host/session.ts';

atSignOut(signOut);

/** A chat of the report: this shell goes there itself. */
function openChat(event: ImpactNavigateEvent): void {
  event.preventDefault();
  location.hash = `#/inbox?chat=${event.detail.id}`;
}

export function ReportPage({ organization }: { organization: string }) {
  return <ImpactReport src="/" org={organization} tokenProvider={tokenProviderOf(organization)} onImpactNavigate={openChat} />;
}
