-- A change of working hours, or a ruling, is counted right after it is stored. Should the database or the process go away in between, nobody would
-- know that its chats wait. So the request is stored with the change, and answered by whoever counts first: mostly the process that stored it,
-- which gets two seconds' start, or else the background (docs/decisions/0015).

-- As 0008 has it, but for the request. An organization that was never counted waits for its first import.
create or replace function record_setting_change(own uuid, kind_ text, subject_ text, who text, before_ jsonb, after_ jsonb) returns bigint
language plpgsql security definer
as $$
declare
  entry bigint;
begin
  select coalesce(max(seq), 0) + 1 into entry from setting_changes where organization_id = own;
  insert into setting_changes (organization_id, seq, kind, subject, changed_by, changed_at, before, after)
  values (own, entry, kind_, subject_, who, now(), before_, after_);
  update organizations set revision = revision + 1 where id = own;
  if kind_ <> 'cost_assumption' then
    insert into recounts as waiting (organization_id, due_at)
    select o.id, now() + interval '2 seconds' from organizations o where o.id = own and o.as_of is not null
    on conflict (organization_id) do update set requested = waiting.requested + 1;
  end if;
  return entry;
end
$$;

-- As 0008 has it: a caller's search path must not choose what the owner's rights are used on.
do $$
begin
  execute format(
    'alter function record_setting_change(uuid, text, text, text, jsonb, jsonb) set search_path to pg_catalog, %I, pg_temp', current_schema()
  );
end
$$;
