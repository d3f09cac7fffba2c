using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>Refusals about users.</summary>
public static class UserProblems
{
    public const string EmailTaken = "user.email-taken";
    public const string NoMembership = "user.no-membership";
    public const string UnknownAuthority = "user.unknown-authority";
    public const string LastAdministrator = "user.last-administrator";
    public const string NotYourself = "user.not-yourself";
    public const string SharedWithOthers = "user.shared-with-others";
    public const string AlreadyActive = "user.already-active";
    public const string Closed = "user.closed";
    public const string AlreadyMember = "user.already-member";

    public static Problem EmailIsTaken(string email) => Problem.OnField("Email", EmailTaken, email);

    public static readonly Problem LastAdministratorMustRemain = Problem.Of(LastAdministrator, ProblemKind.Refused);
}
