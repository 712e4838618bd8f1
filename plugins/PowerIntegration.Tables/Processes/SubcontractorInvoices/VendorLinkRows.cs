using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>Vendor links as rows of <see cref="VendorLinkTable"/>.</summary>
public static class VendorLinkRows
{
    /// <summary>The columns that a link is read from.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        VendorLinkTable.Key,
        VendorLinkTable.VersionHash,
        VendorLinkTable.RuleState,
        VendorLinkTable.ProcoreId,
        VendorLinkTable.BusinessUnit,
        VendorLinkTable.VendorName,
        VendorLinkTable.VendorNumber,
        VendorLinkTable.VendorSite,
    ];

    /// <summary>Reads a link that was joined; null where there was none.</summary>
    public static VendorLink? Read(RowView row) =>
        row.Has(VendorLinkTable.Key)
            ? new VendorLink(
                row.RequiredText(VendorLinkTable.Key),
                row.Text(VendorLinkTable.VersionHash),
                row.Choice(VendorLinkTable.RuleState) == RuleStateChoice.Active,
                row.RequiredText(VendorLinkTable.ProcoreId),
                row.RequiredText(VendorLinkTable.BusinessUnit),
                row.RequiredText(VendorLinkTable.VendorName),
                row.RequiredText(VendorLinkTable.VendorNumber),
                row.RequiredText(VendorLinkTable.VendorSite)
            )
            : null;
}
