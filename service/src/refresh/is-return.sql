-- Whether in chat f the customer of chat e asked again (spec/metrics.md, section 3), whatever an admin has said about it.
-- $3 hours of the return window, $4 whether a return on another channel counts
e.solved_by_ai
    and f.contact_id = e.contact_id
    and f.first_inbound_at > e.closed_at
    and f.first_inbound_at <= e.closed_at + make_interval(hours => $3)
    and f.id <> e.id
    and f.opened_by_customer
    and not f.thanks_only
    and ($4::boolean or f.channel = e.channel)
    -- an unknown topic counts as the same
    and (f.topic = e.topic or f.topic is null or e.topic is null)
