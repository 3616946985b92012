import { type Holiday, type LocalDate, type WorkingHours, type WorkingHoursInput } from '@qontak/impact-contract';
import { sqlFile } from '../db/sql-file.ts';
import { refuseFarDays } from './far-days.ts';
import type { Setting } from './setting.ts';
import { shiftOf, type Stretch, stretchOf } from './shifts.ts';

const SCHEDULES = sqlFile(import.meta.url, './working-hours.sql');

interface Row {
  time_zone: string;
  version: number;
  /** Null, as the rest: there is no schedule. */
  effective_from: LocalDate | null;
  changed_by: string;
  changed_at: string;
  shifts: Stretch[];
  holidays: Holiday[];
}

/** When the team is there, by the day from which on it is so. */
export const workingHours: Setting<WorkingHours, WorkingHoursInput> = {
  kind: 'working_hours',
  noted(value) {
    const { effective_from, shifts, holidays } = value as { effective_from: LocalDate; shifts: Stretch[]; holidays: Holiday[] };
    return { effective_from, shifts: shifts.map(shiftOf), holidays };
  },
  async read(tx, organizationId) {
    const rows = await tx.query<Row>(SCHEDULES, [organizationId]);
    const [first] = rows;
    if (first === undefined) return null;
    const schedules = rows.flatMap(({ effective_from, shifts, holidays, changed_by: by, changed_at: at }) =>
      effective_from === null ? [] : [{ effective_from, shifts: shifts.map(shiftOf), holidays, changed: { by, at } }],
    );
    return { version: first.version, value: { time_zone: first.time_zone, schedules } };
  },
  async change(tx, { replaces, by, input }) {
    const { effective_from, shifts, holidays } = input;
    refuseFarDays({ effective_from, ...Object.fromEntries(holidays.map(({ date }, index) => [`holidays[${index}].date`, date])) });
    const values = [replaces, by, effective_from, JSON.stringify(shifts.map(stretchOf)), JSON.stringify(holidays)];
    const [row] = await tx.query<{ version: number | null }>('select change_working_hours($1, $2, $3, $4, $5) as version', values);
    return row!.version !== null;
  },
};
