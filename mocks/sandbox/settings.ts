// GET and PUT of the settings: read by admins and supervisors, written by admins who know the version that they replace.
import { type CostAssumptionHistory, CostAssumptionInput, type SettingMeta, WorkingHoursInput } from '@qontak/impact-contract';
import { HttpResponse } from 'msw/http';
import type { Asked } from './asked.ts';
import { bodyOf, refuse, refuseIssues } from './answers.ts';
import type { SandboxOrganization, Versioned } from './organization.ts';

interface SettingRoute<Input> {
  schema: { safeParse(value: unknown): { success: true; data: Input } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } } };
  read: (organization: SandboxOrganization) => Versioned<unknown>;
  change: (organization: SandboxOrganization, input: Input, changed: { by: string; at: string }) => void;
}

export const COST_ASSUMPTION: SettingRoute<CostAssumptionInput> = {
  schema: CostAssumptionInput,
  read: ({ cost }) => cost,
  change: (organization, input, changed) => organization.changeCost({ ...input, changed }),
};

export const WORKING_HOURS: SettingRoute<WorkingHoursInput> = {
  schema: WorkingHoursInput,
  read: ({ hours }) => hours,
  change: (organization, input, changed) => organization.changeHours(input, changed),
};

const whose = ({ profile }: SandboxOrganization): SettingMeta['organization'] => ({ id: profile.organization.id });
const etagOf = ({ version }: Versioned<unknown>): string => `"${version}"`;

export function readSetting<Input>({ organization, role }: Asked, { read }: SettingRoute<Input>): Response {
  const setting = read(organization);
  const headers = { etag: etagOf(setting), 'cache-control': 'private, no-cache', vary: 'Authorization' };
  const meta: SettingMeta = { organization: whose(organization), can_edit: role === 'admin' };
  return HttpResponse.json({ status: 'success', data: setting.value as object, meta }, { headers });
}

/** Of a sandbox all changes are one page. */
export function readCostChanges({ organization }: Asked): Response {
  const page: CostAssumptionHistory = { status: 'success', data: organization.costChanges, meta: { organization: whose(organization), next_cursor: null } };
  return HttpResponse.json(page);
}

export async function writeSetting<Input>(asked: Asked, route: SettingRoute<Input>): Promise<Response> {
  const { organization, role, request, now } = asked;
  if (role !== 'admin') return refuse('forbidden', 'Only admins may change the settings.');
  const expected = request.headers.get('if-match');
  if (expected === null || expected === '*') return refuse('version_missing', 'Send If-Match with the ETag of the version that you replace.');
  if (expected !== etagOf(route.read(organization))) {
    return refuse('version_differs', 'Somebody changed it since you read it. Read it again before you change it.');
  }
  const body = await bodyOf(request);
  if (body === undefined) return refuse('bad_request', 'The body must be JSON.');
  const parsed = route.schema.safeParse(body);
  if (!parsed.success) return refuseIssues(parsed.error.issues);
  route.change(organization, parsed.data, { by: 'sandbox', at: now.toISOString() });
  return readSetting(asked, route);
}
