-- A chat that cannot be counted would stop the counting of its whole organization: a time that lies nowhere ("infinity"), or so far away that 48
-- hours more are no time, and a label that fits into no index. Files are checked row by row before they get here (from 2000 to 2199 in whatever
-- zone, so the bounds lie a year outside); other writers meet these.
--
-- Not valid: rows that are there are not looked at, so the lock is a short one. They came from files.
alter table rooms
  add constraint rooms_times check (
    created_at between '1999-01-01Z' and '2201-01-01Z'
    and first_inbound_at between '1999-01-01Z' and '2201-01-01Z'
    and closed_at between '1999-01-01Z' and '2201-01-01Z'
    and updated_at between '1999-01-01Z' and '2201-01-01Z'
  ) not valid,
  add constraint rooms_labels check (char_length(channel) <= 120 and char_length(topic) <= 120) not valid;
