-- The changes of a setting, or the rulings on returns, newest first.
-- $1 organization, $2 kind of setting, $3 the change behind which the page begins, or null, $4 how many
select seq, subject, changed_by, changed_at, before, after
from setting_changes
where organization_id = $1 and kind = $2 and ($3::bigint is null or seq < $3)
order by seq desc
limit $4;
