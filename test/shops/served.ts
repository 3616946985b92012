// A shop in the service: brought in through the import, counted by its SQL, read as requests read it.
import type { ImpactReport } from '@qontak/impact-contract';
import { createOrganization, type Database, refreshOrganization } from '@qontak/impact-service';
import type { JudgedEpisode, Organization } from '#mocks';
import { importActivity, importRooms } from '../../service/src/import/index.ts';
import { impactReport, reportBasis } from '../../service/src/metrics/report.ts';
import type { Query, Step } from './random-shop.ts';

export class ServedShop {
  readonly #database: Database;
  readonly #id: string;

  constructor(database: Database, id: string) {
    this.#database = database;
    this.#id = id;
  }

  async create({ name, time_zone, ai_activated_on, source }: Organization): Promise<void> {
    await createOrganization(this.#database.owner, { id: this.#id, name, timeZone: time_zone, aiActivatedOn: ai_activated_on, source });
  }

  async take({ rooms, activity, asOf, allowEarlier }: Step): Promise<void> {
    const { owner } = this.#database;
    await importRooms(owner, this.#id, rooms);
    await importActivity(owner, this.#id, activity);
    await refreshOrganization(owner, this.#id, { asOf, allowEarlier });
  }

  /** The outcomes that drill-down lists, in order of id. */
  outcomes(): Promise<JudgedEpisode[]> {
    const sql = `select id, channel, topic, local_day, outcome, young, returned_in from episode_outcomes where organization_id = $1 order by id collate "C"`;
    return this.#database.owner.query<JudgedEpisode>(sql, [this.#id]);
  }

  reports(queries: readonly Query[]): Promise<ImpactReport[]> {
    return this.#database.request.asOrganization(this.#id, async (tx) => {
      const reports: ImpactReport[] = [];
      for (const query of queries) reports.push(await impactReport(tx, (await reportBasis(tx, this.#id, query))!));
      return reports;
    });
  }
}
