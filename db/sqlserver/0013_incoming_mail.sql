-- One row for each mail that has come to the reply mailbox. MailKey is made from the mail itself: the same mail is never taken twice, however often it is read.
create table IncomingMails (
    Id uniqueidentifier not null,
    MailKey nvarchar(64) collate Latin1_General_BIN2 not null,
    -- Where it was read, and the server's own name for it there: what is known is not fetched again.
    Mailbox nvarchar(200) not null,
    MailboxKey nvarchar(100) collate Latin1_General_BIN2 not null,
    ReceivedAt datetimeoffset(6) not null,
    TakenAt datetimeoffset(6) not null,
    Kind nvarchar(40) not null,
    AuthorityId uniqueidentifier null,
    MeetingId uniqueidentifier null,
    InvitationId uniqueidentifier null,
    -- What led to the invitation.
    MatchedBy nvarchar(40) not null,
    SenderName nvarchar(200) null,
    SenderEmail nvarchar(254) null,
    Subject nvarchar(300) not null,
    SearchKey nvarchar(max) collate Latin1_General_BIN2 not null,
    Body nvarchar(max) null,
    Attachments nvarchar(max) null,
    -- What came of it by itself, such as an answer that was noted.
    Outcome nvarchar(40) not null,
    AnswerId uniqueidentifier null,
    ReadAt datetimeoffset(6) null,
    HandledAt datetimeoffset(6) null,
    HandledByName nvarchar(200) null,
    TextRemovedAt datetimeoffset(6) null,
    constraint PK_IncomingMails primary key (Id),
    constraint FK_IncomingMails_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_IncomingMails_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_IncomingMails_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id),
    constraint FK_IncomingMails_MeetingAnswers foreign key (AnswerId) references MeetingAnswers (Id)
);
create unique index UX_IncomingMails_MailKey on IncomingMails (MailKey);
create index IX_IncomingMails_Mailbox on IncomingMails (Mailbox, MailboxKey);
create index IX_IncomingMails_Authority on IncomingMails (AuthorityId, ReceivedAt);
create index IX_IncomingMails_Meeting on IncomingMails (MeetingId, ReceivedAt);
create index IX_IncomingMails_Answer on IncomingMails (AnswerId);

-- What a calendar program has said, also when it came too late to count.
create table CalendarReplies (
    IncomingMailId uniqueidentifier not null,
    InvitationId uniqueidentifier not null,
    Answer nvarchar(40) null,
    -- SEQUENCE and DTSTAMP of RFC 5545; left out by some programs.
    Sequence int null,
    StampedAt datetimeoffset(6) null,
    StartsAt datetimeoffset(6) null,
    Outcome nvarchar(40) not null,
    constraint PK_CalendarReplies primary key (IncomingMailId),
    constraint FK_CalendarReplies_IncomingMails foreign key (IncomingMailId) references IncomingMails (Id),
    constraint FK_CalendarReplies_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create index IX_CalendarReplies_Invitation on CalendarReplies (InvitationId);

create table TimeProposals (
    IncomingMailId uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    InvitationId uniqueidentifier not null,
    StartsAt datetimeoffset(6) not null,
    EndsAt datetimeoffset(6) not null,
    Comment nvarchar(2000) null,
    DeclinedAt datetimeoffset(6) null,
    DeclinedByName nvarchar(200) null,
    constraint PK_TimeProposals primary key (IncomingMailId),
    constraint FK_TimeProposals_IncomingMails foreign key (IncomingMailId) references IncomingMails (Id),
    constraint FK_TimeProposals_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint FK_TimeProposals_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create index IX_TimeProposals_Meeting on TimeProposals (MeetingId);

create table MailBounces (
    IncomingMailId uniqueidentifier not null,
    InvitationId uniqueidentifier null,
    -- The address that the mail was written to, in lower case.
    AddressKey nvarchar(254) collate Latin1_General_BIN2 not null,
    Severity nvarchar(40) not null,
    Reason nvarchar(40) not null,
    StatusCode nvarchar(40) null,
    BouncedAt datetimeoffset(6) not null,
    -- Something has come from the address since.
    ClearedAt datetimeoffset(6) null,
    constraint PK_MailBounces primary key (IncomingMailId),
    constraint FK_MailBounces_IncomingMails foreign key (IncomingMailId) references IncomingMails (Id),
    constraint FK_MailBounces_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create index IX_MailBounces_Address on MailBounces (AddressKey);
create index IX_MailBounces_Invitation on MailBounces (InvitationId);

-- Who does not want reminders and thanks. News of the meeting itself is sent all the same.
create table MailStops (
    Id uniqueidentifier not null,
    -- Null for all meetings.
    InvitationId uniqueidentifier null,
    AddressKey nvarchar(254) collate Latin1_General_BIN2 not null,
    StoppedAt datetimeoffset(6) not null,
    StoppedByName nvarchar(200) not null,
    LiftedAt datetimeoffset(6) null,
    constraint PK_MailStops primary key (Id),
    constraint FK_MailStops_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);
create index IX_MailStops_Address on MailStops (AddressKey);
create index IX_MailStops_Invitation on MailStops (InvitationId);

-- One row for each mailbox: who reads it now, and how it went last.
create table MailboxReadings (
    Mailbox nvarchar(200) not null,
    LeaseToken uniqueidentifier null,
    LeaseUntil datetimeoffset(6) null,
    LastReadAt datetimeoffset(6) null,
    LastError nvarchar(1000) null,
    constraint PK_MailboxReadings primary key (Mailbox)
);

-- An invitation that is sent again, to another address, is a new round of the same calendar version.
alter table MeetingMails add Round int not null constraint DF_MeetingMails_Round default 0;
drop index UX_MeetingMails_Invitation_Kind_Sequence on MeetingMails;
create unique index UX_MeetingMails_Invitation_Kind_Sequence_Round on MeetingMails (InvitationId, Kind, CalendarSequence, Round);
