using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Drift;
using PowerIntegration.Plugins.Tests.Duties;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Drift;

/// <summary>A controller who did not import a release accepts it by its published hash.</summary>
public sealed class AcceptReleaseTests
{
    private readonly InstalledRelease release = new();

    public AcceptReleaseTests() => Site.Give(Site.Dana, ShippedRole.Controller.Id);

    private Site Site => release.Site;

    [Fact]
    public void Without_a_hash_it_shows_the_assembly_and_records_nothing()
    {
        var answer = Accept(null);

        Assert.Equal(
            ("Shown", "1.0.0.0", InstalledRelease.Hash, ""),
            (answer["State"], answer["AssemblyVersion"], answer["AssemblyHash"], answer["ReasonCode"])
        );
        Assert.Empty(Site.Dataverse.Written);
    }

    [Fact]
    public void With_the_published_hash_it_records_who_accepted_what_and_when()
    {
        Assert.Equal(("Accepted", "The plug-in assembly (version 1.0.0.0) was accepted by Dana Kowalski."), Told(Accept(InstalledRelease.Hash)));

        var row = Assert.Single(Site.Dataverse.Written);
        Assert.Equal("RELEASE|20251104T150000Z", row[ReleaseTable.Key]);
        Assert.Equal(InstalledRelease.Hash, row[ReleaseTable.AssemblyHash]);
        Assert.Equal("1.0.0.0", row[ReleaseTable.AssemblyVersion]);
        Assert.Equal("Dana Kowalski", row[ReleaseTable.AcceptedBy]);
        Assert.Equal(Site.Dana.ToString("D"), row[ReleaseTable.AcceptedById]);
        Assert.Equal(Site.Now, row[ReleaseTable.AcceptedOn]);
    }

    [Fact]
    public void Another_hash_is_refused() => Refused("is not the release that was published", "version-changed", Accept("bb22"));

    [Fact]
    public void Who_imported_it_is_refused()
    {
        release.Row("pluginassembly", release.Assembly)["modifiedby"] = new EntityReference("systemuser", Site.Dana);

        Refused("Dana Kowalski imported this release", "second-person-required", Accept(InstalledRelease.Hash));
    }

    [Fact]
    public void A_system_administrator_who_is_no_controller_is_refused()
    {
        Site.Caller = Site.Luis;
        Site.Give(Site.Luis, Site.OtherRole("System Administrator"));

        Refused("Luis Ortega does not have the role PowerIntegration Controller.", "second-person-required", Accept(InstalledRelease.Hash));
    }

    [Fact]
    public void An_application_is_refused()
    {
        Site.Application = Site.Gateway;

        Assert.Contains(
            "Only a person can decide this.",
            Assert.Throws<InvalidPluginExecutionException>(() => Accept(InstalledRelease.Hash)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused()
    {
        release.Row("pluginassembly", release.Assembly)["content"] = null;

        Refused("cannot be read in this environment", "input-unusable", Accept(null));
    }

    [Fact]
    public void An_accepted_release_is_neither_entered_nor_changed_nor_deleted_by_a_save()
    {
        Accept(InstalledRelease.Hash);
        var row = Site.Dataverse.All(ReleaseTable.LogicalName)[^1];

        Assert.StartsWith(
            "An accepted release cannot be entered.",
            Assert
                .Throws<InvalidPluginExecutionException>(() =>
                    Site.Dataverse.Create(new Entity(ReleaseTable.LogicalName) { [ReleaseTable.Key] = "R" })
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "An accepted release cannot be changed or deleted.",
            Assert
                .Throws<InvalidPluginExecutionException>(() =>
                    Site.Dataverse.Update(new Entity(ReleaseTable.LogicalName, row.Id) { [ReleaseTable.AssemblyHash] = "bb22" })
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidPluginExecutionException>(() => Site.Dataverse.Delete(ReleaseTable.LogicalName, row.Id));
    }

    private ParameterCollection Accept(string? hash) => Site.Call(new AcceptRelease(), "pint_AcceptRelease", ("AssemblyHash", hash));

    private static (object State, object Message) Told(ParameterCollection answer) => (answer["State"], answer["Message"]);

    private void Refused(string words, string code, ParameterCollection answer)
    {
        Assert.Equal("Refused", answer["State"]);
        Assert.Contains(words, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(code, answer["ReasonCode"]);
        Assert.Empty(Site.Dataverse.Written);
    }
}
