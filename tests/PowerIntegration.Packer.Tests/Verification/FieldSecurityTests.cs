using System.Xml.Linq;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Field security profiles: one that is in order, and each row with one fault in it.</summary>
public sealed class FieldSecurityTests
{
    private const string File = "Other/FieldSecurityProfiles.xml";
    private const string Table = "Entities/pint_Cursor/Entity.xml";

    private const string Profiles = """
        <FieldSecurityProfiles>
          <FieldSecurityProfile name="Poll" fieldsecurityprofileid="{6f0f6f4b-7c1e-5c53-9d0a-3b5f4a1f7c00}">
            <FieldPermissions>
              <FieldPermission>
                <EntityName>pint_cursor</EntityName>
                <AttributeName>pint_watermark</AttributeName>
                <CanRead>4</CanRead>
                <CanUpdate>0</CanUpdate>
                <CanCreate>0</CanCreate>
              </FieldPermission>
            </FieldPermissions>
          </FieldSecurityProfile>
        </FieldSecurityProfiles>
        """;

    [Fact]
    public void A_profile_is_in_order_where_only_the_manifest_and_the_lookups_of_the_table_are_missing()
    {
        using SmallSolution solution = Secured();
        Assert.All(
            solution.With(File, Profiles).Findings(),
            finding => Assert.Matches("RootComponent|The lookup has 0 relationships", finding.Sentence)
        );
    }

    [Theory]
    [InlineData("pint_cursor<", "pint_cursors<", "The table pint_cursors has no column pint_watermark")]
    [InlineData("pint_watermark", "pint_mark", "The table pint_cursor has no column pint_mark")]
    [InlineData("pint_watermark", "pint_readon", "The column pint_readon of pint_cursor is not secured")]
    [InlineData("<CanRead>4", "<CanRead>1", "Write 0 or 4")]
    [InlineData("<CanUpdate>0", "<CanUpdate>yes", "Write 0 or 4")]
    [InlineData("<CanCreate>0</CanCreate>", "", "CanCreate is missing")]
    [InlineData("FieldPermissions>", "FieldPermission>", "is not supported here")]
    [InlineData("<FieldSecurityProfile name=\"Poll\"", "<FieldSecurityProfile Name=\"Poll\"", "Name it name.")]
    [InlineData("{6f0f6f4b", "6f0f6f4b", "a GUID in braces")]
    [InlineData("FieldSecurityProfiles>", "FieldSecurity>", "Name it FieldSecurityProfiles.")]
    public void A_fault_in_a_profile(string text, string replacement, string words)
    {
        using SmallSolution solution = Secured();
        solution.With(File, Profiles.Replace(text, replacement, StringComparison.Ordinal)).Finds(File, words);
    }

    [Fact]
    public void A_column_that_a_profile_names_twice()
    {
        using SmallSolution solution = Secured();
        XElement profiles = XElement.Parse(Profiles);
        XElement permission = profiles.Descendants("FieldPermission").Single();
        permission.AddAfterSelf(new XElement(permission));
        solution.With(File, profiles.ToString()).Finds(File, "names the column twice");
    }

    [Fact]
    public void A_profile_that_the_manifest_does_not_list()
    {
        using SmallSolution solution = Secured();
        solution.With(File, Profiles).Finds("Other/Solution.xml", "The field security profile 70 {6f0f6f4b");
    }

    [Fact]
    public void A_secured_column_without_a_profile()
    {
        using SmallSolution solution = Secured();
        solution.Finds(Table, "no field security profile lets anyone read it");
    }

    private static SmallSolution Secured()
    {
        XElement table = XElement.Load(Path.Combine(Repository.Root, "solution/core", Table));
        table
            .Descendants("attribute")
            .Single(column => (string?)column.Attribute("PhysicalName") == "pint_Watermark")
            .SetElementValue("IsSecured", "1");
        return new SmallSolution().With(Table, table.ToString());
    }
}
