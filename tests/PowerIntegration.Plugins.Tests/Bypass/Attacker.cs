using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Attachments;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Approvals;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Tests.Versions;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Tests.Bypass;

/// <summary>
/// One person with every role, and applications other than the gateway, who try to move money alone: in any order, with rows of their own, edited
/// rows, replayed answers and other names. What is refused is refused; what counts is what is different afterwards.
/// </summary>
internal sealed class Attacker
{
    private const string RefusedMark = " (refused)";

    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);
    private static readonly Guid Nowhere = new("9a7e0000-0000-4000-8000-0000000000dd");
    private static readonly Guid OtherApplication = new("9a7e0000-0000-4000-8000-0000000000ee");

    private static readonly string[] ConfigurationTables = [.. VersionedTables.All.Select(table => table.LogicalName)];

    private readonly Random random;
    private readonly Drafts drafts;
    private readonly bool hasAccomplice;
    private readonly Guid document;
    private readonly ApprovalAttempts? approvals;
    private readonly List<Guid> drafted = [];
    private readonly Action[] steps;

    /// <summary>Prepares the ground: one document that is prepared or posted, one event, the configuration.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="hasAccomplice">True where a second person helps, which no control prevents.</param>
    public Attacker(int seed, bool hasAccomplice)
    {
        random = new Random(seed);
        this.hasAccomplice = hasAccomplice;
        var teams = random.Next(3) > 0 ? new TeamsSite() : null;
        Site = teams?.Site ?? new Site();
        drafts = new Drafts(Site);
        approvals = teams is null ? null : new ApprovalAttempts(teams, random, hasAccomplice);
        document = approvals?.Document ?? Prepared();
        Before = Snapshot();
        steps =
        [
            CreateDocument,
            EditDocument,
            DeleteSomething,
            Claim,
            RecordOutcome,
            ReplayByOtherApplication,
            CreateEvidence,
            CreateActive,
            CreateSigned,
            EditActive,
            EnterDraft,
            EditDraft,
            ActivateOwn,
            ActivateInAnothersName,
            ActivateAsApplication,
            SupersedeAlone,
            EditEvent,
            EditMirror,
            Reverse,
            ReverseInAnothersName,
            PrepareAgain,
            RecordAttachments,
            CreateInOwnEnvironment,
            .. approvals?.Steps ?? [],
        ];
    }

    public Site Site { get; }

    /// <summary>True where the document waits for an approval and the gateway would send it all the same.</summary>
    public bool IsSentUnapproved =>
        approvals is not null && !Before.Values.Any(value => value.StartsWith("approved by", StringComparison.Ordinal)) && approvals.IsSent();

    /// <summary>True where an approval was decided by what was tried.</summary>
    public bool IsDecided => Snapshot().Any(pair => IsDecision(pair.Value) && !(Before.TryGetValue(pair.Key, out var known) && known == pair.Value));

    /// <summary>What was there before.</summary>
    public IReadOnlyDictionary<string, string> Before { get; }

    /// <summary>What was tried, in order.</summary>
    public List<string> Tried { get; } = [];

    /// <summary>Name of a step that was tried.</summary>
    public static string StepOf(string tried) => tried.Replace(RefusedMark, "", StringComparison.Ordinal);

    /// <summary>True where a step was refused.</summary>
    public static bool IsRefused(string tried) => tried.EndsWith(RefusedMark, StringComparison.Ordinal);

    /// <summary>Tries a number of steps.</summary>
    public void Try(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var step = steps[random.Next(steps.Length)];
            Reset();
            try
            {
                Tried.Add(step.Method.Name);
                step();
            }
            catch (InvalidPluginExecutionException)
            {
                Tried[^1] += RefusedMark;
            }
        }

        Reset();
    }

    /// <summary>What no person alone may change, as text by name.</summary>
    public IReadOnlyDictionary<string, string> Snapshot()
    {
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in ConfigurationTables)
        {
            foreach (var row in Site.Dataverse.All(table).Where(IsActive))
            {
                seen[$"{table} {row.Id}"] = string.Join(";", VersionedTables.Find(table)!.Content.Select(column => Text(row, column)));
            }
        }

        foreach (var row in Site.Dataverse.All(DocumentTable.LogicalName))
        {
            var view = new RowView(row);
            var state = DocumentStates.FromChoice(view.Choice(DocumentTable.DocumentState));
            var isOwn = row.Id == document;
            seen[$"document {row.Id}"] =
                isOwn
                    ? $"{state} {view.Text(DocumentTable.ContentHash)} {view.Text(DocumentTable.ClaimedBy)} "
                        + view.Text(DocumentTable.OracleInvoiceId)
                : state is DocumentState.Held or DocumentState.Refused or DocumentState.AwaitingApproval ? BypassTests.Stopped
                : $"another one, {state}";
        }

        foreach (var row in Site.Dataverse.All(EvidenceTable.LogicalName))
        {
            seen[$"evidence {row.Id}"] = Evidence(Text(row, EvidenceTable.Content));
        }

        approvals?.AddTo(seen);
        seen["lines"] = Site.Dataverse.All(SourceLineTable.LogicalName).Count.ToString(CultureInfo.InvariantCulture);
        foreach (var row in Site.Dataverse.All(InboundEventTable.LogicalName))
        {
            seen[$"event {row.Id}"] =
                Text(row, InboundEventTable.Key) + Text(row, InboundEventTable.ProcoreId) + Text(row, InboundEventTable.DocumentId);
        }

        foreach (var row in Site.Dataverse.All(OracleTaskTable.LogicalName))
        {
            seen[$"task {row.Id}"] = Text(row, OracleTaskTable.TaskNumber) + Text(row, OracleTaskTable.ProjectId);
        }

        return seen;
    }

    // An answer that has no effect is kept all the same.
    private static string Evidence(string content) =>
        content.Contains("\"effect\":\"None\"", StringComparison.Ordinal)
        || content.Contains("\"effect\":\"Forged\"", StringComparison.Ordinal)
        || content.Contains("\"effect\":\"AskedOther\"", StringComparison.Ordinal)
            ? BypassTests.WithoutEffect
            : content;

    private static bool IsDecision(string value) =>
        value.StartsWith("approved by", StringComparison.Ordinal) || value.StartsWith("rejected by", StringComparison.Ordinal);

    private static bool IsActive(Entity row) => new RowView(row).Choice(CommitmentTable.RuleState) == RuleStateChoice.Active;

    private static string Text(Entity row, string column) =>
        !row.Contains(column) ? ""
        : row[column] is EntityReference reference ? reference.Id.ToString()
        : row[column] is OptionSetValue choice ? choice.Value.ToString(CultureInfo.InvariantCulture)
        : Convert.ToString(row[column], CultureInfo.InvariantCulture) ?? "";

    private Guid Prepared()
    {
        var id = Site.AddDocument(First);
        Site.Prepare(id);
        if (random.Next(3) == 0)
        {
            Site.RecordPosted(id);
        }

        return id;
    }

    private void Reset()
    {
        Site.Caller = Site.Dana;
        Site.Application = null;
        Site.Authenticated = Guid.Empty;
        Site.Dataverse.User = Site.Dana;
        Site.Dataverse.Application = Guid.Empty;
    }

    private void CreateDocument()
    {
        var row = new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = $"LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|{random.Next(100000)}|1",
            [DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, Site.Environment),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, Site.Commitment),
            [DocumentTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice),
            [DocumentTable.DocumentState] = new OptionSetValue(random.Next(2) == 0 ? DocumentStateChoice.Received : DocumentStateChoice.Prepared),
        };
        Site.Dataverse.Application = AnyApplication();
        Site.Dataverse.Create(row);
    }

    // An environment of the attacker's own, with an application of the attacker's own as its gateway.
    private void CreateInOwnEnvironment()
    {
        var draft = new Entity(EnvironmentTable.LogicalName)
        {
            [EnvironmentTable.Key] = $"MINE{random.Next(100000)}",
            [EnvironmentTable.GatewayApplicationId] = OtherApplication.ToString(),
        };
        var environment = drafts.Enter(Site.Dana, draft);
        drafted.Add(environment);
        Site.Dataverse.Application = OtherApplication;
        Site.Dataverse.Create(
            new Entity(DocumentTable.LogicalName)
            {
                [DocumentTable.Key] = $"MINE|1|PROCORE|SUBCONTRACTOR-INVOICE|{random.Next(100000)}|1",
                [DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, environment),
                [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, Site.Commitment),
                [DocumentTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice),
                [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received),
            }
        );
    }

    private void EditDocument()
    {
        var change = new Entity(DocumentTable.LogicalName, document);
        string column = Pick([
            DocumentTable.DocumentState,
            DocumentTable.ContentHash,
            DocumentTable.ClaimedBy,
            DocumentTable.OracleInvoiceId,
            DocumentTable.CertifiedPayment,
            DocumentTable.ConfirmedById,
            DocumentTable.CommitmentId,
            DocumentTable.ProcoreVendorId,
            "statecode",
            "ownerid",
        ]);
        change[column] = column switch
        {
            DocumentTable.DocumentState => new OptionSetValue(DocumentStateChoice.Posted),
            DocumentTable.CommitmentId => new EntityReference(CommitmentTable.LogicalName, Nowhere),
            DocumentTable.CertifiedPayment => 1m,
            "statecode" => new OptionSetValue(1),
            _ => "x",
        };
        Site.Dataverse.Application = AnyApplication();
        Site.Dataverse.Update(change);
    }

    private void DeleteSomething()
    {
        var table = Pick([
            DocumentTable.LogicalName,
            SourceLineTable.LogicalName,
            PreparationTable.LogicalName,
            InboundEventTable.LogicalName,
            .. ConfigurationTables,
        ]);
        if (Site.Dataverse.All(table).FirstOrDefault(row => !drafted.Contains(row.Id)) is { } found)
        {
            Site.Dataverse.Delete(table, found.Id);
        }
    }

    private void Claim()
    {
        Site.Application = AnyApplication();
        Site.Call(new ClaimDocument(), "pint_ClaimDocument", ("DocumentId", document), ("Claim", "mine"), ("ContentHash", Hash));
    }

    private void RecordOutcome()
    {
        Site.Application = AnyApplication();
        Record(Pick(["posted", "submitted", "notSent", "refused", "open"]), Pick(["mine", "claim-of-the-test", ""]));
    }

    // The gateway's own read-back, sent again by another application.
    private void ReplayByOtherApplication()
    {
        Site.Application = OtherApplication;
        Record("posted", "claim-of-the-test");
    }

    private void Record(string outcome, string claim) =>
        Site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", document),
            ("Outcome", outcome),
            ("Claim", claim),
            ("ContentHash", random.Next(4) == 0 ? new string('0', 64) : Hash),
            ("ReadBack", OracleAnswers.ReadBack(Site.Frozen(document), Site.Key(document)))
        );

    private void CreateEvidence()
    {
        Site.Dataverse.Application = AnyApplication();
        Site.Dataverse.Create(new Entity(EvidenceTable.LogicalName) { [EvidenceTable.Key] = $"E{random.Next(100000)}" });
    }

    private void CreateActive() => drafts.Enter(Site.Dana, Copy(out _, RuleStateChoice.Active, replaces: false));

    private void CreateSigned()
    {
        var row = Copy(out _, null, replaces: true);
        row[Pick([CommitmentTable.ActivatedBy, CommitmentTable.ContributorIds, CommitmentTable.VersionHash, CommitmentTable.ActivatedById])] = "x";
        drafts.Enter(Site.Dana, row);
    }

    private void EditActive()
    {
        var table = Pick(ConfigurationTables);
        if (Active(table) is { } row)
        {
            var column = Pick([.. VersionedTables.Find(table)!.Content]);
            drafts.Edit(Site.Dana, table, row.Id, (column, Another(row, column)));
        }
    }

    private void EnterDraft()
    {
        var row = Copy(out _, null, replaces: true);
        drafted.Add(drafts.Enter(Site.Dana, row));
    }

    private void EditDraft()
    {
        if (Draft() is { } row)
        {
            drafts.Edit(Site.Dana, row.LogicalName, row.Id, (CommitmentTable.Name, $"Name {random.Next(100)}"));
        }
    }

    private void ActivateOwn()
    {
        if (Draft() is { } row)
        {
            var hash = random.Next(4) == 0 ? new string('a', 64) : drafts.Activate(Site.Dana, row.LogicalName, row.Id).Hash;
            drafts.Activate(hasAccomplice ? Site.Luis : Site.Dana, row.LogicalName, row.Id, hash);
        }
    }

    private void ActivateInAnothersName()
    {
        Site.Authenticated = Site.Dana;
        if (Draft() is { } row)
        {
            drafts.ReviewAndActivate(Site.Luis, row.LogicalName, row.Id);
        }
    }

    private void ActivateAsApplication()
    {
        Site.Application = OtherApplication;
        if (Draft() is { } row)
        {
            drafts.ReviewAndActivate(Site.Luis, row.LogicalName, row.Id);
        }
    }

    private void SupersedeAlone()
    {
        var table = Pick(ConfigurationTables);
        if (Active(table) is { } row)
        {
            drafts.Supersede(Site.Dana, table, row.Id, null, "Because");
            drafts.Supersede(Site.Dana, table, row.Id, null);
        }
    }

    private void EditEvent()
    {
        var row = Site.Dataverse.All(InboundEventTable.LogicalName)[0];
        var column = Pick([InboundEventTable.ProcoreId, InboundEventTable.Key, InboundEventTable.DocumentId, InboundEventTable.Message]);
        object value = column == InboundEventTable.DocumentId ? new EntityReference(DocumentTable.LogicalName, Nowhere) : "x";
        Site.Dataverse.Update(new Entity(InboundEventTable.LogicalName, row.Id) { [column] = value });
    }

    private void EditMirror()
    {
        var row = Site.Dataverse.All(OracleTaskTable.LogicalName)[0];
        Site.Dataverse.Update(new Entity(OracleTaskTable.LogicalName, row.Id) { [OracleTaskTable.TaskNumber] = "6666" });
    }

    private void Reverse()
    {
        Site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document), ("Reason", "Wrong"));
        Site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document));
    }

    private void ReverseInAnothersName()
    {
        Site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document), ("Reason", "Wrong"));
        Site.Caller = Site.Luis;
        Site.Authenticated = random.Next(2) == 0 ? Site.Dana : Guid.Empty;
        Site.Application = Site.Authenticated == Guid.Empty ? OtherApplication : null;
        Site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document));
    }

    private void PrepareAgain() => Site.Prepare(document);

    private void RecordAttachments()
    {
        Site.Application = AnyApplication();
        Site.Call(
            new RecordAttachments(),
            "pint_RecordAttachments",
            ("DocumentId", document),
            ("Claim", "mine"),
            ("Results", "[]"),
            ("IsLast", true)
        );
    }

    // A row of the configuration with another payee, account, status or rate.
    private Entity Copy(out string table, int? state, bool replaces)
    {
        table = Pick([.. ConfigurationTables.Where(name => Active(name) is not null)]);
        var active = Active(table)!;
        var row = new Entity(table);
        foreach (var column in VersionedTables.Find(table)!.Replaced.Where(active.Contains))
        {
            row[column] = active[column];
        }

        var changed = Pick([.. row.Attributes.Keys]);
        row[changed] = Another(active, changed);
        row[CommitmentTable.Key] = $"{active.GetAttributeValue<string>(CommitmentTable.Key)}|V{random.Next(1000000)}";
        if (replaces)
        {
            row[CommitmentTable.ReplacesId] = new EntityReference(table, active.Id);
        }

        if (state is { } value)
        {
            row[CommitmentTable.RuleState] = new OptionSetValue(value);
        }

        return row;
    }

    private object? Another(Entity row, string column) =>
        row.Contains(column)
            ? row[column] switch
            {
                string => $"6{random.Next(1000)}",
                int number => number + 1,
                decimal amount => amount + 0.01m,
                bool flag => !flag,
                DateTime day => day.AddDays(1),
                OptionSetValue choice => new OptionSetValue(choice.Value + 1),
                EntityReference reference => new EntityReference(reference.LogicalName, Nowhere),
                var other => other,
            }
            : "x";

    private Entity? Active(string table) => Site.Dataverse.All(table).FirstOrDefault(IsActive);

    private Entity? Draft()
    {
        var found = ConfigurationTables
            .SelectMany(table => Site.Dataverse.All(table))
            .Where(row => new RowView(row).Choice(CommitmentTable.RuleState) == RuleStateChoice.Draft)
            .ToList();
        return found.Count == 0 ? null : found[random.Next(found.Count)];
    }

    private string? Hash => Site.Document(document).Text(DocumentTable.ContentHash);

    private Guid AnyApplication() => random.Next(2) == 0 ? Guid.Empty : OtherApplication;

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
