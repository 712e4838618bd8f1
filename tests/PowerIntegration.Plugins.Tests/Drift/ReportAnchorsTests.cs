using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Plugins.Drift;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Drift;

/// <summary>What the gateway found when it compared the rows with its chain.</summary>
public sealed class ReportAnchorsTests
{
    private static readonly Difference Changed = new("Preparation 1 has another hash.", "Find out who changed it.");
    private static readonly Difference Gone = new("Preparation 2 does not exist any more.", "Restore it.");
    private readonly Site site = new();

    [Fact]
    public void Each_difference_is_one_finding_to_the_controller_and_closes_when_it_is_no_longer_reported()
    {
        Assert.Equal(2, Report(Changed, Gone)["Count"]);

        Assert.Equal(2, Unclosed().Count);
        Assert.All(
            Unclosed(),
            finding => Assert.Equal(OwnerRoleChoice.Controller, finding.GetAttributeValue<OptionSetValue>(FindingTable.OwnerRole).Value)
        );
        Assert.Equal(["Find out who changed it.", "Restore it."], Unclosed().Select(finding => (string)finding[FindingTable.NextStep]));

        Report(Gone);
        Assert.Equal(Gone.Sentence, Assert.Single(Unclosed())[FindingTable.Sentence]);
        Assert.Equal(0, Report()["Count"]);
        Assert.Empty(Unclosed());
    }

    [Fact]
    public void Only_the_registered_gateway_reports()
    {
        site.Application = new Guid("9a7e0000-0000-4000-8000-000000000099");
        Assert.Contains("gateway", Assert.Throws<InvalidPluginExecutionException>(() => Report(Gone)).Message, StringComparison.OrdinalIgnoreCase);
        site.Application = Guid.Empty;
        Assert.Throws<InvalidPluginExecutionException>(() => Report(Gone));
        Assert.Empty(Unclosed());
    }

    [Fact]
    public void A_text_that_is_not_a_list_of_differences_is_refused_and_closes_nothing()
    {
        Report(Gone);

        Assert.Contains("(input-unusable)", Assert.Throws<InvalidPluginExecutionException>(() => Report("{}")).Message, StringComparison.Ordinal);
        Assert.Single(Unclosed());
    }

    private ParameterCollection Report(params Difference[] differences) => Report(DifferencesText.Write(differences));

    private ParameterCollection Report(string differences) =>
        site.Call(new ReportAnchors(), "pint_ReportAnchors", ("EnvironmentId", site.Environment), ("Differences", differences));

    private List<Entity> Unclosed() =>
        [
            .. site
                .Dataverse.All(FindingTable.LogicalName)
                .Where(row => (string)row[FindingTable.Kind] == "anchor-differs" && InstalledRelease.State(row) != FindingStateChoice.Closed),
        ];
}
