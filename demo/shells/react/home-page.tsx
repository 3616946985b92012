import { signOut } from '@qontak/impact-report';
import { ImpactTurns } from '@qontak/impact-report/react';
import { useEffect, useRef } from 'react';
import { drawChart } from '../host/libraries.ts';
import { atSignOut, tokenProviderOf } from '../host/session.ts';

atSignOut(signOut);

export function HomePage({ organization }: { organization: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => drawChart(canvas.current!), []);
  return (
    <>
      <canvas ref={canvas} width={480} height={240} />
      {/* A card alone: its code comes once it is drawn. */}
      <ImpactTurns src="/" org={organization} tokenProvider={tokenProviderOf(organization)} />
    </>
  );
}
