using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

public static class RegisterProblems
{
    public const string WrongOrganisationNumber = "register.wrong-organisation-number";
    public const string DuplicateNumber = "register.duplicate-number";
    public const string DuplicateNumberField = "register.duplicate-number-field";
    public const string SameName = "register.same-name";
    public const string SameNameField = "register.same-name-field";
    public const string PersonalNumberInText = "register.personal-number-in-text";
    public const string UnknownMunicipality = "register.unknown-municipality";
    public const string EmptyContact = "register.empty-contact";
    public const string EmptyServiceArea = "register.empty-service-area";
    public const string WrongCpvCode = "register.wrong-cpv-code";
    public const string UnknownCpvCode = "register.unknown-cpv-code";
    public const string TooMany = "register.too-many";
    public const string UnknownRow = "register.unknown-row";
    public const string InvitedToMeeting = "register.invited-to-meeting";

    internal static readonly Problem IsInvitedToMeeting = Problem.Of(InvitedToMeeting, ProblemKind.Refused);

    /// <summary>The second argument of the problem is the id of the enterprise that has the number.</summary>
    internal static Problem NumberTaken(string name, Guid id) => Conflict(nameof(SocialEnterpriseContent.OrganisationNumber), DuplicateNumber, DuplicateNumberField, name, id);

    /// <summary>The second argument of the problem is the id of the enterprise that has the name.</summary>
    internal static Problem NameTaken(string name, Guid id) => Conflict(nameof(SocialEnterpriseContent.Name), SameName, SameNameField, name, id);

    private static Problem Conflict(string field, string code, string fieldCode, string name, Guid id) => new(code, ProblemKind.Conflict)
    {
        Arguments = [name, id],
        Fields = [new FieldProblem(field, fieldCode) { Arguments = [name] }],
    };
}
