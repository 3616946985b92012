-- A forecast is told once: data that come in later do not change what was said.
-- $1 organization, $2 week or month, $3 and $4 its first and last day, $5 point, $6 and $7 range, $8 expected chats, $9 periods that it rests on,
-- $10 method, $11 as_of
insert into forecasts (organization_id, unit, from_day, to_day, point, low, high, expected_n, periods_used, method, as_of)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (organization_id, unit, from_day) do nothing;
