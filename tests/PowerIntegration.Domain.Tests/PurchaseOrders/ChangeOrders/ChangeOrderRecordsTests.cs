using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.ChangeOrders;

public sealed class ChangeOrderRecordsTests
{
    [Fact]
    public void A_package_and_its_hidden_twin_are_one_change_order()
    {
        var package = Record(ChangeOrderRecordKind.Package, "P1");
        var twin = Record(ChangeOrderRecordKind.Potential, "T1", An.Added("a", 3_200m)) with { PackageId = "P1" };
        twin = twin with { Content = twin.Content with { Status = ChangeOrderStatus.Draft } };

        var only = Assert.Single(ChangeOrderRecords.Combine([package, twin]));
        Assert.Equal(("P1", ChangeOrderStatus.Approved, 3_200m), (only.RecordId, only.Status, only.Lines.Sum(line => line.Amount)));
    }

    [Fact]
    public void The_newer_record_of_a_package_counts_once_and_keeps_its_links()
    {
        var package = Record(ChangeOrderRecordKind.Package, "P1", An.Added("a", 3_200m));
        var twin = Record(ChangeOrderRecordKind.Potential, "T1", An.Added("a", 3_200m)) with { PackageId = "P1" };
        var newer = Record(ChangeOrderRecordKind.CommitmentChangeOrder, "C1", An.Changing("a", "L1", 3_200m)) with { PackageId = "P1" };

        var only = Assert.Single(ChangeOrderRecords.Combine([package, twin, newer]));
        Assert.Equal("L1", Assert.Single(only.Lines).CommitmentLineId);
    }

    [Fact]
    public void Three_tiers_gather_lines_through_requests()
    {
        var records = new[]
        {
            Record(ChangeOrderRecordKind.Package, "P1"),
            Record(ChangeOrderRecordKind.Request, "R1") with
            {
                PackageId = "P1",
            },
            Record(ChangeOrderRecordKind.Request, "R2"),
            Record(ChangeOrderRecordKind.Potential, "T1", An.Added("a", 1m)) with
            {
                RequestId = "R1",
            },
            Record(ChangeOrderRecordKind.Potential, "T2", An.Added("b", 2m)) with
            {
                RequestId = "R1",
            },
            Record(ChangeOrderRecordKind.Potential, "T3", An.Added("c", 4m)) with
            {
                RequestId = "R2",
            },
        };
        Assert.Equal(["a", "b"], Assert.Single(ChangeOrderRecords.Combine(records)).Lines.Select(line => line.LineId));
    }

    [Theory]
    [InlineData("Approved as noted", ChangeOrderStatus.Approved)]
    [InlineData("approved", ChangeOrderStatus.Approved)]
    [InlineData("pending_billable", ChangeOrderStatus.PendingBillable)]
    public void A_status_that_a_company_named_counts_as_what_it_is_mapped_to(string name, ChangeOrderStatus expected)
    {
        var mapped = new Dictionary<string, string> { ["Approved as noted"] = "approved" };
        Assert.True(ChangeOrderStatuses.TryRead(name, mapped, out var status));
        Assert.Equal(expected, status);
        Assert.False(ChangeOrderStatuses.TryRead("On its way", mapped, out _));
    }

    private static ChangeOrderRecord Record(ChangeOrderRecordKind kind, string id, params ChangeOrderLine[] lines) =>
        new(kind, An.ChangeOrder(lines) with { RecordId = id });
}
