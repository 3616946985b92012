-- The starting point as it was frozen; a channel has none of its own.
-- $1 organization, $2 dimension, $9 the definition by which its weeks were counted
select weeks
from baselines
where organization_id = $1 and $2 = 'all' and definition = $9;
