-- $1 organization
delete from daily_counts where organization_id = $1;
