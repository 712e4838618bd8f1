using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Tables;
using PowerIntegration.Plugins.Tests.Fakes;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>One project with one contract, configured so that an application is prepared without a complaint.</summary>
internal sealed class Site
{
    public const string Terms = """
        {"retainage":{"kind":"split","workRate":"0.10","storedRate":"0.10"},"retainageAmounts":"source","retainageKeptBy":"us","storedMaterials":"manual",
         "staleStoragePeriods":3,"overbillingTolerance":"0","negativeLines":"accepted","creditDocument":"creditMemo","roundingDifference":"largestLine"}
        """;

    private readonly HashSet<string> linked = [];

    public Site()
    {
        Environment = Add(EnvironmentTable.LogicalName, (EnvironmentTable.Key, "LAKESHORE"));
        Payables = Add(
            PayablesSetupTable.LogicalName,
            (PayablesSetupTable.BusinessUnit, "Lakeshore US BU"),
            (PayablesSetupTable.InvoiceSource, "PROCORE"),
            (PayablesSetupTable.PaymentTerms, "Net 30"),
            (PayablesSetupTable.RetainageAccount, "101-10-20250-000-000-000"),
            (PayablesSetupTable.Currency, "USD"),
            (PayablesSetupTable.RuleState, Choice(RuleStateChoice.Active)));
        Project = Add(
            ProjectTable.LogicalName,
            (ProjectTable.Name, "Fulton Yards Tower"),
            (ProjectTable.OracleProjectNumber, "FYT-2401"),
            (ProjectTable.ExpenditureOrganization, "Chicago Construction"),
            (ProjectTable.Currency, "USD"),
            (ProjectTable.RuleState, Choice(RuleStateChoice.Active)),
            (ProjectTable.PayablesSetupId, Lookup(PayablesSetupTable.LogicalName, Payables)));
        Contract = Add(
            ContractTable.LogicalName,
            (ContractTable.Key, SyncKey.ForContract("LAKESHORE", "41")),
            (ContractTable.EnvironmentId, Lookup(EnvironmentTable.LogicalName, Environment)),
            (ContractTable.ProjectId, Lookup(ProjectTable.LogicalName, Project)),
            (ContractTable.Number, "SC-002"),
            (ContractTable.SupplierName, "Halsted Electric Co."),
            (ContractTable.SupplierNumber, "1012"),
            (ContractTable.SupplierSite, "JOLIET"),
            (ContractTable.Matching, Choice(MatchingChoice.Matched)),
            (ContractTable.BillingTerms, Terms),
            (ContractTable.Currency, "USD"),
            (ContractTable.RuleState, Choice(RuleStateChoice.Active)),
            (ContractTable.LockCounter, 0));
        AddCodingAndRules();
        User = Maria = Add("systemuser", ("fullname", "Maria Keller"));
        Irene = Add("systemuser", ("fullname", "Irene Castellano"));
    }

    public FakeDataverse Dataverse { get; } = new();

    public Guid Environment { get; }

    public Guid Payables { get; }

    public Guid Project { get; }

    public Guid Contract { get; }

    public Guid Maria { get; }

    public Guid Irene { get; }

    /// <summary>Who calls the custom APIs.</summary>
    public Guid User { get; set; }

