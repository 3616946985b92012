-- The revision goes up with whatever can change a report, and only then: the same import twice leaves every ETag as it is.
-- $1 organization, $2 as_of, $3 whether a chat can be counted in another way than before
update organizations
set as_of = $2::timestamptz, revision = revision + 1
where id = $1 and ($3::boolean or as_of is distinct from $2::timestamptz);
