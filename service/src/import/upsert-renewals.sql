-- One batch; of two rows about one day the one read last counts.
-- $1 organizations, $2 days, $3 outcomes
with incoming as (
  select distinct on (organization_id, due_on) organization_id::uuid, due_on::date, outcome
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t (organization_id, due_on, outcome, position)
  order by organization_id, due_on, position desc
), written as (
  insert into renewals as stored (organization_id, due_on, outcome)
  select organization_id, due_on, outcome from incoming
  on conflict (organization_id, due_on) do update set outcome = excluded.outcome where stored.outcome <> excluded.outcome
  returning true
)
select count(*) as changed from written
