using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail;

public static class MailProblems
{
    public const string LinkInvalid = "link.invalid";
    public const string LinkExpired = "link.expired";
    public const string PublicAddressInvalid = "web.public-address-invalid";

    public static readonly Problem NotALink = Problem.Of(LinkInvalid, ProblemKind.Refused);
    public static readonly Problem LinkHasExpired = Problem.Of(LinkExpired, ProblemKind.Refused);
}
