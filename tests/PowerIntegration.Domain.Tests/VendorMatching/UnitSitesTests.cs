using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.VendorMatching;
using Xunit;
using static PowerIntegration.Domain.Tests.VendorMatching.Matching;

namespace PowerIntegration.Domain.Tests.VendorMatching;

public sealed class UnitSitesTests
{
    private static readonly CalendarDate Past = new(2026, 9, 29);

    public static TheoryData<string, string> Unusable =>
        new()
        {
            { "purchasing", "has no purchasing purpose" },
            { "pay", "has no pay purpose" },
            { "both", "has no purchasing and no pay purpose" },
            { "ended", "is inactive since 2026-09-29" },
            { "unassigned", "is not assigned" },
            { "assignment", "has an assignment that ended" },
        };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_site_needs_both_purposes_and_an_active_assignment(string fault, string words)
    {
        var site = fault switch
        {
            "purchasing" => Site() with { IsPurchasing = false },
            "pay" => Site() with { IsPay = false },
            "both" => Site() with { IsPurchasing = false, IsPay = false },
            "ended" => Site() with { InactiveDate = Past },
            "unassigned" => Site() with { Assignments = [] },
            _ => Site("T1", "S1", new SiteAssignment(Unit, Past)),
        };
        var match = Match(site);
        Assert.Equal("Linked S1: NoUsableSite", match.Short());
        Assert.False(match.TakesNewDocuments);
        var unit = Assert.Single(match.Sites);
        Assert.Null(unit.Site);
        Assert.Contains(words, unit.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_in_the_future_and_today_do_not_count()
    {
        var site = Site("T1", "S1", new SiteAssignment(Unit, Day), new SiteAssignment("US West BU", Past)) with { InactiveDate = Day };
        var match = Match(site);
        Assert.Equal([(Unit, "T1"), ("US West BU", null)], match.Sites.Select(unit => (unit.BusinessUnit, unit.Site?.Key)));
        Assert.True(match.TakesNewDocuments);
    }

    [Fact]
    public void The_procurement_unit_makes_no_difference() =>
        Assert.Equal("T1", Match(Site() with { ProcurementUnit = "Shared Services BU" }).Sites.Single(unit => unit.BusinessUnit == Unit).Site!.Key);

    [Fact]
    public void Of_several_the_one_at_the_address_of_the_vendor_or_none()
    {
        var there = Site("T2") with { Address = Tampa };
        Assert.Equal("T2", Assert.Single(Match(Site() with { Address = Boston }, there).Sites).Site!.Key);
        var open = Match(Site(), Site("T2"));
        Assert.Null(Assert.Single(open.Sites).Site);
        Assert.Contains("SITE T1 and SITE T2", open.Sites[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("Linked S1", open.Short());
        Assert.Null(Assert.Single(Match(there, Site("T3") with { Address = Tampa }).Sites).Site);
    }

    [Fact]
    public void A_supplier_without_sites_takes_no_new_documents() => Assert.Equal("Linked S1: NoUsableSite", Match().Short());

    private static VendorMatch Match(params SupplierSite[] sites) => All([Vendor(stored: "S1")], [Supplier()], sites).Single();
}
