using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Texts;

/// <summary>
/// Finds the step that failed among the results of a scope, and code and sentence in whatever it got as its answer: a problem, an error of Dataverse,
/// a page, a text, half of an object, nothing.
/// </summary>
internal static class StepResults
{
    private const int DetailLengthMax = 2000;

    private static readonly string[] FailedStatuses = ["Failed", "TimedOut"];

    /// <summary>The failure that the results tell of.</summary>
    /// <param name="steps">The results as JSON: a list with name, status, outputs and error of each step.</param>
    public static StepFailure Read(string steps)
    {
        var failed = Fields(steps)?.Elements().LastOrDefault(step => FailedStatuses.Contains(Text(step, "status")));
        var outputs = Child(failed, "outputs");
        var body = Child(outputs, "body");
        var fields = IsObject(body) ? body : Fields(body?.Value);
        return new StepFailure(
            Text(failed, "name") ?? "",
            int.TryParse(Child(outputs, "statusCode")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null,
            Text(fields, "code"),
            Fit(Detail(fields) ?? Plain(body) ?? Detail(Child(failed, "error")))
        );
    }

    private static string? Detail(XElement? fields) =>
        Text(fields, "detail") ?? Text(Child(fields, "error"), "message") ?? Text(fields, "message") ?? Text(fields, "title");

    // A page is for browsers and says nothing here; half of an object, a list or a number says nothing either.
    private static string? Plain(XElement? body)
    {
        var text = body is not null && IsText(body) ? body.Value.Trim() : "";
        return text.Length == 0 || text[0] is '<' or '{' or '[' or '"' ? null : text;
    }

    private static string? Fit(string? text) => text is null ? null : Sentence.Fit(text, DetailLengthMax);

    private static XElement? Fields(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !JsonText.IsWhole(text!))
        {
            return null;
        }

        try
        {
            using var json = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            return XElement.Load(json);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement? Child(XElement? fields, string name) => IsObject(fields) ? fields!.Elements(name).FirstOrDefault() : null;

    private static string? Text(XElement? fields, string name) =>
        Child(fields, name) is { } found && IsText(found) && !string.IsNullOrWhiteSpace(found.Value) ? found.Value : null;

    private static bool IsObject(XElement? element) => element?.Attribute("type")?.Value == "object";

    private static bool IsText(XElement? element) => element is not null && (element.Attribute("type")?.Value ?? "string") == "string";
}
