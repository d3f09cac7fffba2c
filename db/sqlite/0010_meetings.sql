create table Meetings (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    UnitId text null references Units (Id),
    ProcurementId text null references Procurements (Id),
    Kind text not null,
    Title text not null,
    TitleKey text not null,
    Description text null,
    StartsAt text not null,
    EndsAt text not null,
    Place text null,
    Access text null,
    VideoLink text null,
    Agenda text null,
    OrganiserName text not null,
    OrganiserEmail text not null,
    OrganiserPhone text null,
    Capacity integer null,
    AnswerBy text null,
    -- Counted up whenever calendars must be told of a change (SEQUENCE in RFC 5545).
    CalendarSequence integer not null,
    CancelledAt text null,
    CancelReason text null,
    CreatedAt text not null,
    Version integer not null
) strict;
create index IX_Meetings_Authority on Meetings (AuthorityId, StartsAt);
create index IX_Meetings_Procurement on Meetings (ProcurementId);

create table MeetingInvitations (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    SocialEnterpriseId text null references SocialEnterprises (Id),
    PartyName text not null,
    PartyKey text not null,
    RecipientName text null,
    Email text not null,
    EmailKey text not null,
    InvitedAt text not null,
    InvitedByName text not null
) strict;
create unique index UX_MeetingInvitations_Meeting_Email on MeetingInvitations (MeetingId, EmailKey, PartyKey);
create index IX_MeetingInvitations_SocialEnterprise on MeetingInvitations (SocialEnterpriseId);

-- One row for each mail to each receiver: its id is that of the message in the outbox.
create table MeetingMails (
    Id text not null primary key,
    InvitationId text not null references MeetingInvitations (Id),
    Kind text not null,
    CalendarSequence integer not null,
    CreatedAt text not null,
    SentAt text null,
    -- The calendar version that was in force when it was sent.
    SentSequence integer null
) strict;
create unique index UX_MeetingMails_Invitation_Kind_Sequence on MeetingMails (InvitationId, Kind, CalendarSequence);

-- Every answer is kept; the latest one holds.
create table MeetingAnswers (
    Id text not null primary key,
    InvitationId text not null references MeetingInvitations (Id),
    Source text not null,
    Answer text not null,
    Supervisors integer not null,
    Participants integer not null,
    Needs text null,
    Question text null,
    AnsweredAt text not null,
    NotedByName text null
) strict;
create index IX_MeetingAnswers_Invitation on MeetingAnswers (InvitationId, AnsweredAt);

create table MeetingExclusions (
    MeetingId text not null references Meetings (Id),
    SocialEnterpriseId text not null references SocialEnterprises (Id),
    Reason text not null,
    NotedAt text not null,
    NotedByName text not null,
    primary key (MeetingId, SocialEnterpriseId)
) strict;
