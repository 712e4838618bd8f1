using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// What no person alone may change, read in this process and not through what is attacked: calls to Oracle that write, documents, what is frozen,
/// evidence, decided approvals, active configuration, what the sources said. One line of text by name.
/// </summary>
internal sealed class Books
{
    private const string VersionNumber = "versionnumber";
    private const string Separator = "; ";
    private const string Stopped = "stopped";
    private const string Undecided = "undecided";
    private const string WithoutEffect = "an answer without effect";

    // What says that a row was not written at all.
    private static readonly string[] Untouched =
    [
        PreparationTable.LogicalName,
        DocumentLineTable.LogicalName,
        SourceLineTable.LogicalName,
        AttachmentTable.LogicalName,
        OracleTaskTable.LogicalName,
        OraclePeriodTable.LogicalName,
        ReleaseTable.LogicalName,
    ];

    // Written by whoever reminds, asks, tries again or says that a flow failed; nothing is decided from them.
    private static readonly HashSet<string> Passing =
    [
        "modifiedon",
        "modifiedby",
        VersionNumber,
        DocumentTable.NextTryOn,
        DocumentTable.Attempts,
        DocumentTable.Reason,
        ApprovalTable.LeaseUntil,
        ApprovalTable.Reminders,
        ApprovalTable.NextReminderOn,
        CommitmentTable.EndRequestedBy,
        CommitmentTable.EndRequestedById,
        CommitmentTable.EndRequestedTo,
        CommitmentTable.EndReason,
    ];

    private readonly SortedDictionary<string, string> lines = new(StringComparer.Ordinal);

    // Documents that only wait, and what was prepared for them.
    private readonly HashSet<Guid> waiting = [];
    private readonly HashSet<string> preparedForWaiting = new(StringComparer.Ordinal);

    private Books() { }

    /// <summary>Reads them.</summary>
    public static Books Read(RunningSandbox sandbox)
    {
        var books = new Books();
        var service = sandbox.Dataverse.CreateService(null);
        foreach (var call in sandbox.Oracle.Calls.All.Where(call => call.Method != "GET"))
        {
            books.lines[$"Oracle {call.Method} {call.Template}"] = call.Count.ToString(CultureInfo.InvariantCulture);
        }

        books.lines["months"] = sandbox.Months.Remaining.ToString(CultureInfo.InvariantCulture);
        books.Add(service, DocumentTable.LogicalName, books.Document, All);
        books.Add(service, ApprovalTable.LogicalName, Approval, All);
        books.Add(service, EvidenceTable.LogicalName, Evidence, EvidenceTable.Key, EvidenceTable.ContentHash, EvidenceTable.Content);
        books.Add(service, InboundEventTable.LogicalName, Text, InboundEventTable.Key, InboundEventTable.ProcoreId, InboundEventTable.RecordType);
        foreach (var table in VersionedTables.All)
        {
            books.Add(service, table.LogicalName, row => IsActive(row) ? Text(row) : null, All);
        }

        foreach (var table in Untouched)
        {
            books.Add(service, table, books.Version, All);
        }

        return books;
    }

    /// <summary>
    /// The first thing that differs; null where nothing does. A document that only waits, a request that no one answered and an answer that was kept
    /// without effect may be new.
    /// </summary>
    public string? Difference(Books later)
    {
        foreach (var (name, before) in lines)
        {
            if (!later.lines.TryGetValue(name, out var now))
            {
                return $"{name} is gone.";
            }

            if (now != before)
            {
                var (was, isNow) = (before.Split(Separator), now.Split(Separator));
                return $"{name} was '{string.Join(Separator, was.Except(isNow))}' and is '{string.Join(Separator, isNow.Except(was))}'.";
            }
        }

        return later
            .lines.Where(line => !lines.ContainsKey(line.Key) && line.Value is not (Stopped or Undecided or WithoutEffect))
            .Where(line => !later.preparedForWaiting.Contains(line.Key))
            .Select(line => $"{line.Key} is new: '{line.Value}'.")
            .FirstOrDefault();
    }

    private static ColumnSet All => new(true);

    private static bool IsActive(Entity row) => row.GetAttributeValue<OptionSetValue>(CommitmentTable.RuleState)?.Value == RuleStateChoice.Active;

    // A reversal or a release that one person asked for.
    private static bool IsStopped(Entity row) =>
        row.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentType)?.Value is DocumentTypeChoice.Reversal or DocumentTypeChoice.RetainageRelease
        && row.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentState)?.Value
            is DocumentStateChoice.AwaitingApproval
                or DocumentStateChoice.Held
                or DocumentStateChoice.Refused
                or DocumentStateChoice.Superseded;

    private string Document(Entity row)
    {
        if (!IsStopped(row))
        {
            return Text(row);
        }

        waiting.Add(row.Id);
        return Stopped;
    }

    // A request for a reversal comes with what it would post: its preparation, and the lines of that. Preparations are read before lines.
    private string Version(Entity row)
    {
        var owner = row.LogicalName switch
        {
            PreparationTable.LogicalName => row.GetAttributeValue<EntityReference>(PreparationTable.DocumentId),
            DocumentLineTable.LogicalName => row.GetAttributeValue<EntityReference>(DocumentLineTable.PreparationId),
            _ => null,
        };
        if (owner is not null && waiting.Contains(owner.Id))
        {
            waiting.Add(row.Id);
            preparedForWaiting.Add($"{row.LogicalName} {row.Id}");
        }

        return Value(row[VersionNumber]);
    }

    private static string Approval(Entity row) =>
        row.GetAttributeValue<OptionSetValue>(ApprovalTable.ApprovalState)?.Value is ApprovalStateChoice.ToAsk ? Undecided : Text(row);

    // An answer that has no effect is kept all the same.
    private static string Evidence(Entity row) =>
        row.GetAttributeValue<string>(EvidenceTable.Content) is { } content
        && (content.Contains("\"effect\":\"None\"", StringComparison.Ordinal) || content.Contains("\"effect\":\"Forged\"", StringComparison.Ordinal))
            ? WithoutEffect
            : $"{row.GetAttributeValue<string>(EvidenceTable.Key)} {row.GetAttributeValue<string>(EvidenceTable.ContentHash)}";

    private static string Text(Entity row) =>
        string.Join(
            Separator,
            row.Attributes.Where(column => !Passing.Contains(column.Key))
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => $"{column.Key}={Value(column.Value)}")
        );

    private static string Value(object? value) =>
        value switch
        {
            EntityReference reference => reference.Id.ToString(),
            OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private void Add(IOrganizationService service, string table, Func<Entity, string?> textOf, params string[] columns) =>
        Add(service, table, textOf, new ColumnSet(columns));

    private void Add(IOrganizationService service, string table, Func<Entity, string?> textOf, ColumnSet columns)
    {
        var answer = service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = columns });
        if (answer.MoreRecords)
        {
            throw new InvalidOperationException($"{table} has more rows than one page.");
        }

        foreach (var row in answer.Entities)
        {
            if (textOf(row) is { } text)
            {
                lines[$"{table} {row.Id}"] = text;
            }
        }
    }
}
