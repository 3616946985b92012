-- $1 organization
update organizations set incoming_until = null where id = $1 and incoming_until is not null;
