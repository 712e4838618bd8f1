using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Intake;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Intake;

public sealed class RereadFromCutoverTests
{
    [Fact]
    public void A_changed_cutover_date_lets_the_polls_of_the_project_begin_again_and_no_others()
    {
        var site = new Site();
        var own = Cursor(site, site.Project);
        var other = Cursor(site, new Guid("00000000-0000-0000-0000-000000000099"));
        var change = new Entity(ProjectTable.LogicalName, site.Project) { [ProjectTable.CutoverOn] = new DateTime(2025, 9, 1) };

        new RereadFromCutover().Execute(new FakeServices(FakeContext.OfStep("Update", change, null, null, site.Dana), site.Dataverse));

        var row = site.Dataverse.Row(CursorTable.LogicalName, own);
        Assert.Null(row[CursorTable.Watermark]);
        Assert.Null(row[CursorTable.NextTryOn]);
        Assert.NotNull(site.Dataverse.Row(CursorTable.LogicalName, other)[CursorTable.Watermark]);
    }

    private static Guid Cursor(Site site, Guid project) =>
        site.Add(
            CursorTable.LogicalName,
            (CursorTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
            (CursorTable.Watermark, new DateTime(2025, 11, 4)),
            (CursorTable.Attempts, 3),
            (CursorTable.NextTryOn, new DateTime(2025, 11, 5))
        );
}
