-- Chats whose return is not simply what their customer asked next: an admin has ruled about it, or it would be their own first message, because
-- the source says that they were closed before. Those that changed since all were requested are left to the next refresh.
-- $1 organization
select r.id from return_rulings r where r.organization_id = $1
union
select e.id from episodes e where e.organization_id = $1 and e.solved_by_ai and e.first_inbound_at > e.closed_at
except
select c.id from changed_episodes c where c.organization_id = $1
