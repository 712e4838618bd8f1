namespace PowerIntegration.Domain.VendorMatching;

/// <summary>
/// Finds the Oracle supplier of each Procore vendor. A stored link holds; else a tax ID or a supplier number links, in this order; a name only
/// proposes. What contradicts itself is decided by a person.
/// </summary>
public sealed class VendorMatcher
{
    // The country whose vendors may be without a tax ID in the file.
    private const string HomeCountry = "US";

    private const int NamedMax = 3;

    private readonly SupplierDirectory suppliers;
    private readonly IReadOnlyCollection<VendorRecord> vendors;
    private readonly VendorTaxIds taxIds;
    private readonly IdEvidence ids;
    private readonly NameProposals names;

    /// <summary>Arranges vendors and suppliers.</summary>
    /// <param name="suppliers">The suppliers of Oracle.</param>
    /// <param name="vendors">The vendors of Procore; each ID once.</param>
    public VendorMatcher(SupplierDirectory suppliers, IReadOnlyCollection<VendorRecord> vendors)
    {
        this.suppliers = suppliers;
        this.vendors = vendors;
        taxIds = new VendorTaxIds(vendors);
        ids = new IdEvidence(suppliers, taxIds);
        names = new NameProposals(suppliers);
    }

    /// <summary>A result for each vendor, in their order. Vendors that share a tax ID or a supplier name each other.</summary>
    public IReadOnlyList<VendorMatch> Match()
    {
        var matches = vendors.Select(Match).ToList();
        var bySupplier = matches.Where(match => match.Supplier is not null).ToLookup(match => match.Supplier!.Key, StringComparer.Ordinal);
        return [.. matches.Select(match => match with { Notes = [.. match.Notes, .. Shared(match, bySupplier)] })];
    }

    private VendorMatch Match(VendorRecord vendor)
    {
        var decision = new MatchDecision(vendor);
        if (vendor.StoredSupplier.Length > 0)
        {
            KeepStored(decision);
        }
        else
        {
            ids.Weigh(decision);
        }

        return decision.Supplier is null ? Unlinked(decision) : Linked(decision, decision.Supplier);
    }

    private void KeepStored(MatchDecision decision)
    {
        var vendor = decision.Vendor;
        if (suppliers[vendor.StoredSupplier] is not { } stored)
        {
            decision.Add(
                MatchIssue.StoredSupplierMissing,
                $"Vendor {vendor.Label} is linked to supplier {vendor.StoredSupplier}, which is not among the suppliers of Oracle. "
                    + "Ask the vendor master which supplier is meant."
            );
            ids.Propose(decision);
            return;
        }

        var way = suppliers.Follow(stored);
        if (way.Survivor is null)
        {
            decision.Add(MatchIssue.MergeUnusable, way.Sentence + " Ask the vendor master which supplier is meant.");
            ids.Propose(decision);
            return;
        }

        decision.Link(way, LinkEvidence.StoredLink, "The link is stored.");
        var others = ids.ByTax(vendor).Active;
        if (others.Count > 0 && !others.Contains(way.Survivor))
        {
            decision.Add(
                MatchIssue.StoredAgainstTaxId,
                $"Vendor {vendor.Label} stays linked to supplier {way.Survivor.Label}, but its tax ID is the one of {others[0].Label}. "
                    + "Check the link."
            );
        }
    }

    private VendorMatch Linked(MatchDecision decision, SupplierRecord supplier)
    {
        var sites = UnitSites.Of(suppliers.SitesOf(supplier), decision.Vendor.Address, suppliers.Day);
        if (supplier.IsEndedOn(suppliers.Day))
        {
            decision.Add(
                MatchIssue.InactiveSupplier,
                $"Supplier {supplier.Label} is inactive since {supplier.InactiveDate}. New documents for vendor {decision.Vendor.Label} are refused. "
                    + "Ask the vendor master to activate the supplier or to name another one."
            );
        }

        if (supplier.IsProspective)
        {
            decision.Add(
                MatchIssue.ProspectiveSupplier,
                $"Supplier {supplier.Label} is prospective, and purchase orders for it are refused. Request its spend authorization in Oracle."
            );
        }

        if (sites.All(site => site.Site is null) && !sites.Any(site => IsChoice(supplier, site.BusinessUnit)))
        {
            decision.Add(
                MatchIssue.NoUsableSite,
                $"Supplier {supplier.Label} has no site that a business unit can use. Add one with purchasing and pay purpose "
                    + "and an active assignment."
            );
        }

        return Result(decision) with
        {
            Supplier = supplier,
            Evidence = decision.Evidence,
            Sentence = decision.Sentence,
            Sites = sites,
        };
    }

