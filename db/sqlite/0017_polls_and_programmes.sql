create table DatePolls (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    UnitId text null references Units (Id),
    ProcurementId text null references Procurements (Id),
    Title text not null,
    TitleKey text not null,
    -- What the meeting will be, all but its day: the same content that a meeting is planned with, as JSON.
    Draft text not null,
    AnswerBy text not null,
    CreatedAt text not null,
    ClosedAt text null,
    CancelledAt text null,
    CancelReason text null,
    -- The meeting that the poll led to.
    MeetingId text null references Meetings (Id),
    Version integer not null
) strict;
create index IX_DatePolls_Authority on DatePolls (AuthorityId, CreatedAt);

create table DatePollProposals (
    Id text not null primary key,
    PollId text not null references DatePolls (Id),
    StartsAt text not null,
    EndsAt text not null
) strict;
create unique index UX_DatePollProposals_Poll_Time on DatePollProposals (PollId, StartsAt, EndsAt);

create table DatePollParties (
    Id text not null primary key,
    PollId text not null references DatePolls (Id),
    SocialEnterpriseId text null references SocialEnterprises (Id),
    PartyName text not null,
    PartyKey text not null,
    RecipientName text null,
    Email text not null,
    EmailKey text not null,
    AskedAt text not null,
    AskedByName text not null
) strict;
create unique index UX_DatePollParties_Poll_Email on DatePollParties (PollId, EmailKey, PartyKey);
create index IX_DatePollParties_SocialEnterprise on DatePollParties (SocialEnterpriseId);

-- One row for each mail to each party: its id is that of the message in the outbox.
create table DatePollMails (
    Id text not null primary key,
    PartyId text not null references DatePollParties (Id),
    Kind text not null,
    CreatedAt text not null,
    SentAt text null
) strict;
create unique index UX_DatePollMails_Party_Kind on DatePollMails (PartyId, Kind);

-- Every reply is kept; the latest one holds, for all proposals together.
create table DatePollReplies (
    Id text not null primary key,
    PartyId text not null references DatePollParties (Id),
    Source text not null,
    Comment text null,
    AnsweredAt text not null,
    NotedByName text null
) strict;
create index IX_DatePollReplies_Party on DatePollReplies (PartyId, AnsweredAt);

create table DatePollChoices (
    ReplyId text not null references DatePollReplies (Id),
    ProposalId text not null references DatePollProposals (Id),
    Choice text not null,
    primary key (ReplyId, ProposalId)
) strict;
create index IX_DatePollChoices_Proposal on DatePollChoices (ProposalId);

create table MeetingSeries (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    UnitId text null references Units (Id),
    Kind text not null,
    Name text not null,
    NameKey text not null,
    Description text null,
    -- How many times a year; both null when the occasions are one whole, such as three evenings.
    WishedFrom integer null,
    WishedTo integer null,
    CreatedAt text not null,
    Version integer not null
) strict;
create index IX_MeetingSeries_Authority on MeetingSeries (AuthorityId, NameKey);

-- Each occasion is an ordinary meeting, of one series at most.
create table MeetingSeriesOccasions (
    MeetingId text not null primary key references Meetings (Id),
    SeriesId text not null references MeetingSeries (Id),
    AddedAt text not null
) strict;
create index IX_MeetingSeriesOccasions_Series on MeetingSeriesOccasions (SeriesId);

create table BidSchools (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    UnitId text null references Units (Id),
    Name text not null,
    NameKey text not null,
    Description text null,
    CreatedAt text not null,
    Version integer not null
) strict;
create index IX_BidSchools_Authority on BidSchools (AuthorityId, NameKey);

create table BidSchoolModules (
    Id text not null primary key,
    BidSchoolId text not null references BidSchools (Id),
    Position integer not null,
    Title text not null,
    Learns text null
) strict;
create index IX_BidSchoolModules_BidSchool on BidSchoolModules (BidSchoolId, Position);

create table BidSchoolModuleMeetings (
    ModuleId text not null references BidSchoolModules (Id),
    MeetingId text not null references Meetings (Id),
    primary key (ModuleId, MeetingId)
) strict;
create index IX_BidSchoolModuleMeetings_Meeting on BidSchoolModuleMeetings (MeetingId);

-- What an officer has noted by hand after the lessons. Attendance is not here: it is read from the meetings.
create table BidSchoolSteps (
    BidSchoolId text not null references BidSchools (Id),
    SocialEnterpriseId text not null references SocialEnterprises (Id),
    Step text not null,
    TakenOn text not null,
    Source text not null,
    ProcurementId text null references Procurements (Id),
    NotedAt text not null,
    NotedByName text not null,
    primary key (BidSchoolId, SocialEnterpriseId, Step)
) strict;
create index IX_BidSchoolSteps_SocialEnterprise on BidSchoolSteps (SocialEnterpriseId);
