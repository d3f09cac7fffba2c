using ReservedProcurement.Core.Problems;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Authorities.Appearance;

/// <summary>What an authority may choose for the looks of its documents.</summary>
public static class AppearanceRules
{
    /// <summary>In bytes. The logotype is stored in every document that is written.</summary>
    public const int LargestLogo = 1 << 20;

    /// <summary>In picture elements. It stands 12 mm high, and fewer would be blurred on paper.</summary>
    public const int LeastHeight = 60;

    public const int LongestText = 200;

    internal static IEnumerable<FieldProblem> ProblemsOf(ChangeAppearance request)
    {
        if (!string.IsNullOrWhiteSpace(request.Colour))
        {
            if (!Colour.TryParse(request.Colour, out var colour))
            {
                yield return new FieldProblem(nameof(request.Colour), AppearanceProblems.NotAColour);
            }
            else if (!DocumentPalette.CanBeMain(colour))
            {
                yield return AppearanceProblems.ColourIsTooLight(colour);
            }
        }

        if (request.Logo is not { } logo)
        {
            yield break;
        }

        if (FileProblems.Check(nameof(request.Logo), logo, LargestLogo) is { } refused)
        {
            yield return refused.Fields[0];
        }
        else if (ImageFacts.Read(logo) is not { ContentType: "image/png" or "image/jpeg" } picture)
        {
            yield return new FieldProblem(nameof(request.Logo), AppearanceProblems.NotAPicture);
        }
        else if (!ImageFacts.IsWhole(logo))
        {
            yield return new FieldProblem(nameof(request.Logo), AppearanceProblems.PictureCutOff);
        }
        else if (picture.Height < LeastHeight)
        {
            yield return new FieldProblem(nameof(request.Logo), AppearanceProblems.PictureTooSmall) { Arguments = [picture.Height, LeastHeight] };
        }
    }
}
