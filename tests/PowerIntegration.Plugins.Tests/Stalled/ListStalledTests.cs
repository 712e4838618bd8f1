using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Stalled;
using PowerIntegration.Plugins.Tests.Approvals;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Stalled;

/// <summary>What the gateway writes on a project each day makes no waiting document be tried again; another version of the project does.</summary>
public sealed class ListStalledTests
{
    [Fact]
    public void The_daily_reading_of_workflows_is_no_cause_and_another_version_of_the_project_is()
    {
        var teams = new TeamsSite();
        var site = teams.Site;
        var document = site.AddDocument(TeamsSite.First);
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.DocumentState, new OptionSetValue(DocumentStateChoice.Refused));
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.ReasonCode, "cost-code-unmapped");
        teams.Set(DocumentTable.LogicalName, document, "modifiedon", site.Now.AddHours(-5));
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.Attempts, 7);
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.NextTryOn, site.Now.AddHours(5));

        teams.Set(ProjectTable.LogicalName, site.Project, "modifiedon", site.Now.AddMinutes(-1));
        teams.Set(ProjectTable.LogicalName, site.Project, ProjectTable.ActivatedOn, site.Now.AddDays(-30));
        Assert.Equal("[]", Listed());

        teams.Set(ProjectTable.LogicalName, site.Project, ProjectTable.ActivatedOn, site.Now.AddMinutes(-1));
        Assert.Equal($"[\"{document:D}\"]", Listed());

        string Listed() => (string)site.Call(new ListStalled(), "pint_ListStalled")["DocumentsToPrepare"];
    }
}
