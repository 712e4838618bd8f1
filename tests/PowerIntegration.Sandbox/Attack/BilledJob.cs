using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Sandbox.Demo;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// What the job's own people bring about, in words that two sandboxes share: invoices in Oracle, what was sent there, documents, decided approvals,
/// active configuration, and how much evidence there is. Row ids are not in it.
/// </summary>
internal sealed class BilledJob
{
    private const string EvidenceName = "evidence of ";

    private readonly SortedDictionary<string, string> lines = new(StringComparer.Ordinal);

    private BilledJob() { }

    /// <summary>Invoices in Oracle.</summary>
    public int Invoices { get; private set; }

    /// <summary>Decided approvals.</summary>
    public int Decided { get; private set; }

    /// <summary>Active rows of the configuration.</summary>
    public int Active { get; private set; }

    /// <summary>Pieces of evidence.</summary>
    public int Evidence { get; private set; }

    /// <summary>Reads it.</summary>
    public static async Task<BilledJob> ReadAsync(RunningSandbox sandbox, CancellationToken cancellation)
    {
        var job = new BilledJob();
        var service = sandbox.Dataverse.CreateService(null);
        var invoices = await new VendorReader(sandbox.Client, sandbox.Root, sandbox.Credentials).InvoicesAsync(cancellation);
        foreach (var invoice in invoices)
        {
            job.lines[$"Oracle invoice {invoice.Number} of {invoice.Supplier}"] = invoice.ToString();
        }

        job.Invoices = invoices.Count;
        job.lines["payloads sent to Oracle"] = string.Join("\n", sandbox.Oracle.ReceivedPayloads.Select(payload => payload.ToJsonString()));
        job.AddDocuments(service);
        job.AddApprovals(service);
        job.AddVersions(service, sandbox.Root);
        job.AddEvidence(service);
        return job;
    }

    /// <summary>Everything in which another sandbox differs. It may have more evidence, but no less.</summary>
    public IReadOnlyList<string> Differences(BilledJob other) =>
        [
            .. lines
                .Where(line => !IsKept(line.Key, line.Value, other.lines.GetValueOrDefault(line.Key)))
                .Select(line =>
                    other.lines.TryGetValue(line.Key, out var its)
                        ? $"{line.Key} should be '{line.Value}' and is '{its}'."
                        : $"{line.Key} is missing; it should be '{line.Value}'."
                ),
            .. other
                .lines.Where(line => !lines.ContainsKey(line.Key) && !line.Key.StartsWith(EvidenceName, StringComparison.Ordinal))
                .Select(line => $"{line.Key} should not be there: '{line.Value}'."),
        ];

    private static bool IsKept(string name, string own, string? its) =>
        name.StartsWith(EvidenceName, StringComparison.Ordinal)
            ? its is not null && int.Parse(its, CultureInfo.InvariantCulture) >= int.Parse(own, CultureInfo.InvariantCulture)
            : its == own;

    // A reversal that one person asked for goes nowhere.
    private void AddDocuments(IOrganizationService service)
    {
        foreach (var row in Rows(service, DocumentTable.LogicalName))
        {
            if (row.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentType).Value == DocumentTypeChoice.SubcontractorInvoice)
            {
                lines["document " + Text(row, DocumentTable.Key)] =
                    $"{Text(row, DocumentTable.DocumentState)} {Text(row, DocumentTable.ReasonCode)} {Text(row, DocumentTable.PayableAmount)} "
                    + $"{Text(row, DocumentTable.OracleInvoiceNumber)} {Text(row, DocumentTable.ContentHash)}";
            }
        }
    }

    private void AddApprovals(IOrganizationService service)
    {
        foreach (var row in Rows(service, ApprovalTable.LogicalName))
        {
            var state = row.GetAttributeValue<OptionSetValue>(ApprovalTable.ApprovalState).Value;
            Decided += state is ApprovalStateChoice.Approved or ApprovalStateChoice.Rejected ? 1 : 0;
            lines["approval " + Text(row, ApprovalTable.Key)] =
                $"{state} {Text(row, ApprovalTable.AssigneeName)} {Text(row, ApprovalTable.AnsweredBy)} {Text(row, ApprovalTable.Comments)}";
        }
    }

    // The environment's row has the address of the sandbox in it, so its hash is another one in each.
    private void AddVersions(IOrganizationService service, string root)
    {
        foreach (var table in VersionedTables.All)
        {
            foreach (var row in Rows(service, table.LogicalName))
            {
                if (row.GetAttributeValue<OptionSetValue>(CommitmentTable.RuleState)?.Value == RuleStateChoice.Active)
                {
                    Active++;
                    var content =
                        table.LogicalName == EnvironmentTable.LogicalName
                            ? string.Join("; ", table.Content.Select(column => Text(row, column))).Replace(root, "", StringComparison.Ordinal)
                            : Text(row, CommitmentTable.VersionHash);
                    lines[$"{Labels.Of(table.LogicalName)} {Text(row, CommitmentTable.Key)}"] =
                        $"{content} activated by {Text(row, CommitmentTable.ActivatedBy)}";
                }
            }
        }
    }

    private void AddEvidence(IOrganizationService service)
    {
        var rows = Rows(service, EvidenceTable.LogicalName);
        Evidence = rows.Count;
        foreach (var kind in rows.GroupBy(row => $"{EvidenceName}{DocumentKey(row)} of kind {Text(row, EvidenceTable.EvidenceKind)}"))
        {
            lines[kind.Key] = kind.Count().ToString(CultureInfo.InvariantCulture);
        }
    }

    // The key of evidence is the document's with a part of its own.
    private static string DocumentKey(Entity row)
    {
        var key = Text(row, EvidenceTable.Key);
        return key[..key.LastIndexOf('|')];
    }

    private static IReadOnlyList<Entity> Rows(IOrganizationService service, string table) =>
        service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    private static string Text(Entity row, string column) =>
        (row.Contains(column) ? row[column] : null) switch
        {
            OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
