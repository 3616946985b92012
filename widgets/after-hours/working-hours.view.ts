import type { Holiday, ReportMeta, Shift, WorkingHours } from '@qontak/impact-contract';
import { cleanText } from '#kit';
import { zoneLabel } from '#lang';
import { type Draft, type DraftDay, draftOf, type Schedule } from './working-hours.model.ts';
import type { Problem } from './working-hours.problems.ts';
import type { WorkingHoursLang } from './working-hours.strings.ts';

/** The hours by which the shown period is counted, in words. */
export interface ScheduleView {
  /** Days with the same hours in one line. */
  days: { days: string; hours: string }[];
  since: string;
  earlier: string | null;
  holidays: string | null;
}

export const zoneOf = ({ organization, as_of, generated_at }: ReportMeta, { locale }: WorkingHoursLang): string =>
  zoneLabel(organization.time_zone, new Date(as_of ?? generated_at), locale);

/** The schedule in force on a day; schedules come newest first. */
const inForce = ({ schedules }: WorkingHours, day: string): Schedule | null => schedules.find(({ effective_from }) => effective_from <= day) ?? null;

/** What was saved last: of another admin, after two changes met. */
export const lastSaved = ({ schedules }: WorkingHours): Schedule | null =>
  schedules.reduce<Schedule | null>((last, one) => (last === null || Date.parse(one.changed.at) > Date.parse(last.changed.at) ? one : last), null);

/** Hours that another admin saved meanwhile, to be seen before one of the two is chosen. */
export function theirsView(hours: WorkingHours, meta: ReportMeta, lang: WorkingHoursLang): ScheduleView | null {
  const schedule = lastSaved(hours);
  return schedule === null ? null : viewOf(schedule, schedule.holidays, meta, lang);
}

/** What a reader sees of the hours in use; null: none are in force within the period. */
export function scheduleView(hours: WorkingHours, meta: ReportMeta, lang: WorkingHoursLang): ScheduleView | null {
  const schedule = inForce(hours, meta.period.to);
  if (schedule === null) return null;
  const holidays = schedule.holidays.filter(({ date }) => date >= meta.period.from && date <= meta.period.to);
  const view = viewOf(schedule, holidays, meta, lang);
  return schedule.effective_from > meta.period.from && inForce(hours, meta.period.from) !== null ? { ...view, earlier: lang.t('earlier') } : view;
}

function viewOf({ effective_from, changed, ...schedule }: Schedule, holidays: readonly Holiday[], meta: ReportMeta, lang: WorkingHoursLang): ScheduleView {
  const { t, periods } = lang;
  return {
    days: grouped(draftOf(schedule, effective_from).days, lang),
    since: t('since', { date: periods.day(effective_from), zone: zoneOf(meta, lang), moment: periods.moment(changed.at, meta.organization.time_zone) }),
    earlier: null,
    holidays: holidays.length === 0 ? null : t('holidays', { list: holidays.map((holiday) => holidayText(holiday, lang)).join(', ') }),
  };
}

function holidayText({ date, name }: Holiday, { periods }: WorkingHoursLang): string {
  const clean = cleanText(name);
  return clean === '' ? periods.day(date) : `${periods.day(date)} (${clean})`;
}

/** Monday to Friday as one line where their hours are the same. */
function grouped(days: readonly DraftDay[], lang: WorkingHoursLang): ScheduleView['days'] {
  const weekday = (day: number): string => lang.periods.weekday(day);
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const day of days) {
    const hours = hoursOf(day, lang);
    const group = groups.at(-1);
    if (group?.hours === hours) group.last = day.day_number;
    else groups.push({ first: day.day_number, last: day.day_number, hours });
  }
  return groups.map(({ first, last, hours }) => ({ days: first === last ? weekday(first) : `${weekday(first)}–${weekday(last)}`, hours }));
}

function hoursOf({ kind, shifts }: DraftDay, lang: WorkingHoursLang): string {
  if (kind === 'open') return shifts.map(({ start, end }) => span(start, end, lang)).join(', ');
  return lang.t(kind);
}

const span = (start: string, end: string, { periods }: WorkingHoursLang): string => `${periods.clock(start)}–${periods.clock(end)}`;

/** The sentence beside the field. */
export function problemText({ kind, other }: Problem, lang: WorkingHoursLang): string {
  return kind === 'overlap' ? lang.t('overlap', { hours: shiftText(other!, lang) }) : lang.t(kind);
}

const shiftText = ({ day_number, start, end, is_24h }: Shift, lang: WorkingHoursLang): string =>
  `${lang.periods.weekday(day_number)} ${is_24h ? lang.t('all_day') : span(start, end, lang)}`;

/** Why there is no figure though the report has others. */
export type MissingReason = 'no_working_hours' | 'being_counted';

/** Why there is no figure, and what can be done about it. */
export function missingView(
  reason: MissingReason,
  hours: WorkingHours | null,
  { period }: ReportMeta,
  { t, periods }: WorkingHoursLang,
): { title: string; help: string } {
  if (reason === 'being_counted') return { title: t('counting'), help: t('counting_help') };
  const first = hours?.schedules.at(-1)?.effective_from;
  if (first === undefined || first <= period.to) return { title: t('missing'), help: t('missing_help') };
  return { title: t('too_late', { date: periods.day(first) }), help: t('too_late_help') };
}

/** The form to begin with: the newest hours from today on, or, the first time, an empty week from the first day of the shown period. */
export function firstDraft(hours: WorkingHours, { period }: ReportMeta, today: string): Draft {
  const [newest] = hours.schedules;
  if (newest === undefined) return draftOf(null, period.from);
  const first = hours.schedules.at(-1)!.effective_from;
  // Nothing is in force in the shown period: most likely that is what the reader came for.
  return draftOf(newest, first > period.to ? period.from : today > newest.effective_from ? today : newest.effective_from);
}
