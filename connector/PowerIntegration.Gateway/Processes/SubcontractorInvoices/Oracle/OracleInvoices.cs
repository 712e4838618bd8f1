using System.Text.Json;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Oracle's payables invoices.</summary>
internal sealed class OracleInvoices(OracleClient oracle)
{
    /// <summary>Pages of one invoice's lines.</summary>
    public const int PagesMax = 10;

    /// <summary>Numbers asked for in one question: the address must stay short enough for every server on the way.</summary>
    public const int NumbersPerQuestionMax = 40;

    /// <summary>Validation status of a canceled invoice; its amounts are zero.</summary>
    public const string Canceled = "Canceled";

    private const string ItemType = "application/vnd.oracle.adf.resourceitem+json";
    private const string ActionType = "application/vnd.oracle.adf.action+json";

    /// <summary>The invoice with its lines, found by what makes it unique: number, supplier and business unit. Null where Oracle has none.</summary>
    public async Task<OracleInvoiceWire?> FindAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var expression =
            $"InvoiceNumber={OracleLiteral.Of(document.InvoiceNumber)} and Supplier={OracleLiteral.Of(prepared.VendorName)}"
            + $" and BusinessUnit={OracleLiteral.Of(prepared.BusinessUnit)}";
        var address =
            $"invoices?q={Uri.EscapeDataString(expression)}&expand=invoiceLines,invoiceLines.invoiceLineProjectDff&limit=25&orderBy=InvoiceId";
        var found = (await oracle.GetAsync<OracleCollection<OracleInvoiceWire>>(address, budget, cancellationToken)).Items;
        if (found.Count > 1)
        {
            throw Ambiguous(document.InvoiceNumber, [prepared.VendorName], [prepared.BusinessUnit], found);
        }

