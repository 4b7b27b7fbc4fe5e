responses = Shared replies
responses-lead = What people of your teams share with you. Whoever shares can take it back at any time.
responses-none = Nothing is shared with you at the moment.
