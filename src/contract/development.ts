import * as z from 'zod/mini';
import { Instant, LocalDate, OrganizationId, TimeZone } from './units.ts';

/** Who may use the report. */
export const ROLES = ['admin', 'supervisor', 'agent', 'internal'] as const;
export type Role = (typeof ROLES)[number];

/** `GET /dev/token`: a short-lived token for the demo; the route exists in development mode only. */
export const DevelopmentToken = z.object({ token: z.string(), expires_at: Instant });
export type DevelopmentToken = z.infer<typeof DevelopmentToken>;

/** `GET /dev/organizations`: what the demo can choose from. */
export const DevelopmentOrganizations = z.array(
  z.object({ id: OrganizationId, name: z.string(), time_zone: TimeZone, ai_activated_on: z.nullable(LocalDate), source: z.enum(['live', 'sample']) }),
);
export type DevelopmentOrganizations = z.infer<typeof DevelopmentOrganizations>;
