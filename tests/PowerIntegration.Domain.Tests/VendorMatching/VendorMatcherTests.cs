using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.VendorMatching;
using Xunit;
using static PowerIntegration.Domain.Tests.VendorMatching.Matching;

namespace PowerIntegration.Domain.Tests.VendorMatching;

/// <summary>What links by itself, and what keeps it from linking.</summary>
public sealed class VendorMatcherTests
{
    private const string Tax = "59-1234560";
    private const string OtherTax = "36-7654310";

    private static readonly CalendarDate Past = new(2026, 5, 31);

    private static readonly PartyAddress Toronto = new()
    {
        Street = "1 King St",
        PostalCode = "M5V 2T6",
        Country = "CA",
    };

    [Fact]
    public void A_tax_id_links_whatever_the_name()
    {
        var match = Of(Vendor(tax: "591234560"), Supplier(tax: Tax, name: "Delta Steel Inc", at: Boston));
        Assert.Equal("Linked S1", match.Short());
        Assert.Equal(LinkEvidence.TaxId, match.Evidence);
        Assert.True(match.TakesNewDocuments);
        Assert.Equal("Linked S1: NamesDiffer", Of(Vendor(tax: Tax), Supplier(tax: Tax, name: "Kowalski Holdings", at: Boston)).Short());
    }

    [Fact]
    public void A_number_links_without_case_and_with_its_zeros()
    {
        var match = Of(Vendor(number: " sup-4711 "), Supplier(number: "SUP-4711"));
        Assert.Equal("Linked S1", match.Short());
        Assert.Equal(LinkEvidence.SupplierNumber, match.Evidence);
        Assert.Equal("Linked S2", Of(Vendor(number: "0004711"), Supplier(number: "4711"), Supplier("S2", number: "0004711")).Short());
        Assert.Equal("Proposed S1", Of(Vendor(number: "0004711"), Supplier(number: "4711")).Short());
    }

    [Fact]
    public void A_name_never_links()
    {
        var match = Of(Vendor("THE DELTA STEEL, INC."), Supplier("S2", at: Boston), Supplier());
        Assert.Equal("Proposed S1 S2", match.Short());
        Assert.Equal([ProposalEvidence.SameNameAndPostalCode, ProposalEvidence.SameName], match.Proposals.Select(proposal => proposal.Evidence));
        Assert.Contains("name and the postal code", match.Proposals[0].Sentence, StringComparison.Ordinal);
        Assert.Empty(match.Sites);
        Assert.Null(match.Evidence);
    }

    [Fact]
    public void A_stored_link_holds_against_a_tax_id()
    {
        var match = Of(Vendor(tax: Tax, stored: "S2"), Supplier(tax: Tax), Supplier("S2", "Kowalski", OtherTax));
        Assert.Equal("Linked S2: StoredAgainstTaxId", match.Short());
        Assert.Equal(LinkEvidence.StoredLink, match.Evidence);
    }

