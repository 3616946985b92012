-- Adds the outcomes of chats to the daily counts, or takes them away. One statement for all of them: the groups are few however many the chats are,
-- and counting chunk by chunk would write each count again and again. Which chats: changed-outcomes.sql or all-outcomes.sql.
-- Returned is the day of each count that has moved.
-- $1 organization, $2 1 to add, -1 to take away
insert into daily_counts as counted (
  organization_id, dimension, key, local_day,
  human_only, checking, uncheckable, came_back, stayed_solved, handed_over, ended_unclear, still_open, human_only_young,
  came_back_ai, came_back_team, came_back_open, corrected, schedule_known, after_hours, after_hours_answered, after_hours_judged,
  after_hours_solved, mood_eligible, mood_better, mood_same, mood_worse, quality_validated, turns_known, turns, by_hour, after_hours_by_hour
)
select
  organizations.id, dimension, key, local_day,
  human_only, checking, uncheckable, came_back, stayed_solved, handed_over, ended_unclear, still_open, human_only_young,
  came_back_ai, came_back_team, came_back_open, corrected, schedule_known, after_hours, after_hours_answered, after_hours_judged,
  after_hours_solved, mood_eligible, mood_better, mood_same, mood_worse, quality_validated, turns_known, turns, by_hour, after_hours_by_hour
from (
  select
    case when grouping(channel) = 0 then 'channel' when grouping(topic) = 0 then 'topic' else 'all' end as dimension,
    case when grouping(channel) = 0 then channel when grouping(topic) = 0 then topic else '' end as key,
    local_day,
    count(*) filter (where outcome = 'human_only') as human_only,
    count(*) filter (where outcome = 'checking') as checking,
    count(*) filter (where outcome = 'uncheckable') as uncheckable,
    count(*) filter (where outcome = 'came_back') as came_back,
    count(*) filter (where outcome = 'stayed_solved') as stayed_solved,
    count(*) filter (where outcome = 'handed_over') as handed_over,
    count(*) filter (where outcome = 'ended_unclear') as ended_unclear,
    count(*) filter (where outcome = 'still_open') as still_open,
    count(*) filter (where outcome = 'human_only' and young) as human_only_young,
    count(*) filter (where outcome = 'came_back' and return_helped_by = 'ai') as came_back_ai,
    count(*) filter (where outcome = 'came_back' and return_helped_by = 'team') as came_back_team,
    count(*) filter (where outcome = 'came_back' and return_helped_by = 'open') as came_back_open,
    count(*) filter (where outcome = 'stayed_solved' and ruled) as corrected,
    -- an open chat has no facts to count yet
    count(*) filter (where closed and after_hours is not null) as schedule_known,
    count(*) filter (where closed and after_hours) as after_hours,
    count(*) filter (where closed and after_hours and ai_involved) as after_hours_answered,
    count(*) filter (where after_hours and outcome in ('stayed_solved', 'came_back', 'handed_over', 'ended_unclear')) as after_hours_judged,
    count(*) filter (where after_hours and outcome = 'stayed_solved') as after_hours_solved,
    count(*) filter (where closed and mood_eligible) as mood_eligible,
    count(*) filter (where closed and mood_change = 'better') as mood_better,
    count(*) filter (where closed and mood_change = 'same') as mood_same,
    count(*) filter (where closed and mood_change = 'worse') as mood_worse,
    count(*) filter (where closed and ai_involved and quality_validated) as quality_validated,
    count(turns) as turns_known,
    -- spelled out, because each is then one more sum of the same pass
    array[
      count(*) filter (where turns = 1), count(*) filter (where turns = 2), count(*) filter (where turns = 3), count(*) filter (where turns = 4),
      count(*) filter (where turns = 5), count(*) filter (where turns = 6), count(*) filter (where turns = 7), count(*) filter (where turns = 8),
      count(*) filter (where turns = 9), count(*) filter (where turns = 10), count(*) filter (where turns = 11), count(*) filter (where turns = 12),
      count(*) filter (where turns = 13), count(*) filter (where turns = 14), count(*) filter (where turns = 15), count(*) filter (where turns = 16),
      count(*) filter (where turns = 17), count(*) filter (where turns = 18), count(*) filter (where turns = 19), count(*) filter (where turns = 20),
      count(*) filter (where turns = 21)
    ]::integer[] as turns,
    case when grouping(topic) = 1 then array[
      count(*) filter (where hour = 0), count(*) filter (where hour = 1), count(*) filter (where hour = 2), count(*) filter (where hour = 3),
      count(*) filter (where hour = 4), count(*) filter (where hour = 5), count(*) filter (where hour = 6), count(*) filter (where hour = 7),
      count(*) filter (where hour = 8), count(*) filter (where hour = 9), count(*) filter (where hour = 10), count(*) filter (where hour = 11),
      count(*) filter (where hour = 12), count(*) filter (where hour = 13), count(*) filter (where hour = 14), count(*) filter (where hour = 15),
      count(*) filter (where hour = 16), count(*) filter (where hour = 17), count(*) filter (where hour = 18), count(*) filter (where hour = 19),
      count(*) filter (where hour = 20), count(*) filter (where hour = 21), count(*) filter (where hour = 22), count(*) filter (where hour = 23)
    ]::integer[] end as by_hour,
    case when grouping(topic) = 1 then array[
      count(*) filter (where away_hour = 0), count(*) filter (where away_hour = 1), count(*) filter (where away_hour = 2),
      count(*) filter (where away_hour = 3), count(*) filter (where away_hour = 4), count(*) filter (where away_hour = 5),
      count(*) filter (where away_hour = 6), count(*) filter (where away_hour = 7), count(*) filter (where away_hour = 8),
      count(*) filter (where away_hour = 9), count(*) filter (where away_hour = 10), count(*) filter (where away_hour = 11),
      count(*) filter (where away_hour = 12), count(*) filter (where away_hour = 13), count(*) filter (where away_hour = 14),
      count(*) filter (where away_hour = 15), count(*) filter (where away_hour = 16), count(*) filter (where away_hour = 17),
      count(*) filter (where away_hour = 18), count(*) filter (where away_hour = 19), count(*) filter (where away_hour = 20),
      count(*) filter (where away_hour = 21), count(*) filter (where away_hour = 22), count(*) filter (where away_hour = 23)
    ]::integer[] end as after_hours_by_hour
  from (
    select
      o.channel,
      o.topic,
      o.local_day,
      o.outcome,
      o.outcome <> 'still_open' as closed,
      o.young,
      o.return_helped_by,
      o.ruled,
      o.after_hours,
      o.ai_involved,
      case when o.outcome <> 'still_open' then o.local_hour end as hour,
      case when o.outcome <> 'still_open' and o.after_hours then o.local_hour end as away_hour,
      -- least passes over null
      case when o.outcome = 'stayed_solved' and o.turns is not null then least(o.turns, 21) end as turns,
      o.mood_eligible,
      o.mood_change,
      o.quality_validated
    from (
      {outcomes}
    ) o
    offset 0
  ) chats
  group by grouping sets ((local_day), (local_day, channel), (local_day, topic))
) counts
join organizations on organizations.id = $1
where key is not null
  -- days before that have lost their chats, and stay as they were
  and local_day >= coalesce(kept_from, '-infinity')
