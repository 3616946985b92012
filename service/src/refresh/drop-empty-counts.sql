-- A channel or a topic that no chat has any more shall not linger.
-- $1 organization
delete from daily_counts where organization_id = $1 and n = 0;
