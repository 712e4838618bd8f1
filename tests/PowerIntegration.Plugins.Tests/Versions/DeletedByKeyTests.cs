using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Versions;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

public sealed class DeletedByKeyTests
{
    private readonly Site site = new();

    [Theory]
    [InlineData(RuleStateChoice.Draft, true)]
    [InlineData(RuleStateChoice.Active, false)]
    public void Terms_that_are_deleted_by_their_key_are_protected_like_those_that_are_deleted_by_id(int state, bool isAllowed)
    {
        var row = site.Dataverse.All(CommitmentTermsTable.LogicalName)[0];
        row[CommitmentTermsTable.RuleState] = new OptionSetValue(state);
        var context = FakeContext.OfStep("Delete", new Entity(row.LogicalName), null, null, site.Dana);
        var key = row.GetAttributeValue<string>(CommitmentTermsTable.Key);
        context.InputParameters["Target"] = new EntityReference(row.LogicalName, CommitmentTermsTable.Key, key);

        var failure = Record.Exception(() => new ProtectVersions().Execute(new FakeServices(context, site.Dataverse)));

        Assert.Equal(isAllowed, failure is null);
        Assert.Equal(!isAllowed, failure is InvalidPluginExecutionException refused && refused.Message.Contains(key, StringComparison.Ordinal));
    }
}
