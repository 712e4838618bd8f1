using System.Text;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Notices;

/// <summary>
/// An Adaptive Card that tells of codes that a coverage proof found without exactly one task: one card for a proof, with the codes that hold the most
/// money. It informs and links. Version 1.4, which Teams shows everywhere.
/// </summary>
public static class CoverageNotice
{
    /// <summary>Most codes that are named; of the others the card says how many there are.</summary>
    public const int CodesMax = 10;

    /// <summary>Most bytes of a card: Teams takes about 28 KB with what it adds.</summary>
    public const int BytesMax = 24_000;

    private const int TextLengthMax = 300;

    /// <summary>Writes the card.</summary>
    /// <param name="project">Name of the project.</param>
    /// <param name="codes">The codes that are new, at least one.</param>
    /// <param name="link">Address of the proof in the app; empty where there is none.</param>
    public static string Of(string project, IReadOnlyCollection<NoticedCode> codes, string link)
    {
        Invariant.Require(codes.Count > 0, "A notice tells of a code.");
        var heading = $"{Sentence.Count(codes.Count, "WBS code")} of {project} {(codes.Count == 1 ? "has" : "have")} no Oracle task";
        var shown = codes.OrderByDescending(code => code.Amount).ThenBy(code => code.FlatCode, StringComparer.Ordinal).Take(CodesMax).ToList();
        var rest = codes.Count - shown.Count;
        var card = new JsonObject()
            .Text("type", "AdaptiveCard")
            .Text("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .Text("version", "1.4")
            .Text("fallbackText", Sentence.Fit(heading, TextLengthMax))
            .Objects(
                "body",
                [
                    Block(heading).Text("size", "Medium").Text("weight", "Bolder"),
                    Block($"Open work on {(codes.Count == 1 ? "it" : "them")}: {Sentence.Amount(codes.Sum(code => code.Amount))}."),
                    new JsonObject().Text("type", "FactSet").Objects("facts", shown.Select(Fact)),
                    Block(
                        (rest == 0 ? "" : $"{Sentence.Count(rest, "more code")} {(rest == 1 ? "is" : "are")} in the proof. ")
                            + "Invoices with such a code wait. Map the codes in the app; a second person activates the rules."
                    ),
                ]
            );
        var text = (
            link.Length == 0
                ? card
                : card.Objects("actions", [new JsonObject().Text("type", "Action.OpenUrl").Text("title", "Open the proof").Text("url", link)])
        ).ToString();
        Invariant.Require(Encoding.UTF8.GetByteCount(text) <= BytesMax, "A card of a few short texts fits Teams.");
        return text;
    }

    private static JsonObject Fact(NoticedCode code) =>
        new JsonObject()
            .Text("title", Sentence.Fit(code.FlatCode, TextLengthMax))
            .Text(
                "value",
                Sentence.Fit(
                    $"{Sentence.Amount(code.Amount)} open; "
                        + (
                            code.IsAmbiguous ? "several mapping rules fit equally"
                            : code.SuggestedTask is { } task ? $"suggested task {task}"
                            : "no task suggested"
                        ),
                    TextLengthMax
                )
            );

    private static JsonObject Block(string text) =>
        new JsonObject().Text("type", "TextBlock").Text("text", Sentence.Fit(text, TextLengthMax)).Flag("wrap", true);
}
