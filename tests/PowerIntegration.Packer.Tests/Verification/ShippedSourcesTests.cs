using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

public sealed class ShippedSourcesTests
{
    [Fact]
    public void Verify_finds_nothing_in_what_ships() => Assert.Empty(SolutionVerifier.Verify(Repository.Solutions(), Repository.Definition()));

    [Fact]
    public void The_core_has_thirty_two_tables_with_their_alternate_key_and_nine_gates_without()
    {
        Catalogue catalogue = Repository.Catalogue();
        Assert.Equal(41, catalogue.Tables.Count);
        TableSource[] gates = [.. catalogue.Tables.Where(table => table.SchemaName.EndsWith("Gate", System.StringComparison.Ordinal))];
        Assert.Equal(9, gates.Length);
        Assert.All(gates, gate => Assert.False(gate.IsUserOwned));
        Assert.All(
            catalogue.Tables.Except(gates),
            table => Assert.Equal(["pint_key"], table.Entity.Element.Descendants("AttributeName").Select(name => name.Value))
        );
    }

    [Fact]
    public void A_finding_names_file_element_and_what_to_do()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/Other/Solution.xml", "<Managed>0</Managed>", "<Managed>2</Managed>");
        Finding finding = Assert.Single(copy.Verify());
        Assert.Equal(
            "Other/Solution.xml, Managed: The value is '2'. Source that is written by hand is packed unmanaged; write 0.",
            finding.ToString()
        );
    }

    [Fact]
    public void A_file_that_is_no_xml_is_named_and_nothing_else_is_asked()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/Roles/PowerIntegration Flow Connection.xml", "</Role>", "</Rolle>");
        Finding finding = Assert.Single(copy.Verify());
        Assert.Equal("Roles/PowerIntegration Flow Connection.xml", finding.File);
        Assert.Contains("not well-formed XML", finding.Sentence, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_json_is_named()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/flows/Workflows/PI-Intake*.json", "{", "[");
        Assert.Contains("not valid JSON", Assert.Single(copy.Verify()).Sentence, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("solution/core/Other/Solution.xml")]
    [InlineData("solution/flows/Other/Customizations.xml")]
    [InlineData("connector/definition/icon.png")]
    [InlineData("connector/definition/apiProperties.json")]
    public void A_file_that_must_exist_is_missed(string file)
    {
        using SourceCopy copy = new();
        copy.Delete(file);
        Assert.Contains(copy.Verify(), finding => finding.Sentence.StartsWith("It is missing", System.StringComparison.Ordinal));
    }
}
