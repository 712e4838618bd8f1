using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>One project with one contract, configured so that an application is prepared without a complaint.</summary>
internal sealed class Site
{
    /// <summary>The application that is registered as the gateway.</summary>
    public static readonly Guid Gateway = new("9a7e0000-0000-4000-8000-000000000001");

    // What only the gateway may call; a test says so where another caller tries.
    private static readonly HashSet<string> OfGateway =
    [
        "pint_ClaimDocument",
        "pint_RecordOutcome",
        "pint_ClaimAttachments",
        "pint_RecordAttachments",
        "pint_ClaimHoldRelease",
        "pint_RecordHoldReview",
        "pint_ReportAnchors",
        "pint_RecordOracleStatuses",
        "pint_RecordProcoreWorkflow",
        "pint_RecordStructure",
        "pint_ClaimWorkflowAnswer",
        "pint_RecordWorkflowAnswer",
        "pint_DraftMapping",
    ];

    private static readonly KeyScope Scope = new("LAKESHORE", 1);

    private readonly HashSet<string> linked = [];

    public Site()
    {
        Dana = AddUser("Dana Kowalski");
        Luis = AddUser("Luis Ortega");
        Caller = Dana;
        Dataverse.User = Luis;
        Environment = Add(
            EnvironmentTable.LogicalName,
            (EnvironmentTable.Key, "LAKESHORE"),
            (EnvironmentTable.GatewayApplicationId, Gateway.ToString()),
            (EnvironmentTable.RuleState, Choice(RuleStateChoice.Active))
        );
        Payables = Add(
            PayablesSetupTable.LogicalName,
            (PayablesSetupTable.BusinessUnit, "Lakeshore US BU"),
            (PayablesSetupTable.InvoiceSource, "PROCORE"),
            (PayablesSetupTable.PaymentTerms, "Net 30"),
            (PayablesSetupTable.RetainageAccount, "101-10-20250-000-000-000"),
            (PayablesSetupTable.Currency, "USD"),
            (PayablesSetupTable.RuleState, Choice(RuleStateChoice.Active))
        );
        Project = Add(
            ProjectTable.LogicalName,
            (ProjectTable.Name, "Fulton Yards Tower"),
            (ProjectTable.OracleProjectNumber, "FYT-2401"),
            (ProjectTable.ExpenditureOrganization, "Chicago Construction"),
            (ProjectTable.Currency, "USD"),
            (ProjectTable.EnvironmentId, Lookup(EnvironmentTable.LogicalName, Environment)),
            (ProjectTable.ProcoreId, "562949953500001"),
            (ProjectTable.RuleState, Choice(RuleStateChoice.Active)),
            (ProjectTable.PayablesSetupId, Lookup(PayablesSetupTable.LogicalName, Payables))
        );
        Commitment = AddContract("SC-002", MatchingChoice.Matched);
        AddCodingAndRules();
    }

    public FakeDataverse Dataverse { get; } = new();

    public Guid Environment { get; }

    public Guid Payables { get; }

    public Guid Project { get; }

    public Guid Commitment { get; }

    /// <summary>A user; the one who calls until a test says otherwise.</summary>
    public Guid Dana { get; }

    /// <summary>Another user.</summary>
    public Guid Luis { get; }

    /// <summary>Who calls.</summary>
    public Guid Caller { get; set; }

    /// <summary>The application that calls; null for the one that each custom API expects.</summary>
    public Guid? Application { get; set; }

    /// <summary>Who signed in, where it is another than the one in whose name the call is made.</summary>
    public Guid Authenticated { get; set; }

    /// <summary>When, in UTC.</summary>
    public DateTime Now { get; set; } = FakeContext.Today;

    public Guid AddUser(string? fullName) => Add("systemuser", ("fullname", fullName), ("isdisabled", false));

