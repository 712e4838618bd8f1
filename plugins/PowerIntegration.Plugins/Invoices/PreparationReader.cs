using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Preparation;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Contracts;
using PowerIntegration.Plugins.Tables;
using PowerIntegration.Plugins.Wbs;

namespace PowerIntegration.Plugins.Invoices;

/// <summary>Reads everything that one preparation decides from, each table once whatever the number of lines.</summary>
internal sealed class PreparationReader(IOrganizationService service, ContractSnapshot snapshot)
{
    private const string LinkAlias = "link";

    public PreparationFacts Read()
    {
        var sourceLines = Rows.All(service, SourceLines());
        var projectId = snapshot.Document.RequiredReference(DocumentTable.ProjectId);
        return new PreparationFacts
        {
            Document = snapshot.Standing,
            Source = SourceInvoiceRows.Read(snapshot.Own, sourceLines),
            Contract = Contract(),
            Project = Project(),
            Payables = Payables(),
            Others = snapshot.Others,
            Ledger = Ledger(),
            Links = [.. sourceLines.Select(row => Link(new RowView(row), new RowView(row, LinkAlias))).OfType<PurchaseOrderLink>()],
            Mapping = MappingReader.Read(service, projectId, snapshot.Project),
            Periods = [.. Rows.All(service, Periods()).Select(row => Period(new RowView(row)))],
            OwnershipRules = [.. Rows.All(service, OwnershipRules(projectId)).Select(row => Rule(new RowView(row)))],
        };
    }

    // The purchase order line comes with its source line; one join instead of one request more.
    private QueryExpression SourceLines()
    {
        var query = Rows.Of(SourceLineTable.LogicalName, SourceInvoiceRows.LineColumns);
        query.Criteria.AddCondition(SourceLineTable.DocumentId, ConditionOperator.Equal, snapshot.Own.Id);
        var link = query.AddLink(RecordLinkTable.LogicalName, SourceLineTable.ProcoreLineId, RecordLinkTable.ProcoreId, JoinOperator.LeftOuter);
        link.LinkCriteria.AddCondition(RecordLinkTable.ContractId, ConditionOperator.Equal, snapshot.ContractId);
        link.LinkCriteria.AddCondition(RecordLinkTable.RecordType, ConditionOperator.Equal, RecordTypeChoice.CommitmentLine);
        link.Join(LinkAlias,
            [
                RecordLinkTable.PurchaseOrderNumber, RecordLinkTable.PurchaseOrderLine, RecordLinkTable.PurchaseOrderSchedule,
                RecordLinkTable.OracleProjectNumber, RecordLinkTable.TaskNumber, RecordLinkTable.ExpenditureType, RecordLinkTable.ExpenditureOrganization,
            ]);
        return query;
    }

    private QueryExpression Periods()
    {
        var query = Rows.Of(
            OraclePeriodTable.LogicalName,
            [
                OraclePeriodTable.StartDate, OraclePeriodTable.EndDate, OraclePeriodTable.PayablesOpen, OraclePeriodTable.LedgerOpen,
                OraclePeriodTable.ProjectsOpen,
            ]);
        query.Criteria.AddCondition(
            OraclePeriodTable.PayablesSetupId, ConditionOperator.Equal, snapshot.Project.RequiredReference(ProjectTable.PayablesSetupId));
        return query;
    }

