using System.Text.Json.Nodes;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>A section that is shown for some values of a choice, and while a field of it is filled in: what is there can be cleared.</summary>
/// <param name="Tab">Name of its tab.</param>
/// <param name="Section">Its name.</param>
/// <param name="Column">The choice.</param>
/// <param name="Values">The values for which it is shown.</param>
/// <param name="Fields">Its own columns.</param>
internal sealed record SectionRule(string Tab, string Section, string Column, IReadOnlyList<int> Values, IReadOnlyList<string> Fields)
{
    /// <summary>The rule that a section declares; null where it names what is not there.</summary>
    public static SectionRule? Of(AppModel model, DescribedTable table, SourceElement section, string tab, string name)
    {
        Word column = Word.Of(section, "when");
        if (model.Column(table, column) is not { } choice)
        {
            return null;
        }

        IReadOnlyDictionary<string, string> choices = table.ChoicesOf(choice.Name);
        string[] labels = section.Attribute("is").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (choices.Count == 0 || labels.Length == 0)
        {
            model.Refuse(
                section.Says(
                    choices.Count == 0
                        ? $"{choice.Name} is not a choice. Name a column that is."
                        : $"The attribute 'is' is missing: for which values of {choice.Name} the section is shown."
                )
            );
            return null;
        }

        foreach (string label in labels.Where(label => !choices.ContainsKey(label)))
        {
            model.Refuse(section.Says($"{choice.Name} has no value '{label}'. Write one of {string.Join(", ", choices.Keys)}."));
        }

        return new SectionRule(
            tab,
            name,
            choice.Name,
            [.. labels.Select(label => int.Parse(choices.GetValueOrDefault(label, "0"), CultureInfo.InvariantCulture))],
            [
                .. section.Below("fields").SelectMany(Word.In).Select(field => field.Text),
                .. section.Below("field").Select(field => field.Attribute("name")),
            ]
        );
    }

    /// <summary>The rule as the script reads it.</summary>
    public JsonObject Write() =>
        new()
        {
            ["tab"] = Tab,
            ["section"] = Section,
            ["column"] = Column,
            ["values"] = new JsonArray([.. Values.Select(value => (JsonNode)value)]),
            ["fields"] = new JsonArray([.. Fields.Select(field => (JsonNode)field)]),
        };
}