    public Guid AddContract(string number, int matching)
    {
        var vendor = Add(
            VendorLinkTable.LogicalName,
            (VendorLinkTable.Key, "LAKESHORE|1|VENDOR|35|" + number),
            (VendorLinkTable.EnvironmentId, Lookup(EnvironmentTable.LogicalName, Environment)),
            (VendorLinkTable.ProcoreId, "35"),
            (VendorLinkTable.BusinessUnit, "Lakeshore US BU"),
            (VendorLinkTable.VendorName, "Halsted Electric Co."),
            (VendorLinkTable.VendorNumber, "1012"),
            (VendorLinkTable.VendorSite, "JOLIET"),
            (VendorLinkTable.RuleState, Choice(RuleStateChoice.Active))
        );
        var id = Add(
            CommitmentTable.LogicalName,
            (CommitmentTable.VendorLinkId, Lookup(VendorLinkTable.LogicalName, vendor)),
            (CommitmentTable.Key, "LAKESHORE|1|PROCORE|COMMITMENT|" + number),
            (CommitmentTable.EnvironmentId, Lookup(EnvironmentTable.LogicalName, Environment)),
            (CommitmentTable.ProjectId, Lookup(ProjectTable.LogicalName, Project)),
            (CommitmentTable.ProcoreId, number),
            (CommitmentTable.Number, number),
            (CommitmentTable.VendorName, "Halsted Electric Co."),
            (CommitmentTable.VendorNumber, "1012"),
            (CommitmentTable.VendorSite, "JOLIET"),
            (CommitmentTable.Currency, "USD"),
            (CommitmentTable.RuleState, Choice(RuleStateChoice.Active)),
            (CommitmentTable.LockId, Lookup(LockTable.LogicalName, Add(LockTable.LogicalName, (LockTable.Counter, 0))))
        );
        AddTerms(id, TermsOf(number) with { IsMatched = matching == MatchingChoice.Matched });
        return id;
    }

    /// <summary>Says in the vendor link of the contract which supplier and site are paid, as two people of the vendor master decided it.</summary>
    public void LinkVendor(string number, string vendorSite)
    {
        var link = new RowView(Dataverse.Row(CommitmentTable.LogicalName, Commitment)).RequiredReference(CommitmentTable.VendorLinkId);
        var row = Dataverse.Row(VendorLinkTable.LogicalName, link);
        row[VendorLinkTable.VendorNumber] = number;
        row[VendorLinkTable.VendorSite] = vendorSite;
    }

    /// <summary>The terms that every contract begins with, as version 1 from 2025 on.</summary>
    public static TermsVersion TermsOf(string number) =>
        new()
        {
            Key = $"LAKESHORE|1|TERMS|{number}|1",
            Number = 1,
            ValidFrom = new CalendarDate(2025, 1, 1),
            IsMatched = true,
            Terms = new ContractTerms
            {
                ContractNumber = number,
                RecordName = "Commitment",
                Currency = "USD",
                Retainage = new RetainageTerms.Split(0.10m, 0.10m),
                RetainageSource = RetainageSource.Source,
                RetainageKeeper = RetainageKeeper.Us,
                StoredMaterials = StoredMaterials.Manual,
                StaleStoragePeriods = 3,
                OverbillingTolerance = 0m,
                NegativeLines = NegativeLines.Accepted,
                CreditDocument = CreditDocument.CreditMemo,
                ResidualPlace = ResidualPlace.LargestLine,
            },
        };

    /// <summary>Adds a version of a contract's terms.</summary>
    public Guid AddTerms(Guid commitment, TermsVersion version, int state = RuleStateChoice.Active)
    {
        var row = TermsVersionRows.Write(version);
        row[CommitmentTermsTable.CommitmentId] = Lookup(CommitmentTable.LogicalName, commitment);
        row[CommitmentTermsTable.RuleState] = Choice(state);
        return Dataverse.Seed(row);
    }

