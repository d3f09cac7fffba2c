create table DatePolls (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    UnitId uniqueidentifier null,
    ProcurementId uniqueidentifier null,
    Title nvarchar(200) not null,
    TitleKey nvarchar(400) collate Latin1_General_BIN2 not null,
    -- What the meeting will be, all but its day: the same content that a meeting is planned with, as JSON.
    Draft nvarchar(max) not null,
    AnswerBy date not null,
    CreatedAt datetimeoffset(6) not null,
    ClosedAt datetimeoffset(6) null,
    CancelledAt datetimeoffset(6) null,
    CancelReason nvarchar(1000) null,
    -- The meeting that the poll led to.
    MeetingId uniqueidentifier null,
    Version int not null,
    constraint PK_DatePolls primary key (Id),
    constraint FK_DatePolls_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_DatePolls_Units foreign key (UnitId) references Units (Id),
    constraint FK_DatePolls_Procurements foreign key (ProcurementId) references Procurements (Id),
    constraint FK_DatePolls_Meetings foreign key (MeetingId) references Meetings (Id)
);
create index IX_DatePolls_Authority on DatePolls (AuthorityId, CreatedAt);

create table DatePollProposals (
    Id uniqueidentifier not null,
    PollId uniqueidentifier not null,
    StartsAt datetimeoffset(6) not null,
    EndsAt datetimeoffset(6) not null,
    constraint PK_DatePollProposals primary key (Id),
    constraint FK_DatePollProposals_DatePolls foreign key (PollId) references DatePolls (Id)
);
create unique index UX_DatePollProposals_Poll_Time on DatePollProposals (PollId, StartsAt, EndsAt);

create table DatePollParties (
    Id uniqueidentifier not null,
    PollId uniqueidentifier not null,
    SocialEnterpriseId uniqueidentifier null,
    PartyName nvarchar(200) not null,
    PartyKey nvarchar(200) collate Latin1_General_BIN2 not null,
    RecipientName nvarchar(200) null,
    Email nvarchar(254) not null,
    EmailKey nvarchar(254) collate Latin1_General_BIN2 not null,
    AskedAt datetimeoffset(6) not null,
    AskedByName nvarchar(200) not null,
    constraint PK_DatePollParties primary key (Id),
    constraint FK_DatePollParties_DatePolls foreign key (PollId) references DatePolls (Id),
    constraint FK_DatePollParties_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id)
);
create unique index UX_DatePollParties_Poll_Email on DatePollParties (PollId, EmailKey, PartyKey);
create index IX_DatePollParties_SocialEnterprise on DatePollParties (SocialEnterpriseId);

-- One row for each mail to each party: its id is that of the message in the outbox.
create table DatePollMails (
    Id uniqueidentifier not null,
    PartyId uniqueidentifier not null,
    Kind nvarchar(40) not null,
    CreatedAt datetimeoffset(6) not null,
    SentAt datetimeoffset(6) null,
    constraint PK_DatePollMails primary key (Id),
    constraint FK_DatePollMails_DatePollParties foreign key (PartyId) references DatePollParties (Id)
);
create unique index UX_DatePollMails_Party_Kind on DatePollMails (PartyId, Kind);

-- Every reply is kept; the latest one holds, for all proposals together.
create table DatePollReplies (
    Id uniqueidentifier not null,
    PartyId uniqueidentifier not null,
    Source nvarchar(40) not null,
    Comment nvarchar(1000) null,
    AnsweredAt datetimeoffset(6) not null,
    NotedByName nvarchar(200) null,
    constraint PK_DatePollReplies primary key (Id),
    constraint FK_DatePollReplies_DatePollParties foreign key (PartyId) references DatePollParties (Id)
);
create index IX_DatePollReplies_Party on DatePollReplies (PartyId, AnsweredAt);

create table DatePollChoices (
    ReplyId uniqueidentifier not null,
    ProposalId uniqueidentifier not null,
    Choice nvarchar(40) not null,
    constraint PK_DatePollChoices primary key (ReplyId, ProposalId),
    constraint FK_DatePollChoices_DatePollReplies foreign key (ReplyId) references DatePollReplies (Id),
    constraint FK_DatePollChoices_DatePollProposals foreign key (ProposalId) references DatePollProposals (Id)
);
create index IX_DatePollChoices_Proposal on DatePollChoices (ProposalId);

