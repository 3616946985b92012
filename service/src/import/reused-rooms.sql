-- What became of the closes of an organization whose rooms are used again; no row for any other.
-- $1 organization
select
  closes.rooms,
  closes.told + closes.silent as closes,
  closes.silent,
  closes.waiting,
  chats.n as chats,
  closes.told - closes.waiting - chats.closed as repeated
from organizations o
cross join lateral (
  select
    count(distinct c.room_id) as rooms,
    count(*) filter (where c.record ->> 'first_inbound_at' is not null) as told,
    count(*) filter (where c.record ->> 'first_inbound_at' is null) as silent,
    count(*) filter (
      where c.record ->> 'first_inbound_at' is not null
        and c.record ->> 'channel' is null
        and not exists (select from room_records r where r.organization_id = $1 and r.room_id = c.room_id and r.kind = 'room')
    ) as waiting
  from room_records c
  where c.organization_id = $1 and c.kind = 'close'
) closes
cross join lateral (
  select
    count(*) as n,
    count(*) filter (
      where exists (select from room_records c where c.organization_id = $1 and c.room_id = r.room_id and c.kind = 'close' and c.at = r.closed_at)
    ) as closed
  from rooms r
  where r.organization_id = $1 and r.room_id is not null
) chats
where o.id = $1 and o.rooms_reused
