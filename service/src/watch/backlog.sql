-- How far the reports are behind, over all organizations together: chats that wait to be counted (no more than 100,000 are looked at, a migration
-- queues millions), organizations that have some, and how old the newest data are.
select
  (select count(*) from (select organization_id from changed_episodes limit 100000) waiting)::int as changed_chats,
  (
    select count(*)
    from organizations o
    where o.as_of is not null
      and (
        exists (select 1 from changed_episodes c where c.organization_id = o.id)
        or exists (select 1 from recounts r where r.organization_id = o.id)
      )
  )::int as organizations_waiting,
  (select extract(epoch from now() - max(as_of)) from organizations)::float8 as newest_age_seconds