create table MeetingSeries (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    UnitId uniqueidentifier null,
    Kind nvarchar(40) not null,
    Name nvarchar(200) not null,
    NameKey nvarchar(400) collate Latin1_General_BIN2 not null,
    Description nvarchar(4000) null,
    -- How many times a year; both null when the occasions are one whole, such as three evenings.
    WishedFrom int null,
    WishedTo int null,
    CreatedAt datetimeoffset(6) not null,
    Version int not null,
    constraint PK_MeetingSeries primary key (Id),
    constraint FK_MeetingSeries_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_MeetingSeries_Units foreign key (UnitId) references Units (Id)
);
create index IX_MeetingSeries_Authority on MeetingSeries (AuthorityId, NameKey);

-- Each occasion is an ordinary meeting, of one series at most.
create table MeetingSeriesOccasions (
    MeetingId uniqueidentifier not null,
    SeriesId uniqueidentifier not null,
    AddedAt datetimeoffset(6) not null,
    constraint PK_MeetingSeriesOccasions primary key (MeetingId),
    constraint FK_MeetingSeriesOccasions_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingSeriesOccasions_MeetingSeries foreign key (SeriesId) references MeetingSeries (Id)
);
create index IX_MeetingSeriesOccasions_Series on MeetingSeriesOccasions (SeriesId);

create table BidSchools (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    UnitId uniqueidentifier null,
    Name nvarchar(200) not null,
    NameKey nvarchar(400) collate Latin1_General_BIN2 not null,
    Description nvarchar(4000) null,
    CreatedAt datetimeoffset(6) not null,
    Version int not null,
    constraint PK_BidSchools primary key (Id),
    constraint FK_BidSchools_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_BidSchools_Units foreign key (UnitId) references Units (Id)
);
create index IX_BidSchools_Authority on BidSchools (AuthorityId, NameKey);

create table BidSchoolModules (
    Id uniqueidentifier not null,
    BidSchoolId uniqueidentifier not null,
    Position int not null,
    Title nvarchar(200) not null,
    Learns nvarchar(2000) null,
    constraint PK_BidSchoolModules primary key (Id),
    constraint FK_BidSchoolModules_BidSchools foreign key (BidSchoolId) references BidSchools (Id)
);
create index IX_BidSchoolModules_BidSchool on BidSchoolModules (BidSchoolId, Position);

create table BidSchoolModuleMeetings (
    ModuleId uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    constraint PK_BidSchoolModuleMeetings primary key (ModuleId, MeetingId),
    constraint FK_BidSchoolModuleMeetings_BidSchoolModules foreign key (ModuleId) references BidSchoolModules (Id),
    constraint FK_BidSchoolModuleMeetings_Meetings foreign key (MeetingId) references Meetings (Id)
);
create index IX_BidSchoolModuleMeetings_Meeting on BidSchoolModuleMeetings (MeetingId);

-- What an officer has noted by hand after the lessons. Attendance is not here: it is read from the meetings.
create table BidSchoolSteps (
    BidSchoolId uniqueidentifier not null,
    SocialEnterpriseId uniqueidentifier not null,
    Step nvarchar(40) not null,
    TakenOn date not null,
    Source nvarchar(400) not null,
    ProcurementId uniqueidentifier null,
    NotedAt datetimeoffset(6) not null,
    NotedByName nvarchar(200) not null,
    constraint PK_BidSchoolSteps primary key (BidSchoolId, SocialEnterpriseId, Step),
    constraint FK_BidSchoolSteps_BidSchools foreign key (BidSchoolId) references BidSchools (Id),
    constraint FK_BidSchoolSteps_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id),
    constraint FK_BidSchoolSteps_Procurements foreign key (ProcurementId) references Procurements (Id)
);
create index IX_BidSchoolSteps_SocialEnterprise on BidSchoolSteps (SocialEnterpriseId);
