-- What follows an invitation by itself: reminders, the day before, thanks, the waiting list, the weekly digest.

-- What a mail that follows up is about, so that one is never asked for twice: a day for a reminder, a number for a move on the waiting list. Empty for mails that carry the calendar.
alter table MeetingMails add Occasion nvarchar(40) not null constraint DF_MeetingMails_Occasion default '';
-- The officer who had it sent; null for what goes by itself.
alter table MeetingMails add AskedByName nvarchar(200) null;
drop index UX_MeetingMails_Invitation_Kind_Sequence_Round on MeetingMails;
create unique index UX_MeetingMails_Invitation_Kind_Occasion on MeetingMails (InvitationId, Kind, CalendarSequence, Round, Occasion);

-- Counted up by whoever is about to change who has room, so that they come one after the other.
alter table Meetings add SeatTurn int not null constraint DF_Meetings_SeatTurn default 0;

create table MeetingSeats (
    InvitationId uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    State nvarchar(40) not null,
    -- How many persons the room was given to.
    Persons int not null,
    -- Counted up at each change of state.
    Move int not null,
    -- The state that they have last been told; null when they have been told nothing of this answer.
    Told nvarchar(40) null,
    constraint PK_MeetingSeats primary key (InvitationId),
    constraint FK_MeetingSeats_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id),
    constraint FK_MeetingSeats_Meetings foreign key (MeetingId) references Meetings (Id),
    constraint CK_MeetingSeats_State check (State in ('None', 'Coming', 'Waiting'))
);
create index IX_MeetingSeats_Meeting on MeetingSeats (MeetingId);

create table FollowUpDefaults (
    AuthorityId uniqueidentifier not null,
    SendReminders bit not null,
    ReminderDays nvarchar(40) not null,
    SendDayBefore bit not null,
    SendThanks bit not null,
    ThanksAfterDays int not null,
    TellWaitingList bit not null,
    SendDigest bit not null,
    OfficeOpens nvarchar(5) not null,
    OfficeCloses nvarchar(5) not null,
    QuietPeriods nvarchar(200) not null,
    constraint PK_FollowUpDefaults primary key (AuthorityId),
    constraint FK_FollowUpDefaults_Authorities foreign key (AuthorityId) references Authorities (Id)
);

-- A meeting that differs from its authority's usual.
create table MeetingFollowUps (
    MeetingId uniqueidentifier not null,
    SendReminders bit not null,
    ReminderDays nvarchar(40) not null,
    SendDayBefore bit not null,
    SendThanks bit not null,
    ThanksAfterDays int not null,
    TellWaitingList bit not null,
    constraint PK_MeetingFollowUps primary key (MeetingId),
    constraint FK_MeetingFollowUps_Meetings foreign key (MeetingId) references Meetings (Id)
);

create table MeetingMaterials (
    MeetingId uniqueidentifier not null,
    Material nvarchar(4000) not null,
    constraint PK_MeetingMaterials primary key (MeetingId),
    constraint FK_MeetingMaterials_Meetings foreign key (MeetingId) references Meetings (Id)
);

-- What was answered, without a time and with an id of chance: it cannot be put beside who has answered.
create table MeetingSurveyAnswers (
    Id uniqueidentifier not null,
    MeetingId uniqueidentifier not null,
    Number int not null,
    Usefulness int not null,
    TakeAway nvarchar(2000) null,
    Different nvarchar(2000) null,
    constraint PK_MeetingSurveyAnswers primary key (Id),
    constraint FK_MeetingSurveyAnswers_Meetings foreign key (MeetingId) references Meetings (Id)
);
create unique index UX_MeetingSurveyAnswers_Meeting_Number on MeetingSurveyAnswers (MeetingId, Number);

-- Who has answered, so that nobody does twice. Not what.
create table MeetingSurveyReceipts (
    InvitationId uniqueidentifier not null,
    constraint PK_MeetingSurveyReceipts primary key (InvitationId),
    constraint FK_MeetingSurveyReceipts_MeetingInvitations foreign key (InvitationId) references MeetingInvitations (Id)
);

-- One row for each digest: its id is that of the message in the outbox.
create table MeetingDigests (
    Id uniqueidentifier not null,
    UserId uniqueidentifier null,
    Name nvarchar(200) not null,
    Email nvarchar(254) not null,
    EmailKey nvarchar(254) collate Latin1_General_BIN2 not null,
    WeekStart date not null,
    CreatedAt datetimeoffset(6) not null,
    SentAt datetimeoffset(6) null,
    constraint PK_MeetingDigests primary key (Id),
    constraint FK_MeetingDigests_Users foreign key (UserId) references Users (Id)
);
create unique index UX_MeetingDigests_Email_Week on MeetingDigests (EmailKey, WeekStart);

create table DigestRefusals (
    EmailKey nvarchar(254) collate Latin1_General_BIN2 not null,
    RefusedAt datetimeoffset(6) not null,
    constraint PK_DigestRefusals primary key (EmailKey)
);
