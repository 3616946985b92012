import type { CostAssumption, CostAssumptionInput } from '@qontak/impact-contract';
import { sqlFile } from '../db/sql-file.ts';
import { refuseFarDays } from './far-days.ts';
import type { Setting } from './setting.ts';

const NEWEST = sqlFile(import.meta.url, './cost-assumption.sql');

const NOBODYS: CostAssumption = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null };

interface Row extends CostAssumptionInput {
  version: number;
  changed_by: string;
  changed_at: string;
}

/** The figures that turn chats into hours and rupiah, by the day from which on they hold; every version is kept. */
export const costAssumption: Setting<CostAssumption, CostAssumptionInput> = {
  kind: 'cost_assumption',
  // What was entered before there was a day held from the beginning.
  noted: (value) => ({ effective_from: null, ...(value as Omit<CostAssumptionInput, 'effective_from'>) }),
  async read(tx, organizationId) {
    const organizations = await tx.query('select from organizations where id = $1', [organizationId]);
    if (organizations.length === 0) return null;
    const [row] = await tx.query<Row>(NEWEST, [organizationId]);
    if (row === undefined) return { version: 0, value: NOBODYS };
    const { version, changed_by: by, changed_at: at, ...figures } = row;
    return { version, value: { ...figures, changed: { by, at } } };
  },
  async change(tx, { replaces, by, input }) {
    const { minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from } = input;
    refuseFarDays({ effective_from });
    const values = [replaces, by, minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from];
    const [row] = await tx.query<{ version: number | null }>('select change_cost_assumption($1, $2, $3, $4, $5, $6) as version', values);
    return row!.version !== null;
  },
};
