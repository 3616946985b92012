-- The newest figures, and who entered them. No row: nobody has.
-- $1 organization
select version, minutes_per_chat, hourly_cost, ai_fee_per_month, nullif(effective_from, '-infinity') as effective_from, changed_by, changed_at
from cost_assumptions
where organization_id = $1
order by version desc
limit 1;
