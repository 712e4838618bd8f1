using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Registration;

/// <summary>The constants in Tables/*.cs are the only place with column names in code; here they meet the tables and choices that ship.</summary>
public sealed partial class ColumnConstantsTests
{
    public static TheoryData<string> TableNames => [.. Repository.Catalogue().Tables.Select(table => table.LogicalName)];

    public static TheoryData<string> ChoiceNames => [.. Repository.Catalogue().All("OptionSets", ".xml").Select(choice => choice.Attribute("Name"))];

    [Theory]
    [MemberData(nameof(TableNames))]
    public void Constants_and_columns_of_a_table_are_the_same(string table)
    {
        Dictionary<string, string> constants = Texts("Table.cs").Single(constants => constants["LogicalName"] == table);
        IEnumerable<string> columns = Repository.Catalogue().Table(table)!.Columns.Select(column => column.Text("LogicalName"));
        Assert.Equal(
            columns.Order(StringComparer.Ordinal),
            constants.Where(constant => constant.Key != "LogicalName").Select(constant => constant.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_table_class_has_a_table() =>
        Assert.Equal(
            Repository.Catalogue().Tables.Select(table => table.LogicalName).Order(StringComparer.Ordinal),
            Texts("Table.cs").Select(constants => constants["LogicalName"]).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(ChoiceNames))]
    public void Constants_and_values_of_a_choice_are_the_same(string choice)
    {
        SourceElement source = Repository.Catalogue().All("OptionSets", ".xml").Single(candidate => candidate.Attribute("Name") == choice);
        IEnumerable<string> shipped = source
            .Element.Descendants("option")
            .Select(option =>
            {
                string label = (string)option.Descendants("label").Single().Attribute("description")!;
                return $"{label.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()} {(string)option.Attribute("value")!}";
            });
        string file = Directory
            .EnumerateFiles(Repository.Tables, "*Choice.cs")
            .Single(file => File.ReadAllText(file).Contains($"<c>{choice}</c>", StringComparison.Ordinal));
        IEnumerable<string> constants = NumberConstant()
            .Matches(File.ReadAllText(file))
            .Select(match => $"{match.Groups[1].Value.ToUpperInvariant()} {int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)}");
        Assert.Equal(shipped.Order(StringComparer.Ordinal), constants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_choice_class_has_a_choice() =>
        Assert.Equal(Repository.Catalogue().All("OptionSets", ".xml").Count(), Directory.EnumerateFiles(Repository.Tables, "*Choice.cs").Count());

    private static IEnumerable<Dictionary<string, string>> Texts(string ending) =>
        Directory
            .EnumerateFiles(Repository.Tables, "*" + ending)
            .Select(file =>
                TextConstant().Matches(File.ReadAllText(file)).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value)
            );

    [GeneratedRegex("const string (\\w+) = \"([^\"]+)\";")]
    private static partial Regex TextConstant();

    [GeneratedRegex("const int (\\w+) = (\\d+);")]
    private static partial Regex NumberConstant();
}
