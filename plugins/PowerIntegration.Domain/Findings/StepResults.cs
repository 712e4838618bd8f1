using System.Xml.Linq;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Findings;

/// <summary>
/// Finds the step that failed among the results of a scope, and code and sentence in whatever it got as its answer: a problem, an error of Dataverse,
/// a page, a text, half of an object, nothing.
/// </summary>
public static class StepResults
{
    private const int DetailLengthMax = 2000;

    private static readonly string[] FailedStatuses = ["Failed", "TimedOut"];

    /// <summary>The failure that the results tell of.</summary>
    /// <param name="steps">The results as JSON: a list with name, status, outputs and error of each step.</param>
    public static StepFailure Read(string steps)
    {
        var failed = JsonText.Element(steps)?.Elements().LastOrDefault(step => FailedStatuses.Contains(Text(step, "status")));
        var outputs = Child(failed, "outputs");
        var body = Child(outputs, "body");
        var fields = IsObject(body) ? body : JsonText.Element(body?.Value);
        return new StepFailure(
            Text(failed, "name") ?? "",
            int.TryParse(Child(outputs, "statusCode")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null,
            Text(fields, "code"),
            Fit(Plain(Detail(fields)) ?? Plain(IsText(body) ? body!.Value : null) ?? Plain(Detail(Child(failed, "error"))))
        );
    }

    private static string? Detail(XElement? fields) =>
        Text(fields, "detail") ?? Text(Child(fields, "error"), "message") ?? Text(fields, "message") ?? Text(fields, "title");

    // A page is for browsers and says nothing here; half of an object, a list or a number says nothing either.
    private static string? Plain(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length == 0 || trimmed[0] is '<' or '{' or '[' or '"' ? null : trimmed;
    }

    private static string? Fit(string? text) => text is null ? null : Sentence.Fit(text, DetailLengthMax);

    private static XElement? Child(XElement? fields, string name) => IsObject(fields) ? fields!.Elements(name).FirstOrDefault() : null;

    private static string? Text(XElement? fields, string name) =>
        Child(fields, name) is { } found && IsText(found) && !string.IsNullOrWhiteSpace(found.Value) ? found.Value : null;

    private static bool IsObject(XElement? element) => element?.Attribute("type")?.Value == "object";

    private static bool IsText(XElement? element) => element is not null && (element.Attribute("type")?.Value ?? "string") == "string";
}