    /// <summary>Supersedes what is active and adds a version in its place.</summary>
    public void ReplaceTerms(TermsVersion version)
    {
        foreach (var row in Dataverse.All(CommitmentTermsTable.LogicalName).ToList())
        {
            if (new RowView(row).Reference(CommitmentTermsTable.CommitmentId) == Commitment)
            {
                Dataverse.Row(CommitmentTermsTable.LogicalName, row.Id)[CommitmentTermsTable.RuleState] = Choice(RuleStateChoice.Superseded);
            }
        }

        AddTerms(Commitment, version);
    }

    /// <summary>Where documents of a type are approved, from 2025 on.</summary>
    public Guid AddOwnership(int documentType, int place, string status) =>
        Add(
            OwnershipRuleTable.LogicalName,
            (OwnershipRuleTable.Key, "LAKESHORE|1|OWNERSHIP|" + documentType),
            (OwnershipRuleTable.EnvironmentId, Lookup(EnvironmentTable.LogicalName, Environment)),
            (OwnershipRuleTable.DocumentType, Choice(documentType)),
            (OwnershipRuleTable.ApprovalPlace, Choice(place)),
            (OwnershipRuleTable.TriggerStatus, status),
            (OwnershipRuleTable.ValidFrom, new DateTime(2025, 1, 1)),
            (OwnershipRuleTable.RuleState, Choice(RuleStateChoice.Active))
        );

    public Guid AddRule(string costCode, string costType, string? task, int state = RuleStateChoice.Active) =>
        Add(
            WbsMappingRuleTable.LogicalName,
            (WbsMappingRuleTable.Key, $"RULE|{costCode}|{costType}"),
            (WbsMappingRuleTable.ProjectId, Lookup(ProjectTable.LogicalName, Project)),
            (WbsMappingRuleTable.TaskSegmentCode, "*"),
            (WbsMappingRuleTable.CostCode, costCode),
            (WbsMappingRuleTable.CostType, costType),
            (WbsMappingRuleTable.OracleTaskId, task is null ? null : Lookup(OracleTaskTable.LogicalName, TaskId(task))),
            (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
            (WbsMappingRuleTable.ValidFrom, new DateTime(2025, 1, 1)),
            (WbsMappingRuleTable.RuleState, Choice(state))
        );

    /// <summary>Says in the contract's terms where it lies: privately, signed in August 2025, without a bond.</summary>
    public void MoveTo(string jurisdiction) =>
        ReplaceTerms(
            TermsOf("SC-002") with
            {
                Key = "LAKESHORE|1|TERMS|SC-002|2",
                Number = 2,
                Region = new JurisdictionFacts
                {
                    Contract = "Commitment SC-002",
                    Jurisdiction = jurisdiction,
                    Currency = Currency.TryFind("USD", out var dollar) ? dollar : default,
                    Sector = ProjectSector.Private,
                    ContractDate = new CalendarDate(2025, 8, 18),
                    IsBonded = false,
                },
            }
        );

    /// <summary>Stores an application as the gateway does, with an inbound event that names it.</summary>
    public Guid AddDocument(SourceInvoice invoice, int revision = 1, Guid? commitment = null)
    {
        var id = AddDocument(
            invoice,
            SyncKey.ForDocument(Scope, SourceSystem.Procore, DocumentKind.SubcontractorInvoice, invoice.ProcoreId, revision),
            revision,
            commitment ?? Commitment,
            DocumentTypeChoice.SubcontractorInvoice
        );
        foreach (var line in invoice.Lines)
        {
            AddLink(line, commitment ?? Commitment);
        }

        Add(
            InboundEventTable.LogicalName,
            (InboundEventTable.DocumentId, Lookup(DocumentTable.LogicalName, id)),
            (InboundEventTable.EventState, Choice(EventStateChoice.Read)),
            (InboundEventTable.ChangedOn, new DateTime(2025, 11, invoice.ApplicationNumber, 12, 0, 0, DateTimeKind.Utc))
        );
        return id;
    }

    /// <summary>Stores an application to the owner on a contract of its own, which has no purchase order.</summary>
    public Guid AddOwnerDocument(SourceInvoice invoice) =>
        AddDocument(
            invoice,
            "LAKESHORE|PROCORE|PAYMENTAPPLICATION|" + invoice.ProcoreId,
            1,
            AddContract("PC-1", MatchingChoice.Unmatched),
            DocumentTypeChoice.OwnerInvoice
        );

    /// <summary>
    /// Runs the main operation of a custom API as <see cref="Caller"/>, in one transaction; requests and writes start from nothing.
    /// </summary>
    public ParameterCollection Call(IPlugin plugin, string message, params (string Name, object? Value)[] inputs)
    {
        var application = Application ?? (OfGateway.Contains(message) ? Gateway : Guid.Empty);
        var context = FakeContext.OfApi(message, Caller, application, Authenticated, Now);
        foreach (var (name, value) in inputs)
        {
            context.InputParameters[name] = value;
        }

        Dataverse.Run(context, () => plugin.Execute(new FakeServices(context, Dataverse)));
        return context.OutputParameters;
    }

    public ParameterCollection Prepare(Guid documentId) => Call(new PrepareDocument(), "pint_PrepareDocument", ("DocumentId", documentId));

    /// <summary>Prepares a document and records that Oracle posted it as prepared; gives the state.</summary>
    public string Post(Guid documentId)
    {
        Prepare(documentId);
        return RecordPosted(documentId);
    }

    /// <summary>Records that Oracle posted what the document froze; gives the state.</summary>
    public string RecordPosted(Guid documentId) =>
        (string)Record(documentId, "posted", OracleAnswers.ReadBack(Frozen(documentId), Key(documentId)))["State"];

    /// <summary>Records what became of what the document froze.</summary>
    public ParameterCollection Record(Guid documentId, string outcome, string? readBack) =>
        Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", documentId),
            ("Outcome", outcome),
            ("Claim", Claimed(documentId)),
            ("ContentHash", Document(documentId).Text(DocumentTable.ContentHash)),
            ("ReadBack", readBack)
        );

