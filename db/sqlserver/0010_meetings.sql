create table Meetings (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    UnitId uniqueidentifier null,
    ProcurementId uniqueidentifier null,
    Kind nvarchar(40) not null,
    Title nvarchar(200) not null,
    TitleKey nvarchar(400) collate Latin1_General_BIN2 not null,
    Description nvarchar(4000) null,
    StartsAt datetimeoffset(6) not null,
    EndsAt datetimeoffset(6) not null,
    Place nvarchar(300) null,
    Access nvarchar(2000) null,
    VideoLink nvarchar(400) null,
    Agenda nvarchar(4000) null,
    OrganiserName nvarchar(200) not null,
    OrganiserEmail nvarchar(254) not null,
    OrganiserPhone nvarchar(40) null,
    Capacity int null,
    AnswerBy date null,
    -- Counted up whenever calendars must be told of a change (SEQUENCE in RFC 5545).
    CalendarSequence int not null,
    CancelledAt datetimeoffset(6) null,
    CancelReason nvarchar(1000) null,
    CreatedAt datetimeoffset(6) not null,
    Version int not null,
    constraint PK_Meetings primary key (Id),
    constraint FK_Meetings_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_Meetings_Units foreign key (UnitId) references Units (Id),
    constraint FK_Meetings_Procurements foreign key (ProcurementId) references Procurements (Id)
);
create index IX_Meetings_Authority on Meetings (AuthorityId, StartsAt);
create index IX_Meetings_Procurement on Meetings (ProcurementId);

create table MeetingInvitations (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    SocialEnterpriseId uniqueidentifier null,
    PartyName nvarchar(200) not null,
    PartyKey nvarchar(200) collate Latin1_General_BIN2 not null,
    RecipientName nvarchar(200) null,
    Email nvarchar(254) not null,
    EmailKey nvarchar(254) collate Latin1_General_BIN2 not null,
    InvitedAt datetimeoffset(6) not null,
    InvitedByName nvarchar(200) not null,
    constraint PK_MeetingInvitations primary key (Id),
    constraint FK_MeetingInvitations_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingInvitations_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id)
);
create unique index UX_MeetingInvitations_Meeting_Email on MeetingInvitations (MeetingId, EmailKey, PartyKey);
create index IX_MeetingInvitations_SocialEnterprise on MeetingInvitations (SocialEnterpriseId);

-- One row for each mail to each receiver: its id is that of the message in the outbox.
create table MeetingMails (
    Id uniqueidentifier not null,
    InvitationId uniqueidentifier not null,
    Kind nvarchar(40) not null,
    CalendarSequence int not null,
    CreatedAt datetimeoffset(6) not null,
    SentAt datetimeoffset(6) null,
    -- The calendar version that was in force when it was sent.
    SentSequence int null,
    constraint PK_MeetingMails primary key (Id),
    constraint FK_MeetingMails_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create unique index UX_MeetingMails_Invitation_Kind_Sequence on MeetingMails (InvitationId, Kind, CalendarSequence);

-- Every answer is kept; the latest one holds.
create table MeetingAnswers (
    Id uniqueidentifier not null,
    InvitationId uniqueidentifier not null,
    Source nvarchar(40) not null,
    Answer nvarchar(40) not null,
    Supervisors int not null,
    Participants int not null,
    Needs nvarchar(1000) null,
    Question nvarchar(2000) null,
    AnsweredAt datetimeoffset(6) not null,
    NotedByName nvarchar(200) null,
    constraint PK_MeetingAnswers primary key (Id),
    constraint FK_MeetingAnswers_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create index IX_MeetingAnswers_Invitation on MeetingAnswers (InvitationId, AnsweredAt);

create table MeetingExclusions (
    MeetingId uniqueidentifier not null,
    SocialEnterpriseId uniqueidentifier not null,
    Reason nvarchar(1000) not null,
    NotedAt datetimeoffset(6) not null,
    NotedByName nvarchar(200) not null,
    constraint PK_MeetingExclusions primary key (MeetingId, SocialEnterpriseId),
    constraint FK_MeetingExclusions_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingExclusions_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id)
);
