-- $1 organization, $2 the first day to keep
update organizations set kept_from = $2::date where id = $1
