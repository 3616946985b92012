-- Chats whose return window passes are found along episode_outcomes_by_time, outcome by outcome.
drop index episode_outcomes_by_close;
