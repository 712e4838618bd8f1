using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>The class of a global choice: every value, named by its label.</summary>
internal static class ChoiceConstants
{
    /// <summary>One constant for each option that has a value and a label.</summary>
    /// <param name="choice">Root of the file of the choice.</param>
    /// <param name="tables">All tables; a column spells the name of its choice.</param>
    public static ConstantClass Of(SourceElement choice, IEnumerable<TableSource> tables) =>
        new(
            MemberName.OfChoice(choice, tables) + "Choice",
            Summaries.Of($"Values of the choice {choice.Attribute("Name")}", Summaries.First(choice, "Descriptions", "Description")),
            choice,
            [.. Options(choice).Where(option => Value(option) is not null && Label(option).Length > 0).Select(Option)]
        );

    /// <summary>What the class needs and the choice does not have.</summary>
    public static IEnumerable<Finding> Faults(SourceElement choice) =>
        [
            .. Options(choice)
                .Where(option => Value(option) is null)
                .Select(option => option.Says(Place(option), $"The value '{option.Attribute("value")}' is not a whole number. Write one.")),
            .. Options(choice)
                .Where(option => Label(option).Length == 0)
                .Select(option => option.Says(Place(option), "It has no label. Add one; people see it, and the constant is named after it.")),
            .. Options(choice)
                .GroupBy(option => option.Attribute("value"))
                .SelectMany(group =>
                    group
                        .Skip(1)
                        .Select(option =>
                            option.Says(
                                Place(option),
                                $"The value is used twice, for '{Label(group.First())}' and '{Label(option)}'. Give each option its own."
                            )
                        )
                ),
        ];

    private static IEnumerable<SourceElement> Options(SourceElement choice) =>
        (choice.Element.Element("options")?.Elements("option") ?? []).Select(choice.At);

    private static Constant Option(SourceElement option) =>
        Constant.Number(
            MemberName.OfLabel(Label(option)),
            Value(option)!.Value,
            Summaries.Of(Label(option), Summaries.First(option, "Descriptions", "Description")),
            option
        );

    private static int? Value(SourceElement option) =>
        int.TryParse(option.Attribute("value"), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    private static string Label(SourceElement option) => Summaries.First(option, "labels", "label");

    private static string Place(SourceElement option) => $"option {option.Attribute("value")}";
}
