-- Every forecast that was issued, newest first. They are made for all channels together.
-- $1 organization, $2 dimension
select unit, from_day, to_day, point, low, high
from forecasts
where organization_id = $1 and $2 = 'all'
order by from_day desc;
