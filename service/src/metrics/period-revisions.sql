-- What was kept of a week or a month, the newest first.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 the definition of net, $7 how many
select revision, frozen_at, as_of, human_only, uncheckable, came_back, stayed_solved, handed_over, ended_unclear, corrected
from period_revisions
where organization_id = $1 and dimension = $2 and key = $3 and from_day = $4 and to_day = $5 and definition = $6
order by revision desc
limit $7;
