using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Drift;

/// <summary>Writes and reads differences as the gateway reports them.</summary>
public static class DifferencesText
{
    /// <summary>Writes them.</summary>
    public static string Write(IEnumerable<Difference> differences) =>
        JsonText.WriteList(
            differences.Select(difference => new JsonObject().Text("sentence", difference.Sentence).Text("nextStep", difference.NextStep))
        );

    /// <summary>Reads them; problems go to <paramref name="reader"/>.</summary>
    public static IReadOnlyList<Difference> Read(string text, FieldReader reader) =>
        JsonText.ReadList("Differences", text, reader, fields => new Difference(fields.Text("sentence"), fields.Text("nextStep"))) ?? [];
}
