using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail;

/// <summary>The part of configuration section <c>Web</c> that mail needs.</summary>
public sealed class PublicAddressOptions
{
    public const string Section = "Web";

    /// <summary>The address that people reach the web pages by, such as <c>https://reserverad.exempelstad.se</c>. Links in mail begin with it.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";
}

/// <summary>Full addresses of pages, for links in mail. They never come from a request, whose host name the sender of the request decides.</summary>
public sealed class PublicAddress(IOptions<PublicAddressOptions> options)
{
    public const string ChoosePasswordPath = "/valj-losenord";
    public const string MeetingAnswerPath = "/mote/svar";
    public const string MeetingSurveyPath = "/mote/enkat";
    public const string WeeklyDigestPath = "/veckobrev";
    public const string DatePollReplyPath = "/mote/dag";

    private readonly string _root = options.Value.PublicAddress.TrimEnd('/');

    public Uri Page(string path) => new(_root + path);

    /// <summary>The page where an invited user, or one who has forgotten the password, chooses a new one.</summary>
    /// <param name="purpose">One of <see cref="LinkPurposes"/>; stands in the address as <c>syfte</c>.</param>
    /// <param name="code">From <see cref="SignedLinks"/>; stands in the address as <c>kod</c>.</param>
    public Uri ChoosePassword(string purpose, string code) =>
        Page($"{ChoosePasswordPath}?syfte={Uri.EscapeDataString(purpose)}&kod={Uri.EscapeDataString(code)}");

    /// <summary>The page where somebody invited to a meeting answers.</summary>
    /// <param name="code">From <see cref="SignedLinks"/>; stands in the address as <c>kod</c>.</param>
    /// <param name="answer">The answer whose button was pressed; only a choice made in advance, nothing is saved by the address.</param>
    public Uri MeetingAnswer(string code, string? answer) =>
        Page($"{MeetingAnswerPath}?kod={Uri.EscapeDataString(code)}{(answer is null ? "" : $"&svar={Uri.EscapeDataString(answer)}")}");

    /// <summary>The page where somebody who was at a meeting says what they thought.</summary>
    public Uri MeetingSurvey(string code) => Page($"{MeetingSurveyPath}?kod={Uri.EscapeDataString(code)}");

    /// <summary>The page where the weekly digest is turned off and on.</summary>
    public Uri WeeklyDigest(string code) => Page($"{WeeklyDigestPath}?kod={Uri.EscapeDataString(code)}");
    /// <summary>The page where somebody who is asked which day suits answers.</summary>
    /// <param name="code">From <see cref="SignedLinks"/>; stands in the address as <c>kod</c>.</param>
    public Uri DatePollReply(string code) => Page($"{DatePollReplyPath}?kod={Uri.EscapeDataString(code)}");
}

internal sealed class PublicAddressOptionsValidator : IValidateOptions<PublicAddressOptions>
{
    public ValidateOptionsResult Validate(string? name, PublicAddressOptions options) =>
        Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address is { Query: "", Fragment: "", UserInfo: "" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(Texts.Sentence(Problem.Of(MailProblems.PublicAddressInvalid, ProblemKind.Refused, options.PublicAddress)));
}