    /// <summary>The claim under which a document is sent; one is made where it has none, as the gateway's would be.</summary>
    public string Claimed(Guid documentId)
    {
        var row = Dataverse.Row(DocumentTable.LogicalName, documentId);
        if (row.GetAttributeValue<string>(DocumentTable.ClaimedBy) is not { Length: > 0 } claim)
        {
            row[DocumentTable.ClaimedBy] = claim = "claim-of-the-test";
        }

        return claim;
    }

    /// <summary>Counter of the lock row of <see cref="Contract"/>: 0 until somebody takes the lock.</summary>
    public int? LockCounter =>
        new RowView(
            Dataverse.Row(
                LockTable.LogicalName,
                new RowView(Dataverse.Row(CommitmentTable.LogicalName, Commitment)).RequiredReference(CommitmentTable.LockId)
            )
        ).WholeNumber(LockTable.Counter);

    public RowView Document(Guid id) => new(Dataverse.Row(DocumentTable.LogicalName, id));

    public string Key(Guid id) => Document(id).RequiredText(DocumentTable.Key);

    public DocumentState State(Guid id) => DocumentStates.FromChoice(Document(id).Choice(DocumentTable.DocumentState))!.Value;

    /// <summary>The current preparation of a document, from its frozen rows.</summary>
    public PreparedInvoice Frozen(Guid documentId)
    {
        var preparationId = Document(documentId).RequiredReference(DocumentTable.PreparationId);
        var row = new RowView(Dataverse.Row(PreparationTable.LogicalName, preparationId));
        var frozen = PreparedInvoiceContent.Read(
            "Preparation",
            row.Text(PreparationTable.Content),
            row.Text(PreparationTable.ContentHash),
            out var changed
        );
        return frozen is null
            ? throw new InvalidOperationException(changed!.Sentence)
            : frozen with
            {
                RuleVersions = row.Text(PreparationTable.RuleVersions) ?? "",
                Warnings = row.Text(PreparationTable.Warnings) ?? "",
            };
    }

