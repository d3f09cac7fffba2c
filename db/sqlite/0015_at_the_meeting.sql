-- Who came. A party is there once: the key is its invitation, its place in the register, or its folded name.
create table MeetingAttendances (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    SubjectKey text not null,
    InvitationId text null references MeetingInvitations (Id),
    SocialEnterpriseId text null references SocialEnterprises (Id),
    PartyName text not null,
    PartyKey text not null,
    Supervisors integer not null,
    Participants integer not null,
    NotedAt text not null,
    NotedByName text not null
) strict;
create unique index UX_MeetingAttendances_Meeting_Subject on MeetingAttendances (MeetingId, SubjectKey);
create index IX_MeetingAttendances_SocialEnterprise on MeetingAttendances (SocialEnterpriseId);

-- One row for each version. The latest may be a draft; a published one is never changed.
create table MeetingMinutes (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    Number integer not null,
    CaseNumber text null,
    FromUs text null,
    NamesParties integer not null,
    ChangeNote text null,
    SignedOffBy text null,
    PublishedAt text null,
    PublishedByName text null,
    TemplateVersion text null,
    TemplateSha256 text null,
    FileName text null,
    Content blob null,
    Size integer null,
    Sha256 text null,
    CreatedAt text not null,
    ChangedAt text not null,
    ChangedByName text not null,
    Version integer not null
) strict;
create unique index UX_MeetingMinutes_Meeting_Number on MeetingMinutes (MeetingId, Number);

create table MeetingMinutesSections (
    Id text not null primary key,
    MinutesId text not null references MeetingMinutes (Id),
    Position integer not null,
    Heading text not null,
    Notes text null
) strict;
create unique index UX_MeetingMinutesSections_Minutes_Position on MeetingMinutesSections (MinutesId, Position);

create table MeetingDecisions (
    Id text not null primary key,
    MinutesId text not null references MeetingMinutes (Id),
    Position integer not null,
    Decision text not null
) strict;
create unique index UX_MeetingDecisions_Minutes_Position on MeetingDecisions (MinutesId, Position);

create table MeetingToDos (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    Task text not null,
    Responsible text not null,
    UserId text null references Users (Id),
    DueOn text null,
    DoneAt text null,
    DoneByName text null,
    -- The version of the minutes that told of it first; null while nobody outside has read it.
    ToldInNumber integer null,
    CreatedAt text not null,
    CreatedByName text not null
) strict;
create index IX_MeetingToDos_Meeting on MeetingToDos (MeetingId, CreatedAt);
create index IX_MeetingToDos_User on MeetingToDos (UserId);

create table MeetingQuestions (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    Source text not null,
    -- The invitation whose answer it came with, and its words there.
    InvitationId text null references MeetingInvitations (Id),
    SentText text null,
    Question text not null,
    AskedAt text not null,
    NotedByName text not null,
    Answer text null,
    AnsweredAt text null,
    AnsweredByName text null,
    Version integer not null
) strict;
create index IX_MeetingQuestions_Meeting on MeetingQuestions (MeetingId, AskedAt);

-- The log of what was told, shown or answered. What it says stands in the versions.
create table InformationEntries (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    Kind text not null,
    QuestionId text null references MeetingQuestions (Id),
    MinutesId text null references MeetingMinutes (Id),
    LatestNumber integer not null,
    CreatedAt text not null
) strict;
create index IX_InformationEntries_Meeting on InformationEntries (MeetingId, CreatedAt);
create index IX_InformationEntries_Question on InformationEntries (QuestionId);

create table InformationFiles (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    FileName text not null,
    ContentType text not null,
    Content blob not null,
    Size integer not null,
    Sha256 text not null,
    CreatedAt text not null,
    CreatedByName text not null
) strict;
create index IX_InformationFiles_Meeting on InformationFiles (MeetingId);

create table InformationPublications (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    Number integer not null,
    PublishedAt text not null,
    PublishedByName text not null
) strict;
create unique index UX_InformationPublications_Meeting_Number on InformationPublications (MeetingId, Number);

create table InformationVersions (
    Id text not null primary key,
    EntryId text not null references InformationEntries (Id),
    Number integer not null,
    Information text not null,
    Answer text null,
    Link text null,
    FileId text null references InformationFiles (Id),
    GivenOn text not null,
    GivenTo text null,
    Reason text null,
    IsWithdrawn integer not null,
    WrittenAt text not null,
    WrittenByName text not null,
    PublicationId text null references InformationPublications (Id)
) strict;
create unique index UX_InformationVersions_Entry_Number on InformationVersions (EntryId, Number);
create index IX_InformationVersions_Publication on InformationVersions (PublicationId);

-- One row for each mail to each receiver: its id is that of the message in the outbox.
create table InformationMails (
    Id text not null primary key,
    PublicationId text not null references InformationPublications (Id),
    InvitationId text not null references MeetingInvitations (Id),
    CreatedAt text not null,
    SentAt text null
) strict;
create unique index UX_InformationMails_Publication_Invitation on InformationMails (PublicationId, InvitationId);

-- The public pages: whoever knows the code may read.
create table InformationPages (
    Code text not null primary key,
    SubjectId text not null,
    MeetingId text null references Meetings (Id),
    ProcurementId text null references Procurements (Id),
    CreatedAt text not null
) strict;
create unique index UX_InformationPages_Subject on InformationPages (SubjectId);