    private bool IsChoice(SupplierRecord supplier, string unit) =>
        suppliers.SitesOf(supplier).Any(site => site.FaultFor(unit, suppliers.Day) is null);

    private VendorMatch Unlinked(MatchDecision decision)
    {
        var vendor = decision.Vendor;
        var proposals = names.For(vendor, decision.Contradicted);
        AddTaxIdFault(decision);
        AddForeign(decision);
        var isOpen = decision.Has(
            MatchIssue.InactiveSupplier,
            MatchIssue.MergeUnusable,
            MatchIssue.StoredSupplierMissing,
            MatchIssue.EvidenceContradicts
        );
        if (proposals.Count == 0 && !isOpen)
        {
            decision.Add(
                MatchIssue.SupplierRequest,
                $"No supplier of Oracle was found for vendor {vendor.Label}. Request a new one; the vendor master decides."
            );
        }

        return Result(decision) with
        {
            Proposals = proposals,
        };
    }

    private static void AddTaxIdFault(MatchDecision decision)
    {
        var vendor = decision.Vendor;
        var fault = vendor.Tax.Fault switch
        {
            TaxNumberFault.CountryMissing => "has no country, so its tax ID cannot be compared. Enter the country in Procore.",
            TaxNumberFault.NotANumber => "has a tax ID that is not a whole number of its country. Correct it in Procore.",
            TaxNumberFault.Placeholder => "has a placeholder as tax ID. Enter the tax ID in Procore.",
            _ => null,
        };
        if (fault is not null)
        {
            decision.Add(MatchIssue.TaxIdUnusable, $"Vendor {vendor.Label} {fault}");
        }
    }

    private void AddForeign(MatchDecision decision)
    {
        var vendor = decision.Vendor;
        if (vendor.Tax.Number is not null || vendor.Address.Country.Length == 0 || vendor.Address.Country == HomeCountry)
        {
            return;
        }

        var abroad = names.Abroad(vendor);
        decision.Add(
            MatchIssue.ForeignWithoutTaxId,
            $"Vendor {vendor.Label} is in {vendor.Address.Country} and has no tax ID, so it is not linked without a person. "
                + (abroad.Count > 0 ? $"Supplier {abroad[0].Label} has its name, but is in {abroad[0].Address.Country}." : "Ask the vendor master.")
        );
    }

    private IEnumerable<MatchNote> Shared(VendorMatch match, ILookup<string, VendorMatch> bySupplier)
    {
        var vendor = match.Vendor;
        var twins = vendor.Tax.Number is { } number ? Others(vendor, taxIds.With(number).Where(other => other.Tax.Number!.IsSame(number))) : [];
        if (twins.Count > 0)
        {
            yield return new MatchNote(
                MatchIssue.VendorsShareTaxId,
                $"Vendor {vendor.Label} has the {vendor.Tax.Number!.Ending} of vendor {Names(twins)}. "
                    + (
                        match.Supplier is null
                            ? "Request one supplier for them."
                            : $"It is linked to supplier {match.Supplier.Label}. Check whether Procore needs both."
                    )
            );
        }

        var linked = match.Supplier is null
            ? []
            : Others(vendor, bySupplier[match.Supplier.Key].Select(other => other.Vendor).Where(HasOther(vendor)));
        if (linked.Count > 0)
        {
            yield return new MatchNote(
                MatchIssue.VendorsShareSupplier,
                $"Supplier {match.Supplier!.Label} is linked to vendor {vendor.Label} and to vendor {Names(linked)}. Check that they are one company."
            );
        }
    }

    // One more than are named, so that a sentence says that there are more.
    private static List<VendorRecord> Others(VendorRecord vendor, IEnumerable<VendorRecord> all) =>
        [.. all.Where(other => other != vendor).Take(NamedMax + 1)];

    private static Func<VendorRecord, bool> HasOther(VendorRecord vendor) =>
        other => vendor.Tax.Number is not { } number || other.Tax.Number is not { } theirs || !number.IsSame(theirs);

    private static string Names(IReadOnlyList<VendorRecord> all) =>
        string.Join(" and ", all.Take(NamedMax).Select(vendor => vendor.Label)) + (all.Count > NamedMax ? " and more" : "");

    private static VendorMatch Result(MatchDecision decision) => new() { Vendor = decision.Vendor, Notes = decision.Notes };
}