        return found.Count == 0 ? null : await WithAllLinesAsync(found[0], budget, cancellationToken);
    }

    /// <summary>
    /// Invoices of the supplier with the invoice's amount, dated so near that they may be the same bill, in any business unit; its own number is not
    /// among them.
    /// </summary>
    public async Task<IReadOnlyList<FoundPayable>> AlikeAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var expression =
            $"Supplier={OracleLiteral.Of(prepared.VendorName)} and InvoiceAmount={document.Amount.ToString(CultureInfo.InvariantCulture)}"
            + $" and InvoiceDate>={OracleLiteral.Of(prepared.InvoiceDate.AddDays(-DuplicateRule.DaysMax).ToString())}"
            + $" and InvoiceDate<={OracleLiteral.Of(prepared.InvoiceDate.AddDays(DuplicateRule.DaysMax).ToString())}";
        var address =
            $"invoices?q={Uri.EscapeDataString(expression)}&fields=InvoiceId,InvoiceNumber,InvoiceAmount,InvoiceCurrency,InvoiceDate,CanceledFlag"
            + $"&onlyData=true&limit={OracleClient.PageRows}&orderBy=InvoiceId";
        var found = (await oracle.GetAsync<OracleCollection<OracleInvoiceWire>>(address, budget, cancellationToken)).Items;
        return
        [
            .. found
                .Where(invoice => invoice.CanceledFlag != true && invoice.InvoiceNumber != document.InvoiceNumber)
                .Select(invoice => new FoundPayable(
                    invoice.InvoiceId ?? "",
                    document.Amount,
                    invoice.InvoiceCurrency ?? "",
                    CalendarDate.TryParse(invoice.InvoiceDate, out var date) ? date : null,
                    invoice.InvoiceNumber ?? ""
                )),
        ];
    }

    /// <summary>Number, amount and validation status of the invoices, as far as Oracle has them; each number at most once.</summary>
    public async Task<IReadOnlyList<OracleInvoiceWire>> HeadersAsync(InvoiceSearch search, CallBudget budget, CancellationToken cancellationToken)
    {
        var found = new List<OracleInvoiceWire>();
        foreach (var numbers in search.Numbers.Chunk(NumbersPerQuestionMax))
        {
            if (budget.Exhausted)
            {
                throw new BudgetSpentException("the posted invoices in Oracle");
            }

            var expression =
                $"InvoiceNumber in {ListOf(numbers)} and Supplier in {ListOf(search.Suppliers)} and BusinessUnit in {ListOf(search.BusinessUnits)}";
            var address =
                $"invoices?q={Uri.EscapeDataString(expression)}&fields=InvoiceId,InvoiceNumber,InvoiceAmount,"
                + $"ValidationStatus&onlyData=true&limit={OracleClient.PageRows}&orderBy=InvoiceId";
            found.AddRange((await oracle.GetAsync<OracleCollection<OracleInvoiceWire>>(address, budget, cancellationToken)).Items);
        }

        // A page that does not hold them all holds a number twice: it has room for many more than were asked for.
        var twice = found.GroupBy(invoice => invoice.InvoiceNumber).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? found : throw Ambiguous(twice.Key, search.Suppliers, search.BusinessUnits, twice);
    }

    /// <summary>Validation, approval and payment status of invoices, by Oracle's ids; those that Oracle does not show are left out.</summary>
    public async Task<IReadOnlyList<OracleInvoiceWire>> StatusesAsync(
        IReadOnlyCollection<string> ids,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var found = new List<OracleInvoiceWire>();
        foreach (var some in ids.Where(id => id.All(char.IsAsciiDigit)).Chunk(NumbersPerQuestionMax))
        {
            if (budget.Exhausted)
            {
                break;
            }

            var address =
                $"invoices?q={Uri.EscapeDataString($"InvoiceId in ({string.Join(",", some)})")}&fields=InvoiceId,ValidationStatus,ApprovalStatus,"
                + $"PaidStatus&onlyData=true&limit={OracleClient.PageRows}&orderBy=InvoiceId";
            found.AddRange((await oracle.GetAsync<OracleCollection<OracleInvoiceWire>>(address, budget, cancellationToken)).Items);
        }

        return found;
    }

    /// <summary>Creates the invoice with its lines in one transaction of Oracle's.</summary>
    public Task<WriteAnswer> CreateAsync(string payload, CallBudget budget, CancellationToken cancellationToken) =>
        oracle.PostAsync("invoices", ItemType, payload, budget, cancellationToken);

    /// <summary>Has Oracle validate the invoice; the action finds it by its business key.</summary>
    public Task<WriteAnswer> ValidateAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        CallBudget budget,
        CancellationToken cancellationToken
    ) => ActAsync("validateInvoice", prepared, document, budget, cancellationToken);

    /// <summary>Has Oracle cancel an invoice; only an unpaid one can be.</summary>
    public Task<WriteAnswer> CancelAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        CallBudget budget,
        CancellationToken cancellationToken
    ) => ActAsync("cancelInvoice", prepared, document, budget, cancellationToken);

    private Task<WriteAnswer> ActAsync(
        string action,
        PreparedInvoice prepared,
        PayablesInvoice document,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["InvoiceNumber"] = document.InvoiceNumber,
                ["BusinessUnit"] = prepared.BusinessUnit,
                ["Supplier"] = prepared.VendorName,
            }
        );
        return oracle.PostAsync("invoices/action/" + action, ActionType, body, budget, cancellationToken);
    }

    // An expanded child comes as its first page only; the rest is under the invoice's own address.
    private async Task<OracleInvoiceWire> WithAllLinesAsync(OracleInvoiceWire invoice, CallBudget budget, CancellationToken cancellationToken)
    {
        if (invoice.InvoiceLines is not { HasMore: true })
        {
            return invoice;
        }

        var key = KeyOf(invoice);
        var lines = new List<OracleInvoiceLineWire>();
        for (var page = 0; page < PagesMax; page++)
        {
            var address =
                $"invoices/{Uri.EscapeDataString(key)}/child/invoiceLines?expand=invoiceLineProjectDff&limit={OracleClient.PageRows}&"
                + $"offset={page * OracleClient.PageRows}&orderBy=LineNumber";
            var read = await oracle.GetAsync<OracleCollection<OracleInvoiceLineWire>>(address, budget, cancellationToken);
            lines.AddRange(read.Items);
            if (!read.HasMore)
            {
                return invoice with { InvoiceLines = new OracleCollection<OracleInvoiceLineWire>(lines, HasMore: false) };
            }
        }

        throw new IntegrationException(
            ProblemCatalog.OracleAnswerUnreadable,
            $"Oracle invoice {invoice.InvoiceId} has more than {PagesMax * OracleClient.PageRows} lines, more than a document can have. "
                + "Check the invoice in Payables."
        );
    }

    private static string ListOf(IEnumerable<string> texts) => "(" + string.Join(",", texts.Select(OracleLiteral.Of)) + ")";

    private static IntegrationException Ambiguous(
        string? number,
        IEnumerable<string> suppliers,
        IEnumerable<string> businessUnits,
        IEnumerable<OracleInvoiceWire> found
    ) =>
        new(
            ProblemCatalog.OracleInvoiceAmbiguous,
            $"Oracle has several invoices '{number}' of '{string.Join("' or '", suppliers)}' in '{string.Join("' or '", businessUnits)}' "
                + $"(IDs {string.Join(", ", found.Select(invoice => invoice.InvoiceId))}). Cancel or renumber the extra ones in Payables."
        );

    // Oracle's rule: the key of an item is taken from its own link, never built.
    internal static string KeyOf(OracleInvoiceWire invoice) =>
        invoice.Links?.FirstOrDefault(link => link.Rel == "self")?.Href?.Split('?')[0].TrimEnd('/').Split('/')[^1] is { Length: > 0 } key
            ? Uri.UnescapeDataString(key)
            : throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle's response about invoice {invoice.InvoiceId} is incomplete. Contact support."
            );
}
