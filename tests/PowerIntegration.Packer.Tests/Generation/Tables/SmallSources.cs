using System.Text;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Generation.Tables;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.Tables;

/// <summary>Tables and choices of a few elements, and what is made of them.</summary>
internal static class SmallSources
{
    public const string Key = """<attribute PhysicalName="pint_CaseId"><Type>primarykey</Type><LogicalName>pint_caseid</LogicalName></attribute>""";

    public static TableSource Table(params IEnumerable<string> columns) =>
        new(
            new SourceElement(
                "Entities/pint_Case/Entity.xml",
                XElement.Parse(
                    $"""
                    <Entity><EntityInfo><entity Name="pint_Case">
                      <LocalizedNames><LocalizedName description="Case" languagecode="1033" /></LocalizedNames>
                      <Descriptions><Description description="What a customer reported" languagecode="1033" /></Descriptions>
                      <attributes>{string.Concat(columns)}</attributes>
                    </entity></EntityInfo></Entity>
                    """
                )
            )
        );

    public static string Column(string name, string type = "int", string more = "") =>
        $"""
            <attribute PhysicalName="{name}"><Type>{type}</Type><LogicalName>{name.ToLowerInvariant()}</LogicalName>{more}
              <displaynames><displayname description="Shown name" languagecode="1033" /></displaynames>
              <Descriptions><Description description="" languagecode="1033" /></Descriptions>
            </attribute>
            """;

    public static SourceElement Choice(params IEnumerable<string> options) =>
        new(
            "OptionSets/pint_casestate.xml",
            XElement.Parse(
                $"""<optionset Name="pint_casestate" localizedName="State of a case"><options>{string.Concat(options)}</options></optionset>"""
            )
        );

    public static string Option(string value, string? label) =>
        label is null
            ? $"""<option value="{value}" />"""
            : $"""<option value="{value}"><labels><label description="{label}" languagecode="1033" /></labels></option>""";

    public static string TextOf(TableSource table) => Text(TablesGenerator.Generate([table], []));

    public static string TextOf(SourceElement choice, params IReadOnlyList<TableSource> tables) => Text(TablesGenerator.Generate(tables, [choice]));

    public static IReadOnlyList<Finding> Refused(IReadOnlyList<TableSource> tables, params IReadOnlyList<SourceElement> choices) =>
        Assert.Throws<PackingRefusedException>(() => TablesGenerator.Generate(tables, choices)).Findings;

    public static string LabelsOf(TableSource table) => Encoding.UTF8.GetString(TablesGenerator.Generate([table], []).Files.Single(IsLabels).Content);

    private static bool IsLabels(GeneratedFile file) => file.Path.EndsWith("/Labels.g.cs", StringComparison.Ordinal);

    private static string Text(GeneratedFiles files) => Encoding.UTF8.GetString(files.Files.Last(file => !IsLabels(file)).Content);
}
