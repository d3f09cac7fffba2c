using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Web.Pages.Accessibility;

/// <summary>Configuration section <c>Accessibility</c>: what only the public body that runs the installation can say in its accessibility statement.</summary>
public sealed class AccessibilityOptions
{
    public const string Section = "Accessibility";

    /// <summary>The public body that is responsible for the service, such as <c>Exempelstads kommun</c>.</summary>
    public string? Responsible { get; set; }

    /// <summary>Where shortcomings are reported: an e-mail address, or the address of a form.</summary>
    public string? Contact { get; set; }

    /// <summary>Null when nothing is set.</summary>
    public Uri? ContactLink => Contact switch
    {
        null or "" => null,
        _ when EmailAddress.IsValid(Contact) => new Uri($"mailto:{Contact}"),
        _ => new Uri(Contact),
    };
}

internal sealed class AccessibilityOptionsValidator : IValidateOptions<AccessibilityOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessibilityOptions options) =>
        string.IsNullOrEmpty(options.Contact)
        || EmailAddress.IsValid(options.Contact)
        || (Uri.TryCreate(options.Contact, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Inställningen Accessibility:Contact är ”{options.Contact}” men ska vara en e-postadress eller en webbadress som börjar med https://.");
}
