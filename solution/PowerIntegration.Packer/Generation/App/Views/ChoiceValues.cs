using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Fetching;

namespace PowerIntegration.Packer.Generation.App.Views;

/// <summary>Declarations write the values of choices by their labels, such as Held; queries take numbers.</summary>
internal static class ChoiceValues
{
    /// <summary>Writes the numbers into a condition that compares a choice column with labels.</summary>
    public static void Write(AppModel model, SourceElement condition)
    {
        string table = FetchCheck.TableOf(condition.Element);
        if (model.Tables.FirstOrDefault(found => found.Name == table)?.ChoicesOf(condition.Attribute("attribute")) is not { Count: > 0 } choices)
        {
            return;
        }

        if (condition.Element.Attribute("value") is { } value)
        {
            value.Value = Number(model, condition, value.Value, choices);
        }

        foreach (XElement child in condition.Element.Elements("value"))
        {
            child.Value = Number(model, condition, child.Value, choices);
        }
    }

    private static string Number(AppModel model, SourceElement condition, string label, IReadOnlyDictionary<string, string> choices)
    {
        if (choices.TryGetValue(label, out string? number))
        {
            return number;
        }

        if (!choices.Values.Contains(label))
        {
            string column = condition.Attribute("attribute");
            model.Refuse(Word.Of(condition, "attribute").Says($"{column} has no value '{label}'. Write one of {string.Join(", ", choices.Keys)}."));
        }

        // A number of the choice keeps the check of queries from saying the same once more.
        return choices.Values.Contains(label) ? label : choices.Values.First();
    }
}
