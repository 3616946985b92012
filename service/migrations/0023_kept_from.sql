-- From which local day on chats are kept; null: all of them. Days before it have their counts as they were when their chats went, and nothing counts
-- them again: see docs/scale.md.
alter table organizations add column kept_from date;
