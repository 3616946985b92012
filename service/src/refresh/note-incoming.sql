-- Written once in five minutes, however many batches there are.
-- $1 organization
update organizations
set incoming_until = now() + interval '1 hour'
where id = $1 and (incoming_until is null or incoming_until < now() + interval '55 minutes');
