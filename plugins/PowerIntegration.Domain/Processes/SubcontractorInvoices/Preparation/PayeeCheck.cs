using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Whose money it is. The supplier and the site that a commitment pays are those of its vendor link, and the invoice is of the vendor that is linked.
/// So nobody redirects a payment by the commitment alone.
/// </summary>
internal static class PayeeCheck
{
    public static Refusal? Of(PreparationFacts facts)
    {
        // What an owner is billed pays no vendor.
        if (facts.Document.Type == DocumentKind.OwnerInvoice)
        {
            return null;
        }

        var commitment = facts.Commitment;
        return OfLink(commitment.Number, commitment.VendorNumber, commitment.VendorSite, commitment.VendorLink, facts.Payables.BusinessUnit)
            ?? Bills(facts, commitment.VendorLink!);
    }

    /// <summary>Why the commitment's vendor link does not say whom it pays, whatever is billed; null where it does.</summary>
    /// <param name="number">The commitment's number.</param>
    /// <param name="vendorNumber">Supplier number on the commitment.</param>
    /// <param name="vendorSite">Supplier site on the commitment.</param>
    /// <param name="link">Its vendor link; null where it has none.</param>
    /// <param name="businessUnit">The business unit that pays.</param>
    public static Refusal? OfLink(string number, string vendorNumber, string vendorSite, VendorLink? link, string businessUnit) =>
        link is null ? NotLinked($"Commitment {number} has no vendor link.")
        : !link.IsActive ? NotLinked($"The vendor link {link.Key} of commitment {number} is not active.")
        : link.VendorNumber != vendorNumber || link.VendorSite != vendorSite
            ? new Refusal(
                SubcontractorInvoiceReasons.VendorDiffers,
                $"Commitment {number} pays supplier {vendorNumber} at site {vendorSite}, but its vendor link "
                    + $"{link.Key} names supplier {link.VendorNumber} ({link.VendorName}) at site {link.VendorSite}. Ask the vendor master which "
                    + "one is right, and have the other corrected by a version that a second person activates."
            )
        : link.BusinessUnit != businessUnit
            ? new Refusal(
                SubcontractorInvoiceReasons.VendorDiffers,
                $"Commitment {number} is paid by business unit {businessUnit}, but its vendor link {link.Key} is for "
                    + $"business unit {link.BusinessUnit}. Ask the vendor master for the vendor's link of {businessUnit}."
            )
        : null;

    // A release that is decided here has no vendor of its own in Procore.
    private static Refusal? Bills(PreparationFacts facts, VendorLink link)
    {
        if (facts.IsRelease || facts.Source.ProcoreVendorId == link.ProcoreId)
        {
            return null;
        }

        return new Refusal(
            SubcontractorInvoiceReasons.VendorDiffers,
            facts.Source.ProcoreVendorId is { } vendor
                ? $"{SourceNames.Of(facts.Source)} is of Procore vendor {vendor}, but commitment {facts.Commitment.Number} is linked to vendor "
                    + $"{link.ProcoreId} ({link.VendorName}). Check the invoice's commitment in Procore, or ask the vendor master to link the vendor."
                : $"{SourceNames.Of(facts.Source)} names no vendor in Procore. Check the invoice and its commitment in Procore."
        );
    }

    private static Refusal NotLinked(string cause) =>
        new(
            SubcontractorInvoiceReasons.VendorNotLinked,
            $"{cause} Ask the vendor master to link the vendor of Procore to a supplier and site in Oracle, and have the link entered on "
                + "the commitment."
        );
}
