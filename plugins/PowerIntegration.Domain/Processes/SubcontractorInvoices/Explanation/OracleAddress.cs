using System.Text.RegularExpressions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;

/// <summary>The page of an invoice in Oracle Payables, by Oracle's deep link.</summary>
public static class OracleAddress
{
    private const string Domain = ".oraclecloud.com";

    // A name of a host and nothing else: what is entered on the environment never leads to another site.
    private static readonly Regex Host = new(@"^[a-z0-9-]+(\.[a-z0-9-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Number = new(@"^[0-9]{1,18}\z", RegexOptions.CultureInvariant);

    /// <summary>The address; null where pod or id are missing or are not such names.</summary>
    /// <param name="pod">The pod as the environment names it, such as acme.fa.us2.</param>
    /// <param name="invoiceId">Oracle's ID of the invoice.</param>
    public static Uri? Of(string? pod, string? invoiceId)
    {
        if (pod is null || invoiceId is null || !Host.IsMatch(pod) || !Number.IsMatch(invoiceId))
        {
            return null;
        }

        var host = pod.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) ? pod : pod + Domain;
        return new Uri($"https://{host}/fscmUI/faces/deeplink?objType=AP_VIEWINVOICE&action=VIEW&objKey=InvoiceId={invoiceId}");
    }
}
