// An organization of the sandbox: its simulated chats, and what its admins changed since the page was opened.
import type { CostAssumption, CostAssumptionChange, WorkingHours, WorkingHoursInput } from '@qontak/impact-contract';
import { freezePeriods, issueForecasts, NOTHING_ASSUMED } from '../reference/index.ts';
import type { KeptRevision, ReturnRuling, Shop } from '../rows.ts';
import { sampleShop, type ShopProfile } from '../shop/index.ts';

/** A setting with the version that a change has to name. */
export interface Versioned<Value> {
  value: Value;
  version: number;
}

/** So many weeks back the service of the sandbox began to issue forecasts. */
const FORECASTING_WEEKS = 12;

export class SandboxOrganization {
  readonly profile: ShopProfile;
  /** Every version, in the order in which they were entered. */
  #costs: readonly CostAssumption[];
  #hours: Versioned<WorkingHours>;
  #rulings: readonly ReturnRuling[] = [];
  #rulingChanges = 0;
  #revisions: readonly KeptRevision[] = [];
  #shop: Shop | null = null;
  readonly #now: () => Date;

  constructor(profile: ShopProfile, now: () => Date) {
    const { cost_assumption, working_hours, organization, firstDay } = profile;
    this.profile = profile;
    this.#now = now;
    this.#costs = cost_assumption === null ? [] : [cost_assumption];
    const changed = { by: 'sandbox', at: `${firstDay}T01:00:00.000Z` };
    const schedules = working_hours.map(({ effective_from, shifts, holidays }) => ({ effective_from, shifts, holidays, changed }));
    this.#hours = { value: { time_zone: organization.time_zone, schedules }, version: schedules.length === 0 ? 0 : 1 };
  }

  /** The chats with the settings of now; another object after each change, as the reference engine wants it. */
  get shop(): Shop {
    this.#shop ??= this.#frozen({
      ...this.#issued(),
      cost_assumptions: this.#costs,
      working_hours: this.#hours.value.schedules,
      return_rulings: this.#rulings,
      period_revisions: this.#revisions,
    });
    return this.#shop;
  }

  /** What is final is kept as the first one to look finds it; a ruling makes a further revision. */
  #frozen(shop: Shop): Shop {
    this.#revisions = freezePeriods(shop, this.#now().toISOString());
    return { ...shop, period_revisions: this.#revisions };
  }

  get cost(): Versioned<CostAssumption> {
    return { value: this.#costs.at(-1) ?? NOTHING_ASSUMED, version: this.#costs.length };
  }

  /** The newest first. */
  get costChanges(): CostAssumptionChange[] {
    const changes = this.#costs.flatMap(({ changed, ...after }, i) => {
      const before = this.#costs[i - 1];
      return changed === null ? [] : [{ ...changed, before: before === undefined ? null : withoutChange(before), after }];
    });
    return changes.toReversed();
  }

  get hours(): Versioned<WorkingHours> {
    return this.#hours;
  }

  /** Goes up with everything that can change a report. */
  get revision(): number {
    return this.#costs.length + this.#hours.version + this.#rulingChanges;
  }

  changeCost(value: CostAssumption): void {
    this.#costs = [...this.#costs, value];
    this.#shop = null;
  }

  /** Replaces the schedule that begins on the same day, or adds one. */
  changeHours(input: WorkingHoursInput, changed: CostAssumption['changed'] & object): void {
    const { time_zone, schedules } = this.#hours.value;
    const others = schedules.filter(({ effective_from }) => effective_from !== input.effective_from);
    const newestFirst = [...others, { ...input, changed }].sort((a, b) => (a.effective_from < b.effective_from ? 1 : -1));
    this.#hours = { value: { time_zone, schedules: newestFirst }, version: this.#hours.version + 1 };
    this.#shop = null;
  }

  /** The chat in which the customer of this one asked again was about a different matter. */
  rule(ruling: ReturnRuling): void {
    this.#changeRulings([...this.#rulings, ruling]);
  }

  /** Takes every ruling about a chat back. */
  unrule(id: string): void {
    this.#changeRulings(this.#rulings.filter((ruling) => ruling.id !== id));
  }

  #changeRulings(rulings: readonly ReturnRuling[]): void {
    this.#rulings = rulings;
    this.#rulingChanges++;
    this.#shop = null;
  }

  #withForecasts: Shop | null = null;

  /** Issued once: nothing that an admin changes later changes what was foretold. */
  #issued(): Shop {
    const shop = sampleShop(this.profile);
    this.#withForecasts ??= { ...shop, forecasts: issueForecasts(shop, FORECASTING_WEEKS) };
    return this.#withForecasts;
  }
}

function withoutChange(version: CostAssumption): CostAssumptionChange['after'] {
  const { changed: _, ...figures } = version;
  return figures;
}
