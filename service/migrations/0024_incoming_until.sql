-- While the rows of an import or of a pass over a followed source come in, a chat may be here without what its AI logged: counted then, it would look
-- as if no AI had been involved, and a final period would be frozen so. Until this moment whoever counts for another reason leaves the organization
-- alone; null: nothing is coming in. It moves on with the rows, so that one that was killed and never taken up again does not hold the figures up.
alter table organizations add column incoming_until timestamptz;
