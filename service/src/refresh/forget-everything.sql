-- $1 organization
with outcomes as (delete from episode_outcomes where organization_id = $1)
delete from daily_counts where organization_id = $1;
