using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>
/// Links a vendor by tax ID or supplier number, the only evidence that links by itself, and only where nothing contradicts it. What it does not link,
/// a person decides.
/// </summary>
internal sealed class IdEvidence(SupplierDirectory suppliers, VendorTaxIds taxIds)
{
    private const int NamedMax = 3;

    // A placeholder that looks like a tax ID may be on thousands of suppliers and vendors.
    private readonly Dictionary<string, IdCandidates> byTax = new(StringComparer.Ordinal);

    /// <summary>Looks at both; links, or says why not.</summary>
    public void Weigh(MatchDecision decision)
    {
        var tax = ByTax(decision.Vendor);
        var number = ByNumber(decision.Vendor);
        if (tax.Active.Count > 0)
        {
            WeighTax(decision, tax, number);
            return;
        }

        AddUnusable(decision, tax);
        WeighNumber(decision, number);
    }

    /// <summary>Proposes what both name, without linking.</summary>
    public void Propose(MatchDecision decision)
    {
        decision.Propose(ByTax(decision.Vendor).Active, ProposalEvidence.SameTaxId, "has the tax ID");
        decision.Propose(ByNumber(decision.Vendor).Active, ProposalEvidence.SameNumber, "has the supplier number");
    }

    /// <summary>Suppliers by the vendor's tax ID.</summary>
    public IdCandidates ByTax(VendorRecord vendor)
    {
        if (vendor.Tax.Number is not { } number)
        {
            return IdCandidates.Of(suppliers, []);
        }

        // A number of another country than the address is believed where the supplier has both too.
        var country = vendor.IsTaxIdFromAbroad ? vendor.Address.Country : "";
        var key = string.Join("\n", number.Key, number.Mark, country);
        if (!byTax.TryGetValue(key, out var candidates))
        {
            var found = suppliers.WithTax(number).Where(supplier => country.Length == 0 || supplier.Address.Country == country);
            byTax[key] = candidates = IdCandidates.Of(suppliers, found);
        }

        return candidates;
    }

    private IdCandidates ByNumber(VendorRecord vendor) => IdCandidates.Of(suppliers, suppliers.WithNumber(vendor.OriginCode));

    private void WeighTax(MatchDecision decision, IdCandidates tax, IdCandidates number)
    {
        var both = tax.Active.Intersect(number.Active).ToList();
        if (both.Count == 1)
        {
            var isAlone = tax.Active.Count == 1;
            decision.Link(
                tax.WayTo(both[0]),
                isAlone ? LinkEvidence.TaxId : LinkEvidence.SupplierNumber,
                isAlone
                    ? "Tax ID and supplier number are the same."
                    : Sentence.Of($"{tax.Active.Count} suppliers have the tax ID; the supplier number is the one of {both[0].Label}.")
            );
        }
        else if (both.Count == 0 && number.Active.Count > 0)
        {
            Contradict(
                decision,
                $"has the tax ID of supplier {Names(tax.Active)}, but the supplier number of {Names(number.Active)}",
                MatchIssue.EvidenceContradicts
            );
        }
        else if (tax.Active.Count > 1)
        {
            Contradict(decision, $"has a tax ID that several active suppliers have: {Names(tax.Active)}", MatchIssue.SuppliersShareId);
        }
        else
        {
            WeighOne(decision, tax);
        }
    }

    private void WeighOne(MatchDecision decision, IdCandidates tax)
    {
        var vendor = decision.Vendor;
        var supplier = tax.Active[0];
        if (taxIds.ParentWithSameTaxId(vendor) is { } parent && !tax.Ends.Any(end => Relation.HasSameName(vendor, end.Found)))
        {
            Contradict(
                decision,
                $"has the tax ID of its parent {parent.Label}, and supplier {supplier.Label} has another name",
                MatchIssue.TaxIdOfParent
            );
        }
        else if (taxIds.IsOfUnlike(vendor.Tax.Number!))
        {
            Contradict(
                decision,
                Sentence.Of($"has a {vendor.Tax.Number!.Ending} that {taxIds.With(vendor.Tax.Number).Count()} vendors with unlike names have"),
                MatchIssue.EvidenceContradicts
            );
        }
        else if (!tax.Ends.Any(end => Relation.IsPlausible(vendor, end.Found)) && NamedElsewhere(vendor, supplier) is { } other)
        {
            Contradict(
                decision,
                $"has the tax ID of supplier {supplier.Label}, but name and postal code of supplier {other.Label}",
                MatchIssue.EvidenceContradicts
            );
        }
        else
        {
            LinkByTax(decision, tax.WayTo(supplier));
        }
    }

