namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Ranks the suppliers that may be a vendor. Nothing is linked: a person decides.</summary>
internal sealed class NameProposals(SupplierDirectory suppliers)
{
    /// <summary>How many suppliers are proposed at most.</summary>
    public const int Max = 5;

    /// <summary>The suppliers, the best first.</summary>
    public IReadOnlyList<SupplierProposal> For(VendorRecord vendor, IReadOnlyList<SupplierProposal> contradicted)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. contradicted
                .Concat(Named(vendor))
                .OrderBy(proposal => proposal.Evidence)
                .ThenBy(proposal => HasOtherTaxId(vendor, proposal.Supplier))
                .ThenByDescending(proposal => vendor.Address.IsSamePlace(proposal.Supplier.Address))
                .ThenByDescending(proposal => vendor.Address.HasPostalCodeOf(proposal.Supplier.Address))
                .ThenByDescending(proposal => Relation.Likeness(vendor, proposal.Supplier))
                .ThenBy(proposal => proposal.Supplier.Number, StringComparer.Ordinal)
                .Where(proposal => given.Add(proposal.Supplier.Key))
                .Take(Max),
        ];
    }

    /// <summary>Suppliers in another country that have the vendor's name.</summary>
    public IReadOnlyList<SupplierRecord> Abroad(VendorRecord vendor) =>
        [.. suppliers.Names.Same(vendor).Where(supplier => vendor.Address.IsAbroadFrom(supplier.Address) && Relation.HasSameName(vendor, supplier))];

    private static bool HasOtherTaxId(VendorRecord vendor, SupplierRecord supplier) =>
        vendor.Tax.Number is { } number && supplier.Tax.Number is { } other && !number.IsSame(other);

    private IEnumerable<SupplierProposal> Named(VendorRecord vendor) =>
        Found(vendor)
            .Where(found => !vendor.Address.IsAbroadFrom(found.Address))
            .Select(found => Proposal(vendor, suppliers.Follow(found)))
            .OfType<SupplierProposal>();

    private IEnumerable<SupplierRecord> Found(VendorRecord vendor)
    {
        var nearTax = vendor.Tax.Number is { } number ? suppliers.NearTax(number) : [];
        return suppliers.Names.Same(vendor).Concat(suppliers.Names.Near(vendor)).Concat(nearTax).Distinct();
    }

    private SupplierProposal? Proposal(VendorRecord vendor, MergeEnd end)
    {
        if (end.Survivor is null || end.Survivor.IsEndedOn(suppliers.Day) || EvidenceOf(vendor, end.Found) is not { } evidence)
        {
            return null;
        }

        var reason = $"Supplier {end.Found.Label} {Words(evidence)}.";
        var other = evidence != ProposalEvidence.TaxIdSlip && HasOtherTaxId(vendor, end.Survivor) ? " The tax IDs differ." : "";
        return new SupplierProposal(end.Survivor, evidence, reason + other + (end.IsMerged ? " " + end.Sentence : ""));
    }

    private static ProposalEvidence? EvidenceOf(VendorRecord vendor, SupplierRecord supplier)
    {
        var isThere = vendor.Address.HasPostalCodeOf(supplier.Address);
        var isSame = Relation.HasSameName(vendor, supplier);
        var isOther = HasOtherTaxId(vendor, supplier);
        var isAlike = isSame || Relation.Likeness(vendor, supplier) >= CompanyName.AlikeMin;
        return isSame && isThere ? ProposalEvidence.SameNameAndPostalCode
            : isAlike && IsSlip(vendor, supplier) ? ProposalEvidence.TaxIdSlip
            : isSame ? ProposalEvidence.SameName
            : isAlike && isThere && !isOther ? ProposalEvidence.AlikeNameAndPostalCode
            : null;
    }

    private static bool IsSlip(VendorRecord vendor, SupplierRecord supplier) =>
        vendor.Tax.Number is { } number && supplier.Tax.Number is { } other && number.IsSlipOf(other);

    private static string Words(ProposalEvidence evidence) =>
        evidence switch
        {
            ProposalEvidence.SameNameAndPostalCode => "has the name and the postal code",
            ProposalEvidence.TaxIdSlip => "has a like name, and its tax ID differs by one digit or two swapped ones",
            ProposalEvidence.SameName => "has the name at another postal code",
            ProposalEvidence.AlikeNameAndPostalCode => "has a like name and the postal code",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "The evidence is not one of names."),
        };
}
