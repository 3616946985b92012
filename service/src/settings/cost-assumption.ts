import type { CostAssumption, CostAssumptionInput } from '@qontak/impact-contract';
import { sqlFile } from '../db/sql-file.ts';
import type { Setting } from './setting.ts';

const NEWEST = sqlFile(import.meta.url, './cost-assumption.sql');

interface Row extends CostAssumptionInput {
  version: number;
  changed_by: string;
  changed_at: string;
}

/** The figures that turn chats into hours and rupiah; every version is kept. */
export const costAssumption: Setting<CostAssumption, CostAssumptionInput> = {
  kind: 'cost_assumption',
  noted: (value) => value as CostAssumptionInput,
  async read(tx, organizationId) {
    const organizations = await tx.query('select from organizations where id = $1', [organizationId]);
    if (organizations.length === 0) return null;
    const [row] = await tx.query<Row>(NEWEST, [organizationId]);
    if (row === undefined) return { version: 0, value: { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, changed: null } };
    const { version, changed_by: by, changed_at: at, ...figures } = row;
    return { version, value: { ...figures, changed: { by, at } } };
  },
  async change(tx, { replaces, by, input }) {
    const { minutes_per_chat, hourly_cost, ai_fee_per_month } = input;
    const values = [replaces, by, minutes_per_chat, hourly_cost, ai_fee_per_month];
    const [row] = await tx.query<{ version: number | null }>('select change_cost_assumption($1, $2, $3, $4, $5) as version', values);
    return row!.version !== null;
  },
};
