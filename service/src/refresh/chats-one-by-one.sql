-- Some chats with what their outcome depends on. Each is looked up by itself (see mark-neighbours.sql), so that a few cost the same in an
-- organization of any size. A chat that is gone, or left out by the view, gives no row.
-- $1 organization, $3 hours of the return window, $4 whether a return on another channel counts
select
  e.*,
  o.time_zone,
  back.id as returned_in,
  back.helped_by as return_helped_by,
  (
    {opening_hours}
  ) as opening_hours,
  -- a ruling says nothing any more when the chat that it is about is gone, or would be no return today
  exists (
    select
    from return_rulings r
    cross join lateral (select * from episodes f where f.organization_id = $1 and f.id = r.returned_in offset 0) f
    where r.organization_id = $1
      and r.id = e.id
      and {is_return}
  ) as ruled
from (
  {which}
) c
cross join lateral (select * from episodes e where e.organization_id = $1 and e.id = c.id offset 0) e
join organizations o on o.id = $1
cross join lateral (select (e.first_inbound_at at time zone o.time_zone)::date as day) days
left join lateral (
  -- the first chat in which the customer asked again
  select f.id, case when f.solved_by_ai then 'ai' when f.closed_at is not null and (f.human_attached or not f.ai_involved) then 'team' else 'open' end as helped_by
  from episodes f
  where f.organization_id = $1
    and {is_return}
    and not exists (select from return_rulings r where r.organization_id = $1 and r.id = e.id and r.returned_in = f.id)
  order by f.first_inbound_at, f.id collate "C"
  limit 1
) back on true