    private static void LinkByTax(MatchDecision decision, MergeEnd way)
    {
        var vendor = decision.Vendor;
        decision.Link(way, LinkEvidence.TaxId, "The tax ID is the same.");
        if (!Relation.IsNameRelated(vendor, way.Found))
        {
            var sentence =
                $"Vendor {vendor.Label} and supplier {way.Found.Label} have the same tax ID and different names. Check that they are one company.";
            decision.Add(MatchIssue.NamesDiffer, sentence);
        }
    }

    // Another active supplier with name and postal code of the vendor.
    private SupplierRecord? NamedElsewhere(VendorRecord vendor, SupplierRecord supplier) =>
        suppliers
            .Names.Same(vendor)
            .Where(other => vendor.Address.HasPostalCodeOf(other.Address) && Relation.HasSameName(vendor, other))
            .Select(other => suppliers.Follow(other).Survivor)
            .FirstOrDefault(other => other is not null && other != supplier && !other.IsEndedOn(suppliers.Day));

    private void WeighNumber(MatchDecision decision, IdCandidates number)
    {
        var vendor = decision.Vendor;
        if (number.Active.Count != 1)
        {
            AddUnusable(decision, number);
            if (number.Active.Count > 1)
            {
                Contradict(
                    decision,
                    $"has a supplier number that several active suppliers have: {Names(number.Active)}",
                    MatchIssue.SuppliersShareId
                );
            }

            return;
        }

        var way = number.WayTo(number.Active[0]);
        if (Contradiction(vendor, way) is { } reason)
        {
            Contradict(decision, $"has the supplier number of {way.Survivor!.Label}, but {reason}", MatchIssue.EvidenceContradicts);
        }
        else
        {
            decision.Link(way, LinkEvidence.SupplierNumber, $"Procore holds the supplier number {way.Found.Number}.");
        }
    }

    // A number may be one of another system, or may have been given to another company since.
    private string? Contradiction(VendorRecord vendor, MergeEnd way)
    {
        var supplier = way.Survivor!;
        var isPlausible = Relation.IsPlausible(vendor, way.Found) || Relation.IsPlausible(vendor, supplier);
        if (vendor.Tax.Number is { } own && supplier.Tax.Number is { } other && !own.IsSame(other))
        {
            return isPlausible && own.IsSlipOf(other) ? null : "another tax ID";
        }

        if (vendor.Tax.Number is null && vendor.Address.IsAbroadFrom(supplier.Address))
        {
            return $"no tax ID, and its country is {vendor.Address.Country} and not {supplier.Address.Country}";
        }

        if (!Relation.HasSameName(vendor, way.Found) && !Relation.HasSameName(vendor, supplier) && NamedElsewhere(vendor, supplier) is { } named)
        {
            return $"name and postal code of {named.Label}";
        }

        return isPlausible ? null : "another name and another address";
    }

    private void Contradict(MatchDecision decision, string finding, MatchIssue issue)
    {
        decision.Add(issue, $"Vendor {decision.Vendor.Label} {finding}. Ask the vendor master which supplier is meant.");
        Propose(decision);
    }

    private void AddUnusable(MatchDecision decision, IdCandidates candidates)
    {
        foreach (var end in candidates.Ends.Where(end => end.Survivor is null || end.Survivor.IsEndedOn(suppliers.Day)).Take(NamedMax))
        {
            if (end.Survivor is null)
            {
                decision.Add(MatchIssue.MergeUnusable, end.Sentence + " Ask the vendor master which supplier is meant.");
            }
            else
            {
                var merged = end.IsMerged ? end.Sentence + " " : "";
                decision.Add(
                    MatchIssue.InactiveSupplier,
                    $"{merged}Supplier {end.Survivor.Label} is inactive since {end.Survivor.InactiveDate}. "
                        + $"Vendor {decision.Vendor.Label} is not linked to it. Ask the vendor master to activate it or to name another one."
                );
            }
        }
    }

    private static string Names(IReadOnlyList<SupplierRecord> suppliers) =>
        string.Join(" and ", suppliers.Take(NamedMax).Select(supplier => supplier.Label))
        + (suppliers.Count > NamedMax ? Sentence.Of($" and {suppliers.Count - NamedMax} more") : "");
}
