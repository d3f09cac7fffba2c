-- What follows an invitation by itself: reminders, the day before, thanks, the waiting list, the weekly digest.

-- What a mail that follows up is about, so that one is never asked for twice: a day for a reminder, a number for a move on the waiting list. Empty for mails that carry the calendar.
alter table MeetingMails add column Occasion text not null default '';
-- The officer who had it sent; null for what goes by itself.
alter table MeetingMails add column AskedByName text null;
drop index UX_MeetingMails_Invitation_Kind_Sequence_Round;
create unique index UX_MeetingMails_Invitation_Kind_Occasion on MeetingMails (InvitationId, Kind, CalendarSequence, Round, Occasion);

-- Counted up by whoever is about to change who has room, so that they come one after the other.
alter table Meetings add column SeatTurn integer not null default 0;

create table MeetingSeats (
    InvitationId text not null primary key references MeetingInvitations (Id),
    MeetingId text not null references Meetings (Id),
    State text not null,
    -- How many persons the room was given to.
    Persons integer not null,
    -- Counted up at each change of state.
    Move integer not null,
    -- The state that they have last been told; null when they have been told nothing of this answer.
    Told text null,
    check (State in ('None', 'Coming', 'Waiting'))
) strict;
create index IX_MeetingSeats_Meeting on MeetingSeats (MeetingId);

create table FollowUpDefaults (
    AuthorityId text not null primary key references Authorities (Id),
    SendReminders integer not null,
    ReminderDays text not null,
    SendDayBefore integer not null,
    SendThanks integer not null,
    ThanksAfterDays integer not null,
    TellWaitingList integer not null,
    SendDigest integer not null,
    OfficeOpens text not null,
    OfficeCloses text not null,
    QuietPeriods text not null
) strict;

-- A meeting that differs from its authority's usual.
create table MeetingFollowUps (
    MeetingId text not null primary key references Meetings (Id),
    SendReminders integer not null,
    ReminderDays text not null,
    SendDayBefore integer not null,
    SendThanks integer not null,
    ThanksAfterDays integer not null,
    TellWaitingList integer not null
) strict;

create table MeetingMaterials (
    MeetingId text not null primary key references Meetings (Id),
    Material text not null
) strict;

-- What was answered, without a time and with an id of chance: it cannot be put beside who has answered.
create table MeetingSurveyAnswers (
    Id text not null primary key,
    MeetingId text not null references Meetings (Id),
    Number integer not null,
    Usefulness integer not null,
    TakeAway text null,
    Different text null
) strict;
create unique index UX_MeetingSurveyAnswers_Meeting_Number on MeetingSurveyAnswers (MeetingId, Number);

-- Who has answered, so that nobody does twice. Not what.
create table MeetingSurveyReceipts (
    InvitationId text not null primary key references MeetingInvitations (Id)
) strict;

-- One row for each digest: its id is that of the message in the outbox.
create table MeetingDigests (
    Id text not null primary key,
    UserId text null references Users (Id),
    Name text not null,
    Email text not null,
    EmailKey text not null,
    WeekStart text not null,
    CreatedAt text not null,
    SentAt text null
) strict;
create unique index UX_MeetingDigests_Email_Week on MeetingDigests (EmailKey, WeekStart);

create table DigestRefusals (
    EmailKey text not null primary key,
    RefusedAt text not null
) strict;
