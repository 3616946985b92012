-- $1 organization, $2 whether every chat has to be judged
insert into recounts as waiting (organization_id, requested_whole, due_at)
values ($1, case when $2 then 1 else 0 end, now())
on conflict (organization_id) do update set
  requested = waiting.requested + 1,
  requested_whole = case when excluded.requested_whole > 0 then waiting.requested + 1 else waiting.requested_whole end,
  failures = 0,
  due_at = excluded.due_at;
