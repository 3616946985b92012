import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether the connection comes from this machine; a proxy that runs here makes every request look so. */
export function isFromThisMachine({ ip }: Pick<FastifyRequest, 'ip'>): boolean {
  const mapped = ip.replace(/^::ffff:/i, '');
  return LOOPBACK.check(mapped, isIP(mapped) === 6 ? 'ipv6' : 'ipv4');
}
