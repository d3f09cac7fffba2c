-- Who came. A party is there once: the key is its invitation, its place in the register, or its folded name.
create table MeetingAttendances (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    SubjectKey nvarchar(400) collate Latin1_General_BIN2 not null,
    InvitationId uniqueidentifier null,
    SocialEnterpriseId uniqueidentifier null,
    PartyName nvarchar(200) not null,
    PartyKey nvarchar(400) collate Latin1_General_BIN2 not null,
    Supervisors int not null,
    Participants int not null,
    NotedAt datetimeoffset(6) not null,
    NotedByName nvarchar(200) not null,
    constraint PK_MeetingAttendances primary key (Id),
    constraint FK_MeetingAttendances_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingAttendances_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id),
    constraint FK_MeetingAttendances_SocialEnterprises foreign key (SocialEnterpriseId) references SocialEnterprises (Id)
);
create unique index UX_MeetingAttendances_Meeting_Subject on MeetingAttendances (MeetingId, SubjectKey);
create index IX_MeetingAttendances_SocialEnterprise on MeetingAttendances (SocialEnterpriseId);

-- One row for each version. The latest may be a draft; a published one is never changed.
create table MeetingMinutes (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    Number int not null,
    CaseNumber nvarchar(100) null,
    FromUs nvarchar(1000) null,
    NamesParties bit not null,
    ChangeNote nvarchar(1000) null,
    SignedOffBy nvarchar(200) null,
    PublishedAt datetimeoffset(6) null,
    PublishedByName nvarchar(200) null,
    TemplateVersion nvarchar(20) null,
    TemplateSha256 nvarchar(64) null,
    FileName nvarchar(200) null,
    Content varbinary(max) null,
    Size int null,
    Sha256 nvarchar(64) null,
    CreatedAt datetimeoffset(6) not null,
    ChangedAt datetimeoffset(6) not null,
    ChangedByName nvarchar(200) not null,
    Version int not null,
    constraint PK_MeetingMinutes primary key (Id),
    constraint FK_MeetingMinutes_Meetings foreign key (MeetingId) references Meetings (Id)
);
create unique index UX_MeetingMinutes_Meeting_Number on MeetingMinutes (MeetingId, Number);

create table MeetingMinutesSections (
    Id uniqueidentifier not null,
    MinutesId uniqueidentifier not null,
    Position int not null,
    Heading nvarchar(200) not null,
    Notes nvarchar(max) null,
    constraint PK_MeetingMinutesSections primary key (Id),
    constraint FK_MeetingMinutesSections_MeetingMinutes foreign key (MinutesId) references MeetingMinutes (Id)
);
create unique index UX_MeetingMinutesSections_Minutes_Position on MeetingMinutesSections (MinutesId, Position);

create table MeetingDecisions (
    Id uniqueidentifier not null,
    MinutesId uniqueidentifier not null,
    Position int not null,
    Decision nvarchar(1000) not null,
    constraint PK_MeetingDecisions primary key (Id),
    constraint FK_MeetingDecisions_MeetingMinutes foreign key (MinutesId) references MeetingMinutes (Id)
);
create unique index UX_MeetingDecisions_Minutes_Position on MeetingDecisions (MinutesId, Position);

create table MeetingToDos (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    Task nvarchar(500) not null,
    Responsible nvarchar(200) not null,
    UserId uniqueidentifier null,
    DueOn date null,
    DoneAt datetimeoffset(6) null,
    DoneByName nvarchar(200) null,
    -- The version of the minutes that told of it first; null while nobody outside has read it.
    ToldInNumber int null,
    CreatedAt datetimeoffset(6) not null,
    CreatedByName nvarchar(200) not null,
    constraint PK_MeetingToDos primary key (Id),
    constraint FK_MeetingToDos_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingToDos_Users foreign key (UserId) references Users (Id)
);
create index IX_MeetingToDos_Meeting on MeetingToDos (MeetingId, CreatedAt);
create index IX_MeetingToDos_User on MeetingToDos (UserId);

