-- One row for each mail that has come to the reply mailbox. MailKey is made from the mail itself: the same mail is never taken twice, however often it is read.
create table IncomingMails (
    Id text not null primary key,
    MailKey text not null,
    -- Where it was read, and the server's own name for it there: what is known is not fetched again.
    Mailbox text not null,
    MailboxKey text not null,
    ReceivedAt text not null,
    TakenAt text not null,
    Kind text not null,
    AuthorityId text null references Authorities (Id),
    MeetingId text null references Meetings (Id),
    InvitationId text null references MeetingInvitations (Id),
    -- What led to the invitation.
    MatchedBy text not null,
    SenderName text null,
    SenderEmail text null,
    Subject text not null,
    SearchKey text not null,
    Body text null,
    Attachments text null,
    -- What came of it by itself, such as an answer that was noted.
    Outcome text not null,
    AnswerId text null references MeetingAnswers (Id),
    ReadAt text null,
    HandledAt text null,
    HandledByName text null,
    TextRemovedAt text null
) strict;
create unique index UX_IncomingMails_MailKey on IncomingMails (MailKey);
create index IX_IncomingMails_Mailbox on IncomingMails (Mailbox, MailboxKey);
create index IX_IncomingMails_Authority on IncomingMails (AuthorityId, ReceivedAt);
create index IX_IncomingMails_Meeting on IncomingMails (MeetingId, ReceivedAt);
create index IX_IncomingMails_Answer on IncomingMails (AnswerId);

-- What a calendar program has said, also when it came too late to count.
create table CalendarReplies (
    IncomingMailId text not null primary key references IncomingMails (Id),
    InvitationId text not null references MeetingInvitations (Id),
    Answer text null,
    -- SEQUENCE and DTSTAMP of RFC 5545; left out by some programs.
    Sequence integer null,
    StampedAt text null,
    StartsAt text null,
    Outcome text not null
) strict;
create index IX_CalendarReplies_Invitation on CalendarReplies (InvitationId);

create table TimeProposals (
    IncomingMailId text not null primary key references IncomingMails (Id),
    MeetingId text not null references Meetings (Id),
    InvitationId text not null references MeetingInvitations (Id),
    StartsAt text not null,
    EndsAt text not null,
    Comment text null,
    DeclinedAt text null,
    DeclinedByName text null
) strict;
create index IX_TimeProposals_Meeting on TimeProposals (MeetingId);

create table MailBounces (
    IncomingMailId text not null primary key references IncomingMails (Id),
    InvitationId text null references MeetingInvitations (Id),
    -- The address that the mail was written to, in lower case.
    AddressKey text not null,
    Severity text not null,
    Reason text not null,
    StatusCode text null,
    BouncedAt text not null,
    -- Something has come from the address since.
    ClearedAt text null
) strict;
create index IX_MailBounces_Address on MailBounces (AddressKey);
create index IX_MailBounces_Invitation on MailBounces (InvitationId);

-- Who does not want reminders and thanks. News of the meeting itself is sent all the same.
create table MailStops (
    Id text not null primary key,
    -- Null for all meetings.
    InvitationId text null references MeetingInvitations (Id),
    AddressKey text not null,
    StoppedAt text not null,
    StoppedByName text not null,
    LiftedAt text null
) strict;
create index IX_MailStops_Address on MailStops (AddressKey);
create index IX_MailStops_Invitation on MailStops (InvitationId);

-- One row for each mailbox: who reads it now, and how it went last.
create table MailboxReadings (
    Mailbox text not null primary key,
    LeaseToken text null,
    LeaseUntil text null,
    LastReadAt text null,
    LastError text null
) strict;

-- An invitation that is sent again, to another address, is a new round of the same calendar version.
alter table MeetingMails add column Round integer not null default 0;
drop index UX_MeetingMails_Invitation_Kind_Sequence;
create unique index UX_MeetingMails_Invitation_Kind_Sequence_Round on MeetingMails (InvitationId, Kind, CalendarSequence, Round);
