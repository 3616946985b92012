-- All chats of the organization with what their outcome depends on, in one pass along each customer's time, backwards: at a close stands what the
-- customer asked next. No chat is compared with another, so there is nothing that a planner could get wrong, whatever it believes about the tables.
-- Left out are the few for which that is not enough, see odd-chats.sql.
-- $1 organization, $3 hours of the return window, $4 whether a return on another channel counts
select
  e.*,
  o.time_zone,
  case when e.is_return then e.next[2] end as returned_in,
  case when e.is_return then e.next[3] end as return_helped_by,
  opening.hours as opening_hours,
  false as ruled
from (
  select
    p.*,
    p.contact_id is not null and p.next[1] <= to_char((p.closed_at + make_interval(hours => $3)) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as is_return
  from (
    select
      m.*,
      -- an unknown topic counts as the same
      case
        when m.topic is null then min(m.asked) over by_customer
        else least(min(m.asked) over by_topic, min(m.asked) filter (where m.topic is null) over by_customer)
      end as next
    from (
      select
        s.*,
        case when s.is_close then s.closed_at else s.first_inbound_at end as moment,
        case when $4::boolean then '' else s.channel end as lane,
        -- a moment at which the customer asked: when, in which chat, and who helped. The least is the first, with ties by id.
        case
          when not s.is_close and s.opened_by_customer and not s.thanks_only then array[
            to_char(s.first_inbound_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
            s.id,
            case when s.solved_by_ai then 'ai' when s.closed_at is not null and (s.human_attached or not s.ai_involved) then 'team' else 'open' end
          ] collate "C"
        end as asked
      from (
        select e.*, unnest(case when e.solved_by_ai then array[false, true] else array[false] end) as is_close
        from episodes e
        where e.organization_id = $1
      ) s
    ) m
    window
      -- at the same moment the close goes first, so that what was asked just then is not after it
      by_customer as (partition by m.contact_id collate "C", m.lane order by m.moment desc, m.is_close desc),
      by_topic as (partition by m.contact_id collate "C", m.lane, m.topic collate "C" order by m.moment desc, m.is_close desc)
  ) p
  where p.is_close = (p.solved_by_ai is true)
) e
join organizations o on o.id = $1
left join (
  select days.day, (
    {opening_hours}
  ) as hours
  from (
    select day::date as day
    from generate_series(
      (select min(w.effective_from) from working_hours w where w.organization_id = $1)::timestamp,
      (
        select max(r.first_inbound_at) at time zone (select o.time_zone from organizations o where o.id = $1)
        from rooms r
        where r.organization_id = $1
      ),
      interval '1 day'
    ) day
  ) days
) opening on opening.day = (e.first_inbound_at at time zone o.time_zone)::date
where (e.solved_by_ai and e.first_inbound_at > e.closed_at) is not true
  and not exists (select from return_rulings r where r.organization_id = $1 and r.id = e.id)
  -- Noted since all chats were requested: perhaps its log is still to come. It keeps the outcome that it has until the refresh that follows its rows.
  and not exists (select from changed_episodes c where c.organization_id = $1 and c.id = e.id)