-- as the primary key has them: what a report reads together then stands together on the disk
order by dimension, key, local_day
on conflict (organization_id, dimension, key, local_day) do update set
  human_only = counted.human_only + $2 * excluded.human_only,
  checking = counted.checking + $2 * excluded.checking,
  uncheckable = counted.uncheckable + $2 * excluded.uncheckable,
  came_back = counted.came_back + $2 * excluded.came_back,
  stayed_solved = counted.stayed_solved + $2 * excluded.stayed_solved,
  handed_over = counted.handed_over + $2 * excluded.handed_over,
  ended_unclear = counted.ended_unclear + $2 * excluded.ended_unclear,
  still_open = counted.still_open + $2 * excluded.still_open,
  human_only_young = counted.human_only_young + $2 * excluded.human_only_young,
  came_back_ai = counted.came_back_ai + $2 * excluded.came_back_ai,
  came_back_team = counted.came_back_team + $2 * excluded.came_back_team,
  came_back_open = counted.came_back_open + $2 * excluded.came_back_open,
  corrected = counted.corrected + $2 * excluded.corrected,
  schedule_known = counted.schedule_known + $2 * excluded.schedule_known,
  after_hours = counted.after_hours + $2 * excluded.after_hours,
  after_hours_answered = counted.after_hours_answered + $2 * excluded.after_hours_answered,
  after_hours_judged = counted.after_hours_judged + $2 * excluded.after_hours_judged,
  after_hours_solved = counted.after_hours_solved + $2 * excluded.after_hours_solved,
  mood_eligible = counted.mood_eligible + $2 * excluded.mood_eligible,
  mood_better = counted.mood_better + $2 * excluded.mood_better,
  mood_same = counted.mood_same + $2 * excluded.mood_same,
  mood_worse = counted.mood_worse + $2 * excluded.mood_worse,
  quality_validated = counted.quality_validated + $2 * excluded.quality_validated,
  turns_known = counted.turns_known + $2 * excluded.turns_known,
  -- to add arrays takes as long as all other sums, and mostly they hold nothing
  turns = case when excluded.turns_known > 0 then add_counts(counted.turns, excluded.turns, $2) else counted.turns end,
  by_hour = add_counts(counted.by_hour, excluded.by_hour, $2),
  after_hours_by_hour = case
    when excluded.after_hours > 0 then add_counts(counted.after_hours_by_hour, excluded.after_hours_by_hour, $2)
    else counted.after_hours_by_hour
  end
returning counted.local_day as day;
