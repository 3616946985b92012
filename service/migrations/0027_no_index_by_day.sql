-- No statement looks chats up by day: drill-downs walk along episode_outcomes_by_time, figures come from daily_counts. Each index of this table is a page
-- more that a late change writes. Alone in its file, as Citus wants it.
drop index episode_outcomes_by_day;
