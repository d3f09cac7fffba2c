using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities;

/// <summary>Refusals about authorities and their units.</summary>
public static class AuthorityProblems
{
    public const string NameTaken = "authority.name-taken";
    public const string UnitNameTaken = "authority.unit-name-taken";
    public const string UnknownMunicipality = "authority.unknown-municipality";
    public const string WrongOrganisationNumber = "authority.wrong-organisation-number";

    public static Problem AuthorityNameIsTaken(string name) => Problem.OnField("Name", NameTaken, name);

    public static Problem UnitNameIsTaken(string name) => Problem.OnField("Name", UnitNameTaken, name);
}
