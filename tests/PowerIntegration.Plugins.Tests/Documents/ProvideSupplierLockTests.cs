using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Documents;

public sealed class ProvideSupplierLockTests
{
    private readonly Site site = new();

    [Fact]
    public void All_vendor_links_of_a_supplier_have_one_lock_and_another_supplier_has_its_own()
    {
        var first = Provided("1012", site.Environment);
        Assert.Equal(first, Provided(" 1012 ", site.Environment));
        Assert.NotEqual(first, Provided("1013", site.Environment));
        Assert.NotEqual(first, Provided("1012", Guid.AllBitsSet));
        Assert.Equal(0, new RowView(site.Dataverse.Row(LockTable.LogicalName, first!.Value)).WholeNumber(LockTable.Counter));
        Assert.Null(Provided(null, site.Environment));
    }

    [Fact]
    public void A_draft_whose_supplier_changes_gets_the_lock_of_the_new_one()
    {
        var id = site.Dataverse.Create(
            new Entity(VendorLinkTable.LogicalName)
            {
                [VendorLinkTable.Key] = "LAKESHORE|1|VENDOR|35",
                [VendorLinkTable.VendorNumber] = "1012",
                [VendorLinkTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, site.Environment),
            }
        );
        var change = new Entity(VendorLinkTable.LogicalName, id) { [VendorLinkTable.VendorNumber] = "1013" };

        Step("Update", change);

        Assert.Equal(Provided("1013", site.Environment), change.GetAttributeValue<EntityReference>(VendorLinkTable.LockId).Id);
    }

    [Fact]
    public void No_one_chooses_the_lock()
    {
        var change = new Entity(VendorLinkTable.LogicalName, Guid.AllBitsSet)
        {
            [VendorLinkTable.LockId] = new EntityReference(LockTable.LogicalName, Guid.AllBitsSet),
        };
        var refused = Assert.Throws<InvalidPluginExecutionException>(() => Step("Update", change));
        Assert.Contains("cannot be changed", refused.Message, StringComparison.Ordinal);
        var created = Link("1012", site.Environment);
        created[VendorLinkTable.LockId] = new EntityReference(LockTable.LogicalName, Guid.AllBitsSet);
        Step("Create", created);
        Assert.NotEqual(Guid.AllBitsSet, created.GetAttributeValue<EntityReference>(VendorLinkTable.LockId).Id);
    }

    private Guid? Provided(string? number, Guid environment)
    {
        var link = Link(number, environment);
        Step("Create", link);
        return link.GetAttributeValue<EntityReference>(VendorLinkTable.LockId)?.Id;
    }

    private void Step(string message, Entity target) =>
        new ProvideSupplierLock().Execute(new FakeServices(FakeContext.OfStep(message, target, null, null, site.Dana), site.Dataverse));

    private static Entity Link(string? number, Guid environment) =>
        new(VendorLinkTable.LogicalName)
        {
            [VendorLinkTable.VendorNumber] = number,
            [VendorLinkTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, environment),
        };
}
