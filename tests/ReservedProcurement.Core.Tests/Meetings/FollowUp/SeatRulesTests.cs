using CsCheck;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

/// <summary>The waiting list, whatever is answered and however many seats there are, and whenever the mails happen to go.</summary>
public sealed class SeatRulesTests
{
    private const int Parties = 6;

    private static readonly DateTimeOffset Start = new(2026, 9, 14, 7, 30, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<Guid> Ids = [.. Enumerable.Range(1, Parties).Select(number => new Guid(number, 0, 0, new byte[8]))];

    /// <summary>Who answers with how many persons (0 is no), a new number of seats (0 is no limit), or the moment when a mail that waits is sent.</summary>
    private static readonly Gen<(int What, int Who, int Count)> Steps = Gen.Select(Gen.Int[0, 6], Gen.Int[0, Parties - 1], Gen.Int[0, 5]);

    [Test]
    public void Moves_WhateverHappens_TellEverybodyOnceWhatIsTrue() => Steps.Array[1, 40].Sample(steps =>
    {
        var world = new World();
        foreach (var (what, who, count) in steps)
        {
            switch (what)
            {
                case <= 3:
                    world.Answer(who, count);
                    break;
                case 4:
                    world.ChangeSeats(count == 0 ? null : count * 2);
                    break;
                default:
                    world.SendOne(who);
                    break;
            }

            world.Check();
        }

        world.SendAll();
        world.CheckTold();
    }, iter: 2_000);

    [Test]
    public void Room_ThatALargerOneBeforeWouldHaveFilled_IsNotTakenBack()
    {
        var world = new World();
        world.ChangeSeats(10);
        world.Answer(0, 6);
        world.Answer(1, 5);
        world.Answer(2, 4);
        Assert.That(world.StateOf(1), Is.EqualTo(SeatState.Waiting));

        world.Answer(0, 5);

        Assert.That((world.StateOf(0), world.StateOf(1), world.StateOf(2)), Is.EqualTo((SeatState.Coming, SeatState.Waiting, SeatState.Coming)));
    }

    [Test]
    public void Move_UpAndOutBeforeTheMail_IsNotToldAtAll()
    {
        var world = new World();
        world.ChangeSeats(4);
        world.Answer(0, 4);
        world.Answer(1, 2);
        world.SendAll();
        world.ChangeSeats(6);
        world.ChangeSeats(4);

        Assert.That(world.SendAll(), Is.Empty);
    }

    private sealed class World
    {
        private readonly Dictionary<Guid, Seat> _noted = [];
        private readonly Dictionary<Guid, (int Persons, DateTimeOffset Since)> _answers = [];
        private readonly List<(Guid Id, MeetingMailKind Kind, int Move)> _waiting = [];
        private readonly HashSet<(Guid, MeetingMailKind, int)> _asked = [];
        private readonly Dictionary<Guid, MeetingMailKind> _lastTold = [];
        private int? _seats;
        private int _time;

        public void Answer(int who, int persons)
        {
            var before = _noted.ToDictionary();
            var id = Ids[who];
            _lastTold.Remove(id);
            var since = _answers.TryGetValue(id, out var earlier) && persons <= earlier.Persons ? earlier.Since : Start.AddMinutes(++_time);
            if (persons == 0)
            {
                _answers.Remove(id);
            }
            else
            {
                _answers[id] = (persons, since);
            }

            Follow();
            foreach (var other in before.Values.Where(seat => seat.InvitationId != id && seat.State == SeatState.Coming))
            {
                Assert.That(_noted[other.InvitationId].State, Is.EqualTo(SeatState.Coming), "Another's answer took a seat that had been given.");
            }
        }

        public void ChangeSeats(int? seats)
        {
            _seats = seats;
            Follow();
        }

        public SeatState StateOf(int who) => _noted[Ids[who]].State;

        public void SendOne(int number)
        {
            if (_waiting.Count > 0)
            {
                Send(_waiting[number % _waiting.Count]);
            }
        }

        public IReadOnlyList<(Guid Id, MeetingMailKind Kind)> SendAll() => [.. _waiting.ToList().Where(Send).Select(mail => (mail.Id, mail.Kind))];

        public void Check()
        {
            var now = Computed();
            Assert.That(_seats is null || now.Persons <= _seats, Is.True, "More persons than seats.");
            Assert.That(now.Waiting.Where(waiting => _seats is null || now.Persons + waiting.Persons <= _seats), Is.Empty, "Somebody waits although there is room.");
            Assert.That(SeatRules.Moves(_noted, now), Is.Empty, "The same seats again change something.");
        }

        public void CheckTold()
        {
            foreach (var seat in _noted.Values.Where(seat => seat.State != SeatState.None))
            {
                Assert.That(seat.Told, Is.EqualTo(seat.State), "Somebody believes what is not so.");
            }
        }

        private void Follow()
        {
            foreach (var move in SeatRules.Moves(_noted, Computed()))
            {
                _noted[move.Seat.InvitationId] = move.Seat;
                if (move.Mail is { } mail)
                {
                    Assert.That(_asked.Add((move.Seat.InvitationId, mail, move.Seat.Move)), Is.True, "Asked for twice.");
                    _waiting.Add((move.Seat.InvitationId, mail, move.Seat.Move));
                }
            }
        }

        private bool Send((Guid Id, MeetingMailKind Kind, int Move) mail)
        {
            _waiting.Remove(mail);
            var seat = _noted[mail.Id];
            if (!seat.MustBeTold(mail.Move))
            {
                return false;
            }

            Assert.That(seat.State, Is.EqualTo(mail.Kind == MeetingMailKind.SeatGiven ? SeatState.Coming : SeatState.Waiting), "What is told is not so.");
            Assert.That(_lastTold.TryGetValue(mail.Id, out var last) && last == mail.Kind, Is.False, "The same thing twice.");
            _lastTold[mail.Id] = mail.Kind;
            _noted[mail.Id] = seat with { Told = seat.State };
            return true;
        }

        private Seats Computed() => Seats.Of(_answers.Select(answer => Invitation(answer.Key, answer.Value.Persons, answer.Value.Since)), _seats);

        private Invitation Invitation(Guid id, int persons, DateTimeOffset since) => new()
        {
            Id = id,
            MeetingId = Guid.Empty,
            PartyName = "",
            Email = "",
            InvitedAt = Start,
            InvitedByName = "",
            MailKind = MeetingMailKind.Invitation,
            MailState = MailState.Sent,
            Answer = MeetingAnswer.Yes,
            Participants = persons,
            ComingSince = since,
            SeatsGiven = _noted.GetValueOrDefault(id) is { State: SeatState.Coming } seat ? seat.Persons : null,
        };
    }
}