    private QueryExpression OwnershipRules(Guid projectId)
    {
        var query = Rows.Of(
            OwnershipRuleTable.LogicalName,
            [
                OwnershipRuleTable.Key, OwnershipRuleTable.ProjectId, OwnershipRuleTable.ApprovalPlace, OwnershipRuleTable.TriggerStatus,
                OwnershipRuleTable.ValidFrom, OwnershipRuleTable.ValidTo,
            ]);
        query.Criteria.AddCondition(
            OwnershipRuleTable.EnvironmentId, ConditionOperator.Equal, snapshot.Document.RequiredReference(DocumentTable.EnvironmentId));
        query.Criteria.AddCondition(OwnershipRuleTable.DocumentType, ConditionOperator.Equal, DocumentTypeChoice.SubcontractorInvoice);
        query.Criteria.AddCondition(OwnershipRuleTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query.Criteria.AddCondition(OwnershipRuleTable.FieldName, ConditionOperator.Null);
        var scope = query.Criteria.AddFilter(LogicalOperator.Or);
        scope.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.Null);
        scope.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.Equal, projectId);
        return query;
    }

    private List<LedgerLine> Ledger()
    {
        if (snapshot.BasePreparationId is not { } baseId)
        {
            return [];
        }

        var query = Rows.Of(
            DocumentLineTable.LogicalName,
            [
                DocumentLineTable.LineNumber, DocumentLineTable.ProcoreLineId, DocumentLineTable.Description, DocumentLineTable.FlatCode,
                DocumentLineTable.ScheduledValue, DocumentLineTable.GrossAfter, DocumentLineTable.WorkRetainageAfter, DocumentLineTable.StoredRetainageAfter,
            ]);
        query.Criteria.AddCondition(DocumentLineTable.PreparationId, ConditionOperator.Equal, baseId);
        query.Criteria.AddCondition(DocumentLineTable.LineKind, ConditionOperator.Equal, LineKindChoice.ScheduleOfValues);
        return [.. Rows.All(service, query).Select(row => LedgerLine(new RowView(row)))];
    }

    private ContractFacts Contract()
    {
        var row = snapshot.Contract;
        return new ContractFacts
        {
            Number = row.RequiredText(ContractTable.Number),
            SupplierName = row.RequiredText(ContractTable.SupplierName),
            SupplierNumber = row.RequiredText(ContractTable.SupplierNumber),
            SupplierSite = row.RequiredText(ContractTable.SupplierSite),
            Currency = row.RequiredText(ContractTable.Currency),
            IsMatched = row.Choice(ContractTable.Matching) == MatchingChoice.Matched,
            IsRetainageOurs = row.Choice(ContractTable.RetainageKeeper) == RetainageKeeperChoice.PowerIntegration,
            Terms = new RetainageTerms.Split(row.RequiredAmount(ContractTable.WorkRetainageRate), row.RequiredAmount(ContractTable.StoredRetainageRate)),
            IsActive = row.Choice(ContractTable.RuleState) == RuleStateChoice.Active,
            BasePreparationId = snapshot.BasePreparationId,
            LastPostedNumber = snapshot.LastPostedNumber,
        };
    }

    private ProjectFacts Project() => new()
    {
        Name = snapshot.Project.Text(ProjectTable.Name) ?? snapshot.Project.RequiredText(ProjectTable.OracleProjectNumber),
        Currency = snapshot.Project.RequiredText(ProjectTable.Currency),
        IsActive = snapshot.Project.Choice(ProjectTable.RuleState) == RuleStateChoice.Active,
    };

    private PayablesFacts Payables() => new()
    {
        BusinessUnit = snapshot.Payables.RequiredText(PayablesSetupTable.BusinessUnit),
        InvoiceSource = snapshot.Payables.RequiredText(PayablesSetupTable.InvoiceSource),
        PaymentTerms = snapshot.Payables.RequiredText(PayablesSetupTable.PaymentTerms),
        RetainageAccount = snapshot.Payables.RequiredText(PayablesSetupTable.RetainageAccount),
        Currency = snapshot.Payables.RequiredText(PayablesSetupTable.Currency),
        IsActive = snapshot.Payables.Choice(PayablesSetupTable.RuleState) == RuleStateChoice.Active,
    };

    private static LedgerLine LedgerLine(RowView row) => new()
    {
        ProcoreLineId = row.RequiredText(DocumentLineTable.ProcoreLineId),
        LineNumber = row.RequiredWhole(DocumentLineTable.LineNumber),
        Description = row.Text(DocumentLineTable.Description),
        FlatCode = row.Text(DocumentLineTable.FlatCode),
        ScheduledValue = row.Amount(DocumentLineTable.ScheduledValue),
        Balance = new LineBalance(
            row.RequiredAmount(DocumentLineTable.GrossAfter),
            new BucketAmounts(row.RequiredAmount(DocumentLineTable.WorkRetainageAfter), row.RequiredAmount(DocumentLineTable.StoredRetainageAfter))),
    };

    // A link without a complete purchase order line is no link: the line still has to be sent.
    private static PurchaseOrderLink? Link(RowView line, RowView link) =>
        line.Text(SourceLineTable.ProcoreLineId) is { } lineId
        && link.Text(RecordLinkTable.PurchaseOrderNumber) is { } number
        && link.Whole(RecordLinkTable.PurchaseOrderLine) is { } orderLine
        && link.Whole(RecordLinkTable.PurchaseOrderSchedule) is { } schedule
            ? new PurchaseOrderLink { ProcoreLineId = lineId, PurchaseOrderNumber = number, Line = orderLine, Schedule = schedule, Coding = Coding(link) }
            : null;

    private static TaskCoding? Coding(RowView link) =>
        link.Text(RecordLinkTable.OracleProjectNumber) is { } project
        && link.Text(RecordLinkTable.TaskNumber) is { } task
        && link.Text(RecordLinkTable.ExpenditureType) is { } type
        && link.Text(RecordLinkTable.ExpenditureOrganization) is { } organization
            ? new TaskCoding(project, task, type, organization)
            : null;

    private static AccountingPeriod Period(RowView row) => new()
    {
        Start = row.RequiredDate(OraclePeriodTable.StartDate),
        End = row.RequiredDate(OraclePeriodTable.EndDate),
        IsPayablesOpen = row.Flag(OraclePeriodTable.PayablesOpen),
        IsLedgerOpen = row.Flag(OraclePeriodTable.LedgerOpen),
        IsProjectsOpen = row.Flag(OraclePeriodTable.ProjectsOpen),
    };

    private static OwnershipRule Rule(RowView row) => new()
    {
        Key = row.RequiredText(OwnershipRuleTable.Key),
        IsForProject = row.Reference(OwnershipRuleTable.ProjectId) is not null,
        Place = row.Choice(OwnershipRuleTable.ApprovalPlace) switch
        {
            ApprovalPlaceChoice.Procore => ApprovalPlace.Procore,
            ApprovalPlaceChoice.Oracle => ApprovalPlace.Oracle,
            ApprovalPlaceChoice.Teams => ApprovalPlace.Teams,
            var other => throw new InvalidOperationException($"Ownership rule {row.Text(OwnershipRuleTable.Key)} has approval place {other}, which is not known."),
        },
        TriggerStatus = row.RequiredText(OwnershipRuleTable.TriggerStatus),
        ValidFrom = row.RequiredDate(OwnershipRuleTable.ValidFrom),
        ValidTo = row.Date(OwnershipRuleTable.ValidTo),
    };
}
