-- A change of the later chat of a ruling has to find the chat that was ruled on. Citus sends such a statement on with all that stands in its file, so
-- it stands alone.
create index return_rulings_by_return on return_rulings (organization_id, returned_in);