create table MeetingQuestions (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    Source nvarchar(40) not null,
    -- The invitation whose answer it came with, and its words there.
    InvitationId uniqueidentifier null,
    SentText nvarchar(2000) null,
    Question nvarchar(2000) not null,
    AskedAt datetimeoffset(6) not null,
    NotedByName nvarchar(200) not null,
    Answer nvarchar(4000) null,
    AnsweredAt datetimeoffset(6) null,
    AnsweredByName nvarchar(200) null,
    Version int not null,
    constraint PK_MeetingQuestions primary key (Id),
    constraint FK_MeetingQuestions_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_MeetingQuestions_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create index IX_MeetingQuestions_Meeting on MeetingQuestions (MeetingId, AskedAt);

-- The log of what was told, shown or answered. What it says stands in the versions.
create table InformationEntries (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    Kind nvarchar(40) not null,
    QuestionId uniqueidentifier null,
    MinutesId uniqueidentifier null,
    LatestNumber int not null,
    CreatedAt datetimeoffset(6) not null,
    constraint PK_InformationEntries primary key (Id),
    constraint FK_InformationEntries_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_InformationEntries_MeetingQuestions foreign key (QuestionId) references MeetingQuestions (Id),
    constraint FK_InformationEntries_MeetingMinutes foreign key (MinutesId) references MeetingMinutes (Id)
);
create index IX_InformationEntries_Meeting on InformationEntries (MeetingId, CreatedAt);
create index IX_InformationEntries_Question on InformationEntries (QuestionId);

create table InformationFiles (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    FileName nvarchar(200) not null,
    ContentType nvarchar(200) not null,
    Content varbinary(max) not null,
    Size int not null,
    Sha256 nvarchar(64) not null,
    CreatedAt datetimeoffset(6) not null,
    CreatedByName nvarchar(200) not null,
    constraint PK_InformationFiles primary key (Id),
    constraint FK_InformationFiles_Meetings foreign key (MeetingId) references Meetings (Id)
);
create index IX_InformationFiles_Meeting on InformationFiles (MeetingId);

create table InformationPublications (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    Number int not null,
    PublishedAt datetimeoffset(6) not null,
    PublishedByName nvarchar(200) not null,
    constraint PK_InformationPublications primary key (Id),
    constraint FK_InformationPublications_Meetings foreign key (MeetingId) references Meetings (Id)
);
create unique index UX_InformationPublications_Meeting_Number on InformationPublications (MeetingId, Number);

create table InformationVersions (
    Id uniqueidentifier not null,
    EntryId uniqueidentifier not null,
    Number int not null,
    Information nvarchar(4000) not null,
    Answer nvarchar(4000) null,
    Link nvarchar(400) null,
    FileId uniqueidentifier null,
    GivenOn date not null,
    GivenTo nvarchar(300) null,
    Reason nvarchar(1000) null,
    IsWithdrawn bit not null,
    WrittenAt datetimeoffset(6) not null,
    WrittenByName nvarchar(200) not null,
    PublicationId uniqueidentifier null,
    constraint PK_InformationVersions primary key (Id),
    constraint FK_InformationVersions_InformationEntries foreign key (EntryId) references InformationEntries (Id),
    constraint FK_InformationVersions_InformationFiles foreign key (FileId) references InformationFiles (Id),
    constraint FK_InformationVersions_InformationPublications foreign key (PublicationId) references InformationPublications (Id)
);
create unique index UX_InformationVersions_Entry_Number on InformationVersions (EntryId, Number);
create index IX_InformationVersions_Publication on InformationVersions (PublicationId);

-- One row for each mail to each receiver: its id is that of the message in the outbox.
create table InformationMails (
    Id uniqueidentifier not null,
    PublicationId uniqueidentifier not null,
    InvitationId uniqueidentifier not null,
    CreatedAt datetimeoffset(6) not null,
    SentAt datetimeoffset(6) null,
    constraint PK_InformationMails primary key (Id),
    constraint FK_InformationMails_InformationPublications foreign key (PublicationId) references InformationPublications (Id),
    constraint FK_InformationMails_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create unique index UX_InformationMails_Publication_Invitation on InformationMails (PublicationId, InvitationId);

-- The public pages: whoever knows the code may read.
create table InformationPages (
    Code nvarchar(64) collate Latin1_General_BIN2 not null,
    SubjectId uniqueidentifier not null,
    MeetingId uniqueidentifier null,
    ProcurementId uniqueidentifier null,
    CreatedAt datetimeoffset(6) not null,
    constraint PK_InformationPages primary key (Code),
    constraint FK_InformationPages_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_InformationPages_Procurements foreign key (ProcurementId) references Procurements (Id)
);
create unique index UX_InformationPages_Subject on InformationPages (SubjectId);
