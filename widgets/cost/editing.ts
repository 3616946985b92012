// What can happen while somebody changes the figures, as plain values: each step takes a state and gives the next one.
import type { CostAssumption, CostAssumptionInput, LocalDate } from '@qontak/impact-contract';
import type { ErrorCode, FieldProblem, Setting } from '#data';
import type { Locale } from '#lang';
import type { WayBack } from './way-back.ts';
import { type Draft, draftOf, FIELDS, type FieldName, readDraft, sameAmounts, type Troubles, undoOf, writeField } from './draft.ts';

/** What is said after the form has closed. */
type Note =
  /**
   * `etag`: the version that this reader has stored last, on the way back, too; null: the host stores them. `back`: what brings the figures before back;
   * `none`: the host knows. `trouble`: going back did not work.
   */
  | { kind: 'saved'; figures: CostAssumption; etag: string | null; back: WayBack | 'none'; busy: boolean; trouble: ErrorCode | null }
  | { kind: 'undone' }
  | { kind: 'theirs' }
  | { kind: 'forbidden' };

export interface Open {
  status: 'open';
  draft: Draft;
  /** The figures when the form was opened: what an undo brings back. */
  before: CostAssumptionInput;
  /** The day that the form began with: to leave it is no change. */
  start: LocalDate | null;
  /** What the preview is drawn from: of each field the last figure that could be read while it is typed. */
  preview: CostAssumptionInput;
  /** Shown only once a field was left or saving was tried: nobody is told off in the middle of a number. */
  troubles: Troubles;
  /** Why the last try did not save. */
  failed: ErrorCode | 'invalid' | null;
}

export type Editing =
  | { status: 'closed'; note: Note | null }
  | Open
  | (Omit<Open, 'status'> & { status: 'saving' })
  | (Omit<Open, 'status'> & { status: 'conflict'; mine: CostAssumptionInput; newer: CostAssumption; busy: boolean });

export const CLOSED: Editing = { status: 'closed', note: null };
/** Somebody else's figures hold now. */
export const THEIRS: Editing = { status: 'closed', note: { kind: 'theirs' } };

/** On the way back: nothing else begins before it has ended. */
export const isGoingBack = (state: Editing): boolean => state.status === 'closed' && state.note?.kind === 'saved' && state.note.busy;

/** @param before what stands there; the form begins with the same figures, from another day on */
export const opened = (figures: CostAssumptionInput, before: CostAssumptionInput, locale: Locale): Open => ({
  status: 'open',
  draft: draftOf(figures, locale),
  before,
  start: figures.effective_from,
  preview: figures,
  troubles: {},
  failed: null,
});

/** A field says something else now; its trouble is over until it is left again. */
export function typed(form: Open, name: FieldName, text: string): Open {
  const draft = { ...form.draft, [name]: text };
  const { figures } = readDraft(draft);
  const { [name]: _, ...troubles } = form.troubles;
  return { ...form, draft, preview: { ...form.preview, ...figures }, troubles };
}

/** A field was left: what could be read stands there as it will be written, what could not is pointed out. */
export function left(form: Open, name: FieldName, locale: Locale): Open {
  const { figures, troubles } = readDraft(form.draft);
  const trouble = troubles[name];
  if (trouble !== undefined) return marked(form, { ...form.troubles, [name]: trouble });
  return { ...form, draft: { ...form.draft, [name]: writeField(name, figures as CostAssumptionInput, locale) } };
}

/** Of a field that is wrong, the letters on the way to it are no figure of anybody: the preview begins again with what stood there. */
function marked(form: Open, troubles: Troubles): Open {
  const before = FIELDS.filter((name) => troubles[name] !== undefined).map((name) => [name, form.before[name]] as const);
  return { ...form, troubles, preview: { ...form.preview, ...Object.fromEntries(before) } };
}

/** Whether it is known what the fields come to. The service refuses what can be read as well. */
export const isReadable = ({ troubles }: Pick<Open, 'troubles'>): boolean => Object.values(troubles).every((trouble) => trouble === 'refused');

/** What to store, or the form with everything that is wrong with it. */
export function submitted(form: Open): { input: CostAssumptionInput } | { form: Open } {
  const { figures, troubles } = readDraft(form.draft);
  if (Object.keys(troubles).length > 0) return { form: { ...marked(form, troubles), failed: null } };
  return { input: figures as CostAssumptionInput };
}

/** Whether storing it would change nothing: the same figures, from the day that stood there. */
export const isUnchanged = ({ before, start }: Open, input: CostAssumptionInput): boolean =>
  sameAmounts(input, before) && (input.effective_from === start || input.effective_from === before.effective_from);

/** Where the host page stores the figures itself there is no version, and it alone knows what stood there before those. */
export function stored(before: CostAssumptionInput, { value: figures, etag }: Setting<CostAssumption>): Editing {
  const undo = undoOf(before, figures);
  const back = undo !== null ? [undo] : etag === null ? 'none' : null;
  return { status: 'closed', note: { kind: 'saved', figures, etag, back, busy: false, trouble: null } };
}

/** The service took none of it. The fields that it names are marked; what was typed stays. */
export function refused(form: Omit<Open, 'status'>, problems: readonly FieldProblem[]): Open {
  const named = FIELDS.filter((field) => problems.some(({ path }) => path === field));
  return {
    ...form,
    status: 'open',
    troubles: Object.fromEntries(named.map((field) => [field, 'refused' as const])),
    failed: named.length > 0 ? null : 'invalid',
  };
}

export const notSaved = (form: Omit<Open, 'status'>, failed: ErrorCode): Open => ({ ...form, status: 'open', failed });
