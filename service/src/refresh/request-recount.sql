-- $1 organization, $2 whether every chat has to be judged
insert into recounts as waiting (organization_id, requested_whole)
values ($1, case when $2 then 1 else 0 end)
on conflict (organization_id) do update set
  requested = waiting.requested + 1,
  requested_whole = case when $2 then waiting.requested + 1 else waiting.requested_whole end,
  failures = 0,
  due_at = now();