    public Guid AddRule(string costCode, string costType, string? task, int state = RuleStateChoice.Active) => Add(
        WbsMappingRuleTable.LogicalName,
        (WbsMappingRuleTable.Key, $"RULE|{costCode}|{costType}"),
        (WbsMappingRuleTable.ProjectId, Lookup(ProjectTable.LogicalName, Project)),
        (WbsMappingRuleTable.TaskSegmentCode, "*"),
        (WbsMappingRuleTable.CostCode, costCode),
        (WbsMappingRuleTable.CostType, costType),
        (WbsMappingRuleTable.OracleTaskId, task is null ? null : Lookup(OracleTaskTable.LogicalName, TaskId(task))),
        (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
        (WbsMappingRuleTable.ValidFrom, new DateTime(2025, 1, 1)),
        (WbsMappingRuleTable.RuleState, Choice(state)));

    /// <summary>Stores an application as the gateway does, with an inbound event that names it.</summary>
    public Guid AddDocument(SourceInvoice invoice, int revision = 1, int documentType = DocumentTypeChoice.SubcontractorInvoice)
    {
        var key = SyncKey.ForDocument("LAKESHORE", invoice.ProcoreId, revision);
        var row = SourceRows.Document(invoice, revision, key, Environment, Project, Contract);
        row[DocumentTable.DocumentType] = Choice(documentType);
        var id = Dataverse.Seed(row);
        foreach (var line in invoice.Lines)
        {
            Dataverse.Seed(SourceRows.Line(line, key, id));
            AddLink(line);
        }

        Add(
            InboundEventTable.LogicalName,
            (InboundEventTable.DocumentId, Lookup(DocumentTable.LogicalName, id)),
            (InboundEventTable.EventState, Choice(EventStateChoice.Read)),
            (InboundEventTable.ChangedOn, new DateTime(2025, 11, invoice.ApplicationNumber, 12, 0, 0, DateTimeKind.Utc)));
        return id;
    }

    /// <summary>Runs the main operation of a custom API; requests and writes start from nothing.</summary>
    public ParameterCollection Call(IPlugin plugin, string message, params (string Name, object? Value)[] inputs)
    {
        var context = FakeContext.OfApi(message, User);
        foreach (var (name, value) in inputs)
        {
            context.InputParameters[name] = value;
        }

        Dataverse.Requests.Clear();
        Dataverse.Written.Clear();
        Dataverse.Caller = context;
        plugin.Execute(new FakeServices(context, Dataverse));
        Dataverse.Caller = null;
        return context.OutputParameters;
    }

    public ParameterCollection Record(Guid documentId, string outcome, string? readBack) => Call(
        new RecordOutcome(),
        "pint_RecordOutcome",
        ("DocumentId", documentId),
        ("Outcome", outcome),
        ("PayloadHash", Document(documentId).Text(DocumentTable.PayloadHash)),
        ("ReadBack", readBack));

    /// <summary>Oracle takes what is prepared.</summary>
    public void Post(Guid documentId)
    {
        var answer = Record(documentId, "posted", OracleAnswers.ReadBack(Frozen(documentId)));
        if ((string)answer["State"] != "Posted")
        {
            throw new InvalidOperationException((string)answer["Message"]);
        }
    }

    public ParameterCollection Prepare(Guid documentId) =>
        Call(new PrepareSubcontractorInvoice(), "pint_PrepareSubcontractorInvoice", ("DocumentId", documentId));

    public RowView Document(Guid id) => new(Dataverse.Row(DocumentTable.LogicalName, id));

    public DocumentState State(Guid id) => DocumentStates.FromChoice(Document(id).Choice(DocumentTable.DocumentState))!.Value;

    /// <summary>The current preparation of a document, from its frozen rows.</summary>
    public PreparedInvoice Frozen(Guid documentId)
    {
        var preparationId = Document(documentId).RequiredReference(DocumentTable.PreparationId);
        var lines = Dataverse.All(DocumentLineTable.LogicalName).Where(line => new RowView(line).Reference(DocumentLineTable.PreparationId) == preparationId);
        return PreparedInvoiceRows.Read(Dataverse.Row(PreparationTable.LogicalName, preparationId), lines);
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
                (OracleTaskTable.StartDate, new DateTime(2025, 1, 1)));
        }

        AddRule("*", "SUB", null);
        AddOwnership("SUBCONTRACTOR-INVOICE", DocumentTypeChoice.SubcontractorInvoice, ApprovalPlaceChoice.Procore);
        AddOwnership("OWNER-INVOICE", DocumentTypeChoice.OwnerInvoice, ApprovalPlaceChoice.Procore);
        AddOwnership("RETAINAGE-RELEASE", DocumentTypeChoice.RetainageRelease, ApprovalPlaceChoice.Oracle);
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
                (OraclePeriodTable.ProjectsOpen, true));
        }
    }

    private void AddOwnership(string name, int documentType, int place) => Add(
        OwnershipRuleTable.LogicalName,
        (OwnershipRuleTable.Key, "LAKESHORE|OWNERSHIP|" + name),
        (OwnershipRuleTable.EnvironmentId, Lookup(EnvironmentTable.LogicalName, Environment)),
        (OwnershipRuleTable.DocumentType, Choice(documentType)),
        (OwnershipRuleTable.ApprovalPlace, Choice(place)),
        (OwnershipRuleTable.TriggerStatus, "approved"),
        (OwnershipRuleTable.ValidFrom, new DateTime(2025, 1, 1)),
        (OwnershipRuleTable.RuleState, Choice(RuleStateChoice.Active)));

    private void AddLink(SourceInvoiceLine line)
    {
        var key = SyncKey.ForCommitmentLineLink("LAKESHORE", "41", line.ProcoreLineId!);
        if (!linked.Add(key))
        {
            return;
        }

        Add(
            RecordLinkTable.LogicalName,
            (RecordLinkTable.Key, key),
            (RecordLinkTable.ContractId, Lookup(ContractTable.LogicalName, Contract)),
            (RecordLinkTable.RecordType, Choice(RecordTypeChoice.CommitmentLine)),
            (RecordLinkTable.ProcoreId, line.ProcoreLineId),
            (RecordLinkTable.PurchaseOrderNumber, "FYT-PO-1002"),
            (RecordLinkTable.PurchaseOrderLine, line.LineNumber),
            (RecordLinkTable.PurchaseOrderSchedule, 1),
            (RecordLinkTable.OracleProjectNumber, "FYT-2401"),
            (RecordLinkTable.TaskNumber, line.TaskSegmentCode ?? "0784"),
            (RecordLinkTable.ExpenditureType, "Subcontract"),
            (RecordLinkTable.ExpenditureOrganization, "Chicago Construction"));
    }

    private Guid TaskId(string number) => Dataverse.All(OracleTaskTable.LogicalName).Single(row => row.GetAttributeValue<string>(OracleTaskTable.TaskNumber) == number).Id;
}