    public Guid Add(string table, params (string Column, object? Value)[] columns)
    {
        var row = new Entity(table);
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return Dataverse.Seed(row);
    }

    private static OptionSetValue Choice(int value) => new(value);

    private static EntityReference Lookup(string table, Guid id) => new(table, id);

    private void AddCodingAndRules()
    {
        foreach (var task in new[] { "2600", "0784" })
        {
            Add(
                OracleTaskTable.LogicalName,
                (OracleTaskTable.ProjectId, Lookup(ProjectTable.LogicalName, Project)),
                (OracleTaskTable.TaskNumber, task),
                (OracleTaskTable.LowestLevel, true),
                (OracleTaskTable.Chargeable, true),
                (OracleTaskTable.StartDate, new DateTime(2025, 1, 1))
            );
        }

        AddRule("*", "SUB", null);
        AddOwnership(DocumentTypeChoice.SubcontractorInvoice, ApprovalPlaceChoice.Procore, "approved");
        for (var month = 9; month <= 12; month++)
        {
            var start = new CalendarDate(2025, month, 1);
            Add(
                OraclePeriodTable.LogicalName,
                (OraclePeriodTable.PayablesSetupId, Lookup(PayablesSetupTable.LogicalName, Payables)),
                (OraclePeriodTable.StartDate, start.ToDateTime()),
                (OraclePeriodTable.EndDate, start.ToDateTime().AddMonths(1).AddDays(-1)),
                (OraclePeriodTable.PayablesOpen, true),
                (OraclePeriodTable.LedgerOpen, true),
                (OraclePeriodTable.ProjectsOpen, true)
            );
        }
    }

    private Guid AddDocument(SourceInvoice invoice, string key, int revision, Guid commitment, int type)
    {
        var id = Dataverse.Seed(SourceRows.Document(invoice, revision, key, Environment, Project, commitment, type));
        foreach (var line in invoice.Lines)
        {
            Dataverse.Seed(SourceRows.Line(line, key, id));
        }

        return id;
    }

    private void AddLink(SourceInvoiceLine line, Guid commitment)
    {
        var key = SyncKey.ForCommitmentLineLink(Scope, commitment.ToString("N").ToUpperInvariant(), line.ProcoreLineId!);
        if (!linked.Add(key))
        {
            return;
        }

        Add(
            RecordLinkTable.LogicalName,
            (RecordLinkTable.Key, key),
            (RecordLinkTable.CommitmentId, Lookup(CommitmentTable.LogicalName, commitment)),
            (RecordLinkTable.RecordType, Choice(RecordTypeChoice.CommitmentLine)),
            (RecordLinkTable.RuleState, Choice(RuleStateChoice.Active)),
            (RecordLinkTable.ProcoreId, line.ProcoreLineId),
            (RecordLinkTable.PurchaseOrderNumber, "FYT-PO-1002"),
            (RecordLinkTable.PurchaseOrderLine, line.LineNumber),
            (RecordLinkTable.PurchaseOrderSchedule, 1),
            (RecordLinkTable.OracleProjectNumber, "FYT-2401"),
            (RecordLinkTable.TaskNumber, line.TaskSegmentCode ?? "0784"),
            (RecordLinkTable.ExpenditureType, "Subcontract"),
            (RecordLinkTable.ExpenditureOrganization, "Chicago Construction")
        );
    }

    private Guid TaskId(string number) =>
        Dataverse.All(OracleTaskTable.LogicalName).Single(row => row.GetAttributeValue<string>(OracleTaskTable.TaskNumber) == number).Id;
}