    [Fact]
    public void A_stored_link_to_nothing_is_named_and_a_tax_id_only_proposes()
    {
        var match = Of(Vendor(tax: Tax, stored: "S9"), Supplier(tax: Tax));
        Assert.Equal("Proposed S1: StoredSupplierMissing", match.Short());
        Assert.Contains("S9", match.Notes[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_supplier_leads_to_its_survivor_over_several_steps()
    {
        var suppliers = new[]
        {
            Supplier("S1", tax: Tax, number: "100", mergedInto: "S2", inactive: Past),
            Supplier("S2", mergedInto: "S3", inactive: Past),
            Supplier("S3", "Delta Group", OtherTax),
        };
        foreach (var vendor in new[] { Vendor(tax: Tax), Vendor(number: "100"), Vendor(stored: "S1") })
        {
            var match = Of(vendor, suppliers);
            Assert.Equal("Linked S3: MergedSupplier", match.Short());
            Assert.Contains("was merged into Delta Group (N-S3)", match.Notes[0].Sentence, StringComparison.Ordinal);
            Assert.Equal(["T-S3"], match.Sites.Select(site => site.Site!.Key));
        }
    }

    [Fact]
    public void Merges_that_lead_nowhere_link_nothing()
    {
        Assert.Equal("Unmatched: MergeUnusable", Of(Vendor(tax: Tax), Supplier(tax: Tax, mergedInto: "S9")).Short());
        Assert.Equal(
            "Unmatched: MergeUnusable MergeUnusable",
            Of(Vendor(tax: Tax), Supplier(tax: Tax, mergedInto: "S2"), Supplier("S2", tax: Tax, mergedInto: "S1")).Short()
        );
        Assert.Equal("Unmatched: MergeUnusable", Of(Vendor(stored: "S1"), Supplier(mergedInto: "S1")).Short());
    }

    [Fact]
    public void An_inactive_supplier_is_not_linked_and_an_active_one_with_its_tax_id_is()
    {
        var match = Of(Vendor(tax: Tax), Supplier(tax: Tax, inactive: Past));
        Assert.Equal("Unmatched: InactiveSupplier", match.Short());
        Assert.Contains("Delta Steel LLC (N-S1) is inactive since 2026-05-31", match.Notes[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("Unmatched: InactiveSupplier", Of(Vendor(number: "N-S1"), Supplier(inactive: Past)).Short());
        Assert.Equal("Linked S2", Of(Vendor(tax: Tax), Supplier(tax: Tax, inactive: Past), Supplier("S2", tax: Tax)).Short());
        Assert.Equal("Linked S1", Of(Vendor(tax: Tax), Supplier(tax: Tax, inactive: new CalendarDate(2027, 1, 31))).Short());
    }

    // The open commitment of a supplier that ends: new documents are refused from the day after.
    [Fact]
    public void A_linked_supplier_that_ends_takes_no_new_documents_from_the_day_after()
    {
        SupplierRecord[] suppliers = [Supplier(inactive: Past)];
        var last = All([Vendor(stored: "S1")], suppliers, day: Past).Single();
        var next = All([Vendor(stored: "S1")], suppliers, day: Past.AddDays(1)).Single();
        Assert.Equal(("Linked S1", true), (last.Short(), last.TakesNewDocuments));
        Assert.Equal(("Linked S1: InactiveSupplier", false), (next.Short(), next.TakesNewDocuments));
    }

    [Fact]
    public void Two_suppliers_with_one_tax_id_are_both_named_unless_the_number_decides()
    {
        var suppliers = new[] { Supplier(tax: Tax, name: "Delta Steel - Tampa"), Supplier("S2", "Delta Steel - Boston", Tax, at: Boston) };
        var match = Of(Vendor(tax: Tax, at: Boston), suppliers);
        Assert.Equal("Proposed S2 S1: SuppliersShareId", match.Short());
        Assert.Contains("Delta Steel - Tampa (N-S1) and Delta Steel - Boston (N-S2)", match.Notes[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("Linked S2", Of(Vendor(tax: Tax, number: "N-S2"), suppliers).Short());
        Assert.Equal("Proposed S1 S2: SuppliersShareId", Of(Vendor(number: "7"), Supplier(number: "7"), Supplier("S2", number: "7")).Short());
    }

    // "Delta Steel LLC" and "DELTA STEEL" with one EIN: one supplier, both linked, with a warning that names both.
    [Fact]
    public void Two_vendors_with_one_tax_id_are_both_linked_and_name_each_other()
    {
        var matches = All([Vendor(tax: Tax), Vendor("DELTA STEEL", "591234560", key: "V2", at: Boston)], [Supplier(tax: Tax)]);
        Assert.All(matches, match => Assert.Equal("Linked S1: VendorsShareTaxId", match.Short()));
        Assert.Contains("DELTA STEEL (V2)", matches[0].Notes[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("Delta Steel LLC (V1)", matches[1].Notes[0].Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("591234560", matches[0].Notes[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_vendors_that_reach_a_supplier_on_different_ways_are_named_too()
    {
        var matches = All([Vendor(tax: Tax), Vendor(number: "N-S1", key: "V2")], [Supplier(tax: Tax)]);
        Assert.All(matches, match => Assert.Equal("Linked S1: VendorsShareSupplier", match.Short()));
    }

    [Fact]
    public void A_tax_id_of_vendors_with_unlike_names_links_none()
    {
        string[] names = ["Delta Steel", "Kowalski Paving", "Tran Electric", "Salazar Roofing"];
        var vendors = names.Select((name, index) => Vendor(name, Tax, key: $"V{index}")).ToList();
        Assert.All(All(vendors, [Supplier(tax: Tax)]), match => Assert.Equal("Proposed S1: EvidenceContradicts VendorsShareTaxId", match.Short()));
        Assert.All(All([.. vendors.Take(3)], [Supplier(tax: Tax)]), match => Assert.Equal(MatchState.Linked, match.State));
    }

    // A vendor without tax ID whose commitment is approved: a request, and nothing else.
    [Fact]
    public void A_vendor_without_tax_id_that_is_nowhere_gets_a_request()
    {
        var match = Of(Vendor("Salazar Roofing"), Supplier(tax: Tax));
        Assert.Equal("Unmatched: SupplierRequest", match.Short());
        Assert.Contains("Salazar Roofing (V1)", match.Notes[0].Sentence, StringComparison.Ordinal);
        Assert.False(match.TakesNewDocuments);
    }

    // A vendor from abroad without EIN that has the name of a domestic one.
    [Fact]
    public void A_foreign_vendor_without_tax_id_is_never_linked_and_its_namesake_is_named()
    {
        var match = Of(Vendor(at: Toronto), Supplier(tax: Tax));
        Assert.Equal("Unmatched: ForeignWithoutTaxId SupplierRequest", match.Short());
        Assert.Contains("Delta Steel LLC (N-S1) has its name, but is in US", match.Notes[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("Proposed S2: ForeignWithoutTaxId", Of(Vendor(at: Toronto), Supplier(tax: Tax), Supplier("S2", at: Toronto)).Short());
        Assert.Equal("Proposed S1: EvidenceContradicts ForeignWithoutTaxId", Of(Vendor(number: "N-S1", at: Toronto), Supplier(tax: Tax)).Short());
    }

    [Fact]
    public void Digits_of_another_country_are_another_tax_id()
    {
        Assert.Equal("Unmatched: SupplierRequest", Of(Vendor("Nord", "591234560", at: Toronto), Supplier(tax: Tax)).Short());
        Assert.Equal("Linked S1", Of(Vendor(tax: "591234560", at: Toronto), Supplier(tax: "59123 4560", at: Toronto)).Short());
    }

    [Fact]
    public void An_ein_of_a_vendor_abroad_links_to_a_supplier_there_alone()
    {
        var supplier = new SupplierRecord
        {
            Key = "S1",
            Number = "1",
            Name = "Nord",
            TaxId = Tax,
            TaxCountry = "US",
            Address = Toronto,
        };
        Assert.Equal("Linked S1", Of(Vendor("Nord", Tax, kind: TaxIdKind.Ein, at: Toronto), supplier).Short());
        Assert.Equal(MatchState.Unmatched, Of(Vendor("Nord", Tax, kind: TaxIdKind.Ein, at: Toronto), Supplier(tax: Tax)).State);
    }

    [Theory]
    [InlineData("99-9999999")]
    [InlineData("TBD")]
    public void A_placeholder_links_none_even_if_one_supplier_has_it(string tax)
    {
        Assert.Equal("Unmatched: TaxIdUnusable SupplierRequest", Of(Vendor("Salazar", tax), Supplier(tax: tax)).Short());
        Assert.Equal("Proposed S1: TaxIdUnusable", Of(Vendor(tax: tax), Supplier(tax: tax)).Short());
        Assert.Equal("Linked S1", Of(Vendor(tax: tax, number: "N-S1"), Supplier(tax: Tax)).Short());
    }

    [Fact]
    public void Swapped_digits_propose_and_do_not_link()
    {
        var match = Of(Vendor(tax: "59-1235460"), Supplier("S2"), Supplier(tax: Tax, at: Boston));
        Assert.Equal("Proposed S2 S1", match.Short());
        Assert.Equal(ProposalEvidence.TaxIdSlip, match.Proposals[1].Evidence);
        Assert.Equal("Unmatched: SupplierRequest", Of(Vendor("Salazar", "59-1235460"), Supplier(tax: Tax, at: Boston)).Short());
    }

    [Fact]
    public void Number_against_tax_id_is_decided_by_a_person()
    {
        var suppliers = new[] { Supplier(tax: Tax), Supplier("S2", "Kowalski Paving", OtherTax) };
        Assert.Equal("Proposed S1 S2: EvidenceContradicts", Of(Vendor(tax: Tax, number: "N-S2"), suppliers).Short());
        Assert.Equal("Proposed S2 S1: EvidenceContradicts", Of(Vendor(tax: "11-2233440", number: "N-S2"), suppliers).Short());
        Assert.Equal("Linked S1", Of(Vendor(tax: "59-1235460", number: "N-S1"), suppliers).Short());
    }

    // A number of another system, or one that was given to another company since.
    [Fact]
    public void A_number_of_a_company_with_other_name_and_address_does_not_link()
    {
        Assert.Equal("Proposed S1: EvidenceContradicts", Of(Vendor(number: "N-S1"), Supplier(name: "Kowalski Steel", at: Boston)).Short());
        Assert.Equal("Linked S1", Of(Vendor(number: "N-S1"), Supplier(name: "Kowalski Holdings")).Short());
        Assert.Equal("Proposed S1 S2: EvidenceContradicts", Of(Vendor(number: "N-S1"), Supplier(name: "Kowalski Holdings"), Supplier("S2")).Short());
    }

    [Fact]
    public void A_tax_id_of_a_stranger_does_not_link_where_name_and_postal_code_are_of_another()
    {
        SupplierRecord[] suppliers = [Supplier(), Supplier("S2", "Kowalski Paving", Tax, at: Boston)];
        Assert.Equal("Proposed S2 S1: EvidenceContradicts", Of(Vendor(tax: Tax), suppliers).Short());
    }

    [Fact]
    public void A_tax_id_of_the_parent_is_not_the_one_of_the_child()
    {
        var parent = Vendor(tax: Tax);
        var child = Vendor("Delta Steel of Boston", Tax, key: "V2", parent: "V1", at: Boston);
        SupplierRecord[] suppliers = [Supplier(tax: Tax), Supplier("S2", "Delta Steel of Boston", at: Boston)];
        var matches = All([parent, child], suppliers);
        Assert.Equal("Linked S1: VendorsShareTaxId", matches[0].Short());
        Assert.Equal("Proposed S1 S2: TaxIdOfParent VendorsShareTaxId", matches[1].Short());
        Assert.Equal("Proposed S2", All([parent, Vendor("Delta Steel of Boston", key: "V2", parent: "V1", at: Boston)], suppliers)[1].Short());
    }

    // The purchase order is refused until the spend authorization, which is requested once for the supplier.
    [Fact]
    public void A_prospective_supplier_is_linked_and_takes_no_purchase_order()
    {
        var match = All([Vendor(tax: Tax)], [Supplier(tax: Tax, isProspective: true)]).Single();
        Assert.Equal("Linked S1: ProspectiveSupplier", match.Short());
        Assert.False(match.TakesNewDocuments);
        Assert.Contains("spend authorization", match.Notes[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_it_does_business_as_propose()
    {
        Assert.Equal("Proposed S1", Of(Vendor("Delta Steel LLC d/b/a Tampa Iron"), Supplier()).Short());
        Assert.Equal("Proposed S1", Of(Vendor("Tampa Iron"), Supplier(alternate: "Tampa Iron")).Short());
        Assert.Equal("Proposed S1", Of(Vendor("Tampa Iron", legal: "Delta Steel, Inc."), Supplier()).Short());
    }

    [Fact]
    public void A_typing_error_proposes_at_the_same_postal_code_only()
    {
        Assert.Equal("Proposed S1", Of(Vendor("Detla Steel"), Supplier()).Short());
        Assert.Equal(MatchState.Unmatched, Of(Vendor("Detla Steel"), Supplier(at: Boston)).State);
    }

    [Fact]
    public void Sister_companies_at_one_address_are_proposed_by_their_own_name_first()
    {
        SupplierRecord[] sisters = [Supplier(name: "Delta Steel Erectors", tax: Tax), Supplier("S2", tax: OtherTax)];
        Assert.Equal("Proposed S2 S1", Of(Vendor(), sisters).Short());
        Assert.Equal("Linked S1", Of(Vendor(tax: Tax), sisters).Short());
    }

    [Fact]
    public void A_sister_with_a_tax_id_of_its_own_is_not_proposed()
    {
        Assert.Equal("Unmatched: SupplierRequest", Of(Vendor("Delta Steel Erectors", OtherTax), Supplier(tax: Tax)).Short());
        Assert.Contains("The tax IDs differ", Of(Vendor(tax: OtherTax), Supplier(tax: Tax)).Proposals[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_five_are_proposed() =>
        Assert.Equal(5, Of(Vendor(), [.. Enumerable.Range(0, 400).Select(index => Supplier($"S{index}"))]).Proposals.Count);
}
