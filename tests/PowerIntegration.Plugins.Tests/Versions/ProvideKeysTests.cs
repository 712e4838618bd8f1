using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>Keys of versions are made from what the rows are about; nobody types one.</summary>
public sealed class ProvideKeysTests
{
    private readonly Site site = new();
    private readonly Drafts drafts;

    public ProvideKeysTests() => drafts = new Drafts(site);

    [Fact]
    public void A_record_of_procore_has_its_id_in_the_key_and_each_version_a_number()
    {
        var row = Row(ProjectTable.LogicalName, (ProjectTable.EnvironmentId, Environment), (ProjectTable.ProcoreId, "777"));
        Assert.Equal("LAKESHORE|1|PROCORE|PROJECT|777", Entered(row));
        Assert.Equal("LAKESHORE|1|PROCORE|PROJECT|777|V2", Entered(row));
        Assert.Equal("LAKESHORE|1|PROCORE|PROJECT|777|V3", Entered(row));
    }

    [Fact]
    public void A_mapping_rule_has_its_project_and_codes_and_a_star_is_any()
    {
        var project = site.Dataverse.All(ProjectTable.LogicalName)[0];
        project[ProjectTable.EnvironmentId] = Environment;
        project[ProjectTable.ProcoreId] = "4711";
        var row = Row(
            WbsMappingRuleTable.LogicalName,
            (WbsMappingRuleTable.ProjectId, project.ToEntityReference()),
            (WbsMappingRuleTable.TaskSegmentCode, "*"),
            (WbsMappingRuleTable.CostCode, "07-840.10 a"),
            (WbsMappingRuleTable.CostType, "SUB")
        );
        Assert.Equal("LAKESHORE|1|MAPPING|4711|ANY|07-840-10-A|SUB", Entered(row));
    }

    [Fact]
    public void Terms_have_the_commitment_and_rules_of_law_have_no_environment()
    {
        var commitment = site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment);
        commitment[CommitmentTable.EnvironmentId] = Environment;
        var terms = Row(CommitmentTermsTable.LogicalName, (CommitmentTermsTable.CommitmentId, commitment.ToEntityReference()));
        Assert.StartsWith(
            "LAKESHORE|1|TERMS|" + commitment.GetAttributeValue<string>(CommitmentTable.ProcoreId),
            Entered(terms),
            StringComparison.Ordinal
        );
        var law = Row(
            JurisdictionRuleTable.LogicalName,
            (JurisdictionRuleTable.Jurisdiction, "US-NV"),
            (JurisdictionRuleTable.ProjectSector, new OptionSetValue(ProjectSectorChoice.Private)),
            (JurisdictionRuleTable.JurisdictionRuleKind, new OptionSetValue(JurisdictionRuleKindChoice.PaymentDays))
        );
        Assert.Equal("ALL|JURISDICTION|US-NV|PRIVATE|PAYMENT-DAYS", Entered(law));
    }

    [Fact]
    public void An_environment_has_its_name()
    {
        Assert.Equal("NORTH-SHORE-TEST", Entered(Row(EnvironmentTable.LogicalName, (EnvironmentTable.Name, "North Shore (test)"))));
    }

    [Fact]
    public void A_key_that_is_given_is_kept_where_it_belongs_to_the_record()
    {
        var row = Row(
            ProjectTable.LogicalName,
            (ProjectTable.EnvironmentId, Environment),
            (ProjectTable.ProcoreId, "777"),
            (ProjectTable.Key, "LAKESHORE|1|PROCORE|PROJECT|777|COPY")
        );
        Assert.Equal("LAKESHORE|1|PROCORE|PROJECT|777|COPY", Entered(row));
    }

    [Theory]
    [InlineData("LAKESHORE|1|PROCORE|PROJECT|778", "begins with LAKESHORE|1|PROCORE|PROJECT|777")]
    [InlineData("LAKESHORE|1|PROCORE|PROJECT|7777", "begins with LAKESHORE|1|PROCORE|PROJECT|777")]
    [InlineData("OTHER|1|PROCORE|PROJECT|777", "begins with LAKESHORE|1|PROCORE|PROJECT|777")]
    [InlineData("lakeshore", "other characters than A-Z")]
    [InlineData("LAKESHORE", "")]
    public void A_key_of_another_record_is_refused_and_one_that_names_no_record_is_not(string key, string words)
    {
        var row = Row(ProjectTable.LogicalName, (ProjectTable.EnvironmentId, Environment), (ProjectTable.ProcoreId, "777"), (ProjectTable.Key, key));
        if (words.Length == 0)
        {
            Assert.Equal(key, Entered(row));
            return;
        }

        Assert.Contains(words, Drafts.Refused(() => Entered(row)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_key_is_made_of_is_asked_for()
    {
        var project = Row(ProjectTable.LogicalName, (ProjectTable.EnvironmentId, Environment));
        Assert.Contains("Environment or Procore project ID is missing.", Drafts.Refused(() => Entered(project)), StringComparison.Ordinal);
        var rule = Row(WbsMappingRuleTable.LogicalName, (WbsMappingRuleTable.CostCode, "1"));
        Assert.Contains("Project or Environment is missing.", Drafts.Refused(() => Entered(rule)), StringComparison.Ordinal);
    }

    private EntityReference Environment => site.Dataverse.All(EnvironmentTable.LogicalName)[0].ToEntityReference();

    private static Entity Row(string table, params (string Column, object Value)[] columns)
    {
        var row = new Entity(table);
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return row;
    }

    private string? Entered(Entity row)
    {
        var copy = new Entity(row.LogicalName);
        copy.Attributes.AddRange(row.Attributes);
        return drafts.Text(row.LogicalName, drafts.Enter(site.Dana, copy), CommitmentTable.Key);
    }
}
