import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Guard } from '../auth/guard.ts';
import { isFromThisMachine } from '../auth/this-machine.ts';
import { type Instruments, PROMETHEUS_TEXT } from '../watch/instruments.ts';

/** A proxy on this machine says that it passes on what others ask. */
const isPassedOn = ({ headers }: FastifyRequest): boolean => ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);

/** `GET /metrics`: for a Prometheus on this machine, or one that brings a token with the role `internal`. */
export function prometheusRoute(app: FastifyInstance, instruments: Instruments, guard: Guard): void {
  const { onRequest } = guard('internal');
  const neighbourOrInternal: typeof onRequest = async (request, reply) => {
    if (request.headers.authorization !== undefined || isPassedOn(request) || !isFromThisMachine(request)) await onRequest(request, reply);
  };
  app.get('/metrics', { onRequest: neighbourOrInternal }, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(PROMETHEUS_TEXT)
      .send(await instruments.read()),
  );
}
