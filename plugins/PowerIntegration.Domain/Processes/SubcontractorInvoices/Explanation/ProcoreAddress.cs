using System.Text.RegularExpressions;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;

/// <summary>The page of a subcontractor invoice in Procore's web app.</summary>
public static class ProcoreAddress
{
    private static readonly Regex Number = new(@"^[0-9]{1,18}\z", RegexOptions.CultureInvariant);

    /// <summary>The address of the page; null where a part is missing or is not what it should be.</summary>
    /// <param name="site">Address of the web app, such as https://us02.procore.com.</param>
    /// <param name="projectId">Procore's ID of the project.</param>
    /// <param name="subcontractId">Procore's ID of the subcontract.</param>
    /// <param name="invoiceId">Procore's ID of the invoice.</param>
    public static Uri? Of(string? site, string? projectId, string? subcontractId, string? invoiceId) =>
        ProcoreSite.Is(site) && new[] { projectId, subcontractId, invoiceId }.All(id => id is not null && Number.IsMatch(id))
            ? new Uri($"{site}/{projectId}/project/commitments/work_order_contracts/{subcontractId}/requisitions/{invoiceId}")
            : null;
}
